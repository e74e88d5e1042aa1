package org.waymark.markdown;

import org.waymark.source.Span;

/**
 * A text that Markdown interprets in a way its writer probably did not intend.
 *
 * @param span the smallest text that shows it
 * @param number the number shown instead of a typed one, or how many columns the table of a lost cell has; 0 for other kinds
 */
public record Slip(Kind kind, Span span, int number) {
    /** What happened to the text. */
    public enum Kind {
        /** Code that is never closed includes all text below. The span is the line that opens it. */
        UNCLOSED_CODE,
        /** The whole text is in one block of code. The span is the line that opens it. */
        ALL_CODE,
        /** A heading without words. */
        EMPTY_HEADING,
        /** A heading with nothing below it before the next one of the same or a higher level. */
        EMPTY_SECTION,
        /** A paragraph of nothing but a few bold words, with text below it. */
        BOLD_HEADING,
        /** A short line that begins with a number such as 1.2, as word processors number headings, with text below it. */
        NUMBERED_HEADING,
        /** A line of hyphens or equals signs turns the sentences above it into a heading. The span is that line. */
        UNDERLINED_TEXT,
        /** A sentence, or an item of a list, is code because of its indentation. */
        INDENTED_TEXT,
        /** A sentence that begins with a number such as a year becomes a list item. The span is the number. */
        NUMBERED_TEXT,
        /** A list item is shown with a different number from the one typed, which is the span. */
        OTHER_NUMBER,
        /** The cells of a row beyond the columns of its table, which readers do not see. */
        LOST_CELLS,
        /** Multiplication signs make the text between two digits italic or bold. */
        EMPHASIS_BETWEEN_DIGITS,
        /** A link definition that no link uses, so readers do not see it. */
        UNUSED_DEFINITION,
        /** A second definition of a name, which Markdown ignores. */
        REPEATED_DEFINITION
    }
}
