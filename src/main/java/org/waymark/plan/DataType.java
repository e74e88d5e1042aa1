package org.waymark.plan;

/** The type of a single value in data. */
public enum DataType {
    TEXT("data-text"),
    WEB_ADDRESS("data-web-address"),
    EMAIL("data-e-mail"),
    WHOLE_NUMBER("data-whole-number"),
    NUMBER("data-number"),
    YES_NO("data-yes-no"),
    DATE("data-date");

    private final String label;

    DataType(String label) {
        this.label = label;
    }

    /** The key of the label with the name that readers see. */
    String label() {
        return label;
    }
}
