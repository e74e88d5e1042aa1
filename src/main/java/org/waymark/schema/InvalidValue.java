package org.waymark.schema;

import java.util.Optional;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.Fix;
import org.waymark.diagnostic.Outcome;
import org.waymark.source.Value;
import org.waymark.source.Value.Scalar;
import org.waymark.source.Value.Sequence;

/** Reports a value that does not match its field's type. */
record InvalidValue(Value value, String message, Optional<String> help, Optional<Fix> fix) {
    /** The maximum number of characters of a value that a message quotes. */
    private static final int LONGEST_QUOTE = 60;

    InvalidValue(Value value, String message) {
        this(value, message, Optional.empty(), Optional.empty());
    }

    /** @param wanted what is allowed: {@code a list} */
    static InvalidValue expected(String name, Value value, String wanted) {
        return new InvalidValue(value, "`" + name + "` must be " + wanted + ", but found " + found(value));
    }

    private static String found(Value value) {
        if (value instanceof Sequence) {
            return "a list";
        }
        if (value instanceof Scalar scalar) {
            return scalar.text().isBlank()
                    ? "nothing"
                    : inBackticks(scalar.text().strip());
        }
        return "a group of named values";
    }

    /** A value as a message shows it, in other quotation marks if it contains backticks. */
    static String inBackticks(String text) {
        String quoted = quoted(text);
        return quoted.indexOf('`') < 0 ? "`" + quoted + "`" : "\"" + quoted + "\"";
    }

    /** The first line of a text, cut to what fits in a message. */
    static String quoted(String text) {
        String line = text.lines().findFirst().orElse("");
        boolean fits = line.length() <= LONGEST_QUOTE && line.length() == text.length();
        return fits ? line : line.substring(0, Math.min(LONGEST_QUOTE, line.length())) + "…";
    }

    InvalidValue help(String text) {
        return new InvalidValue(value, message, Optional.of(text), fix);
    }

    InvalidValue fix(Optional<Fix> found) {
        return new InvalidValue(value, message, help, found);
    }

    <T> Outcome<T> outcome() {
        return Outcome.failed(Diagnostic.of(Codes.INVALID_VALUE, value.span(), message)
                .withHelp(help)
                .withFix(fix));
    }
}
