package org.waymark.diagnostic;

/** How much a finding matters. */
public enum Severity {
    /** Publishing would mislead readers or break a page. Nothing is published. */
    ERROR("error"),
    /** Someone should look. The site is published all the same. */
    WARNING("warning");

    private final String word;

    Severity(String word) {
        this.word = word;
    }

    /** The word that people and tools read. */
    public String word() {
        return word;
    }
}
