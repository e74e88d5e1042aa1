package org.waymark.markdown;

import java.util.OptionalInt;

/** The words added around a text, in the language of its page. */
public interface ProseLabels {
    /** Numbers alone, for use where nobody reads them. */
    ProseLabels NUMBERS = new ProseLabels() {
        @Override
        public String footnotes() {
            return "";
        }

        @Override
        public String footnote(int number) {
            return Integer.toString(number);
        }

        @Override
        public String backToText(int number, OptionalInt use) {
            return use.isPresent() ? number + ", " + use.getAsInt() : Integer.toString(number);
        }

        @Override
        public String table(int number, String columns) {
            return columns.isEmpty() ? Integer.toString(number) : number + ": " + columns;
        }

        @Override
        public String separator() {
            return ", ";
        }

        @Override
        public String note(String note) {
            return " (" + note + ")";
        }
    };

    /** The name of the section of footnotes. */
    String footnotes();

    /** The name of the link to a footnote, by its number from 1. */
    String footnote(int number);

    /**
     * The name of the link from a footnote back to the text.
     *
     * @param use which of its uses, from 1, if there are several
     */
    String backToText(int number, OptionalInt use);

    /**
     * The name of a table.
     *
     * @param number which one of the text it is, from 1
     * @param columns the headers of its columns; empty without any
     */
    String table(int number, String columns);

    /** What is between several facts. */
    String separator();

    /** A remark after a text, with what sets it apart. */
    String note(String note);
}
