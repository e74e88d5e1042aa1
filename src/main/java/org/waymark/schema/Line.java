package org.waymark.schema;

import java.util.Map;
import org.waymark.diagnostic.Outcome;
import org.waymark.source.Value.Scalar;

/**
 * One line of plain text.
 *
 * @param longest how many characters it may have (code points)
 * @param isProse whether the language rules apply to it
 */
public record Line(int longest, String example, boolean isProse) implements ScalarType<String> {
    /** A line such as a name, which is not checked as prose. */
    public Line(int longest, String example) {
        this(longest, example, false);
    }

    /** A line of prose, to which the language rules apply. */
    public static Line ofProse(int longest, String example) {
        return new Line(longest, example, true);
    }

    @Override
    public String expected() {
        return "a line of text";
    }

    @Override
    public boolean isText() {
        return true;
    }

    @Override
    public Outcome<String> decode(String name, Scalar scalar) {
        String text = scalar.text().strip();
        if (text.indexOf('\n') >= 0) {
            return new InvalidValue(scalar, "`" + name + "` must be one line, but it has several")
                    .help("write it on one line")
                    .outcome();
        }
        int excess = text.codePointCount(0, text.length()) - longest;
        if (excess > 0) {
            return new InvalidValue(
                            scalar,
                            "`" + name + "` has " + (longest + excess) + " characters, but at most " + longest
                                    + " are allowed")
                    .help("shorten it by " + excess + (excess == 1 ? " character" : " characters"))
                    .outcome();
        }
        return Outcome.of(text);
    }

    @Override
    public Map<String, Object> schema() {
        return Map.of("type", TEXT_TYPES, "maxLength", longest);
    }
}
