package org.waymark.schema;

import java.util.Map;
import java.util.regex.Pattern;
import org.waymark.diagnostic.Outcome;
import org.waymark.source.Value.Scalar;

/**
 * The outline of an area, as SVG path data (SVG 2, section 9.3): commands and numbers, nothing else.
 *
 * @param max how many characters it may have
 */
record PathData(int max) implements ScalarType<String> {
    private static final Pattern ALLOWED = Pattern.compile("[Mm][MmLlHhVvCcSsQqTtAaZz0-9eE+\\-., ]*");

    @Override
    public String expected() {
        return "SVG path data of at most " + max + " characters, such as `" + example() + "`";
    }

    @Override
    public Outcome<String> decode(String name, Scalar scalar) {
        String text = scalar.text().strip();
        return text.length() <= max && ALLOWED.matcher(text).matches()
                ? Outcome.of(text)
                : invalid(name, scalar).outcome();
    }

    @Override
    public Map<String, Object> schema() {
        return Map.of("type", "string", "maxLength", max);
    }

    @Override
    public String example() {
        return "M0 0L9 0 9 9Z";
    }
}
