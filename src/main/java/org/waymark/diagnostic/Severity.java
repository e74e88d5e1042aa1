package org.waymark.diagnostic;

/** The severity of a finding. */
public enum Severity {
    /** Publishing would mislead readers or break a page. Nothing is published. */
    ERROR("error"),
    /** Someone should look. The site is still published. */
    WARNING("warning");

    private final String word;

    Severity(String word) {
        this.word = word;
    }

    /** The word used in reports, for people and for tools. */
    public String word() {
        return word;
    }
}
