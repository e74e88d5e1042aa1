package org.waymark.report;

import java.util.OptionalInt;

/**
 * How findings are shown to a person.
 *
 * @param columns of the terminal, which excerpts are to fit; empty if unknown
 * @param showsAll whether every finding is shown, however many there are
 * @param rest how to see what is not shown, as a sentence
 */
public record TextStyle(boolean hasColour, OptionalInt columns, boolean showsAll, String rest) {
    /** Every finding, for a file. */
    static final TextStyle WHOLE = new TextStyle(false, OptionalInt.empty(), true, "");
}
