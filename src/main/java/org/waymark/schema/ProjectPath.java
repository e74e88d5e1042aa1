package org.waymark.schema;

import java.util.Map;
import java.util.regex.Pattern;
import org.waymark.diagnostic.Outcome;
import org.waymark.source.Value.Scalar;

/**
 * The path of a file below the project's folder, with {@code /}. It cannot lead elsewhere, since whoever proposes a change can
 * write it.
 *
 * @param example a valid path
 */
public record ProjectPath(String example) implements ScalarType<String> {
    private static final String FORM = "[\\w-][\\w.-]*(?:/[\\w-][\\w.-]*)*+";

    private static final Pattern PATH = Pattern.compile(FORM);

    @Override
    public String expected() {
        return "the path of a file below the project, such as " + example;
    }

    @Override
    public Outcome<String> decode(String name, Scalar scalar) {
        String typed = scalar.text().strip();
        return PATH.matcher(typed).matches()
                ? Outcome.of(typed)
                : invalid(name, scalar)
                        .help(
                                "write it from the folder of the project on, with a slash between folders: letters, digits,"
                                        + " hyphens, underscores and full stops")
                        .outcome();
    }

    @Override
    public Map<String, Object> schema() {
        return Map.of("type", "string", "pattern", "^" + FORM.replace("*+", "*") + "$");
    }
}
