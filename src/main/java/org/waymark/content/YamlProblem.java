package org.waymark.content;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.source.SourceFile;
import tools.jackson.core.JacksonException;

/**
 * Says in plain words what the YAML parser means. Jackson wraps the exception of its own parser, SnakeYAML Engine, which
 * alone knows the exact place.
 */
final class YamlProblem {
    private static final Pattern QUOTED_VALUE = Pattern.compile("\\s*(- )?[\\w-]+: *(?<mark>['\"]).*");

    private YamlProblem() {}

    /** @param base where the text begins that the parser read; its own places count code points from there */
    static Diagnostic diagnose(SourceFile file, int base, int end, JacksonException failure) {
        if (!(failure.getCause() instanceof MarkedYamlEngineException cause)) {
            int at = failure.getLocation() == null
                    ? base
                    : file.offsetByCodePoints(
                            base, (int) Math.max(0, failure.getLocation().getCharOffset()));
            return report(file, at, at + 1, "this is not a field with a value", QUOTE);
        }
        String problem = cause.getProblem() == null ? "" : cause.getProblem();
        String context = cause.getContext() == null ? "" : cause.getContext();
        int at = offset(file, base, end, cause.getProblemMark(), base);
        int from = offset(file, base, end, cause.getContextMark(), at);

        if (problem.contains("(TAB)")) {
            int tab = file.text().indexOf('\t', Math.max(base, at - 1));
            int place = tab >= 0 && tab < end ? tab : at;
            return report(
                    file, place, place + 1, "a tab stands here, but YAML takes only spaces", "replace it with spaces");
        }
        if (context.contains("quoted scalar") && problem.contains("end of stream")) {
            return report(
                    file,
                    from,
                    from + 1,
                    "a quotation mark opens here and is never closed",
                    "add the closing quotation mark");
        }
        if (problem.contains("escape character") || problem.contains("escape sequence")) {
            return report(
                    file,
                    Math.max(base, at - 1),
                    at + 1,
                    "a backslash within double quotes must begin a known escape",
                    "use single quotes, which take a backslash as it is");
        }
        if (problem.contains("mapping values are not allowed")) {
            return report(file, at, at + 1, "a second colon on the line begins another field here", QUOTE);
        }
        if (problem.contains("cannot start any token")) {
            return report(
                    file,
                    at,
                    at + 1,
                    "a value cannot begin with `" + file.text().substring(at, at + 1) + "`",
                    QUOTE);
        }
        if (problem.contains("',' or ']'") || context.contains("flow sequence")) {
            return report(file, from, from + 1, "a list opens here with `[` and is not closed with `]`", "add the `]`");
        }
        if (problem.contains("',' or '}'") || context.contains("flow mapping")) {
            return report(
                    file, from, from + 1, "`{` opens here and is not closed with `}`", "add the `}`, or use quotes");
        }
        if (problem.contains("could not find expected ':'")) {
            return report(
                    file,
                    from,
                    lineEnd(file, from, end),
                    "this line is not of the form `field: value`",
                    "write the name of a field, a colon, a space and its value; indent a line that goes on by two spaces");
        }
        if (problem.contains("expected <block end>") || problem.contains("expected <document start>")) {
            return blockEnd(file, at, end);
        }
        return report(file, at, at + 1, "this is not YAML: " + (problem.isEmpty() ? context : problem), QUOTE);
    }

    private static final String QUOTE =
            "put the whole value in single quotes, and write a single quote within it twice: 'it''s'";

    /** The parser expected the value or the list to end. Usually a quotation mark has closed a quoted text too soon. */
    private static Diagnostic blockEnd(SourceFile file, int at, int end) {
        String line = file.line(file.position(at).line());
        Matcher quoted = QUOTED_VALUE.matcher(line);
        if (quoted.matches()) {
            boolean single = quoted.group("mark").equals("'");
            return report(
                    file,
                    at,
                    lineEnd(file, at, end),
                    "the quoted value ends before this text",
                    single
                            ? "write an apostrophe within single quotes twice: 'it''s'"
                            : "put the whole value in single quotes, which may hold double ones: 'the \"best\" hub'");
        }
        return report(
                file,
                at,
                lineEnd(file, at, end),
                "this line does not fit the indentation of the lines above",
                "begin it exactly below the line it belongs with");
    }

    private static int lineEnd(SourceFile file, int from, int end) {
        int lineEnd = file.text().indexOf('\n', from);
        return lineEnd < 0 ? end : Math.min(lineEnd, end);
    }

    private static int offset(SourceFile file, int base, int end, Optional<Mark> mark, int otherwise) {
        return mark.map(m -> Math.min(file.offsetByCodePoints(base, m.getIndex()), Math.max(base, end - 1)))
                .orElse(otherwise);
    }

    private static Diagnostic report(SourceFile file, int start, int end, String message, String help) {
        int length = file.text().length();
        return Diagnostic.of(
                Codes.INVALID_YAML, file.span(Math.min(start, length), Math.min(end, length)), message, help);
    }
}
