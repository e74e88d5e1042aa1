package org.waymark.tool.data;

import org.waymark.source.Span;

/**
 * A cell of a table.
 *
 * @param text without spaces around it; a day as in ISO 8601, a boolean as {@code yes} or {@code no}
 * @param form how the file stores it
 */
record Cell(String text, Form form, Span span) {
    /** How a file stores a cell. */
    enum Form {
        TEXT,
        NUMBER,
        DATE,
        YES_NO,
        /** Not in the file at all, so that nothing is said. */
        ABSENT,
        /** A formula without a result, or with an error for one. */
        FAULTY
    }

    boolean isBlank() {
        return text.isEmpty();
    }
}
