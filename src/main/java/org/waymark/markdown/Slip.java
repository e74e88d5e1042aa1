package org.waymark.markdown;

import org.waymark.source.Span;

/**
 * A place where Markdown makes something of a text that its writer hardly meant.
 *
 * @param span the smallest text that shows it
 * @param number what readers see in place of a typed number, or how many columns the table of a lost cell has; 0 for other kinds
 */
public record Slip(Kind kind, Span span, int number) {
    /** What happened to the text. */
    public enum Kind {
        /** Code that is never closed takes all text below. The place is the line that opens it. */
        UNCLOSED_CODE,
        /** All of a text stands in one block of code. The place is the line that opens it. */
        ALL_CODE,
        /** A heading without words. */
        EMPTY_HEADING,
        /** A heading with nothing below it before the next one of its level, or of a higher one. */
        EMPTY_SECTION,
        /** A paragraph of nothing but a few bold words, with text below it. */
        BOLD_HEADING,
        /** A short line that begins with a number such as 1.2, as word processors number headings, with text below it. */
        NUMBERED_HEADING,
        /** A line of hyphens or equals signs makes the sentences above it a heading. The place is that line. */
        UNDERLINED_TEXT,
        /** A sentence, or an item of a list, is code because of its indentation. */
        INDENTED_TEXT,
        /** A sentence that begins with a number such as a year is an item of a list. The place is the number. */
        NUMBERED_TEXT,
        /** An item of a list has another number than is typed. The place is the typed one. */
        OTHER_NUMBER,
        /** The cells of a row beyond the columns of its table, which readers do not see. */
        LOST_CELLS,
        /** Signs of multiplication make the text between two digits italic or bold. */
        EMPHASIS_BETWEEN_DIGITS,
        /** A link's definition that no link uses, so that readers see nothing of it. */
        UNUSED_DEFINITION,
        /** A second definition of a name, which Markdown passes over. */
        REPEATED_DEFINITION
    }
}
