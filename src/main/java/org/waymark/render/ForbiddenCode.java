package org.waymark.render;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.source.SourceFile;

/** Reports template code that FreeMarker cannot be configured to reject. */
final class ForbiddenCode {
    /** A comment, or what FreeMarker interprets in a template; the rest is text. */
    private static final Pattern CODE = Pattern.compile("<#--.*?-->|\\$\\{[^}]*}|<[#@][^>]*>", Pattern.DOTALL);

    private static final List<Refused> ALL = List.of(
            // A FreeMarker special variable has no name before its dot.
            new Refused(
                    "(?<![\\w)\\]\"'.])\\.now\\b",
                    "`.now` is the time of the build, so every build would give a different site",
                    "write the date or year itself"),
            // Java pads the text in one step, which cannot be interrupted.
            new Refused(
                    "\\b(?:left|right)(?:_p|P)ad\\b(?!\\s*\\(\\s*\\d{1,4}\\s*[,)])",
                    "a text may be padded to at most 9999 characters, and the number must be written here",
                    "write a number such as `?left_pad(3)`"));

    /** A forbidden construct in templates. */
    private record Refused(Pattern pattern, String message, String help) {
        Refused(String pattern, String message, String help) {
            this(Pattern.compile(pattern), message, help);
        }
    }

    private ForbiddenCode() {}

    static Stream<Diagnostic> find(SourceFile template) {
        String text = template.text();
        return ALL.stream()
                .filter(refused -> refused.pattern().matcher(text).find())
                .flatMap(refused -> CODE.matcher(text)
                        .results()
                        .filter(code -> !code.group().startsWith("<#--"))
                        .flatMap(code -> refused.pattern()
                                .matcher(code.group())
                                .results()
                                .map(found -> Diagnostic.of(
                                        Codes.TEMPLATE_ERROR,
                                        template.span(code.start() + found.start(), code.start() + found.end()),
                                        refused.message(),
                                        refused.help()))));
    }
}
