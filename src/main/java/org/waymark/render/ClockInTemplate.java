package org.waymark.render;

import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.source.SourceFile;

/**
 * Finds {@code .now}, by which a template asks for the time. FreeMarker cannot be kept from answering, and the same content
 * would give another site each time.
 */
final class ClockInTemplate {
    /** A comment, or what FreeMarker reads in a template; the rest is text. */
    private static final Pattern CODE = Pattern.compile("<#--.*?-->|\\$\\{[^}]*}|<[#@][^>]*>", Pattern.DOTALL);

    /** A variable of FreeMarker's own has no name before its dot. */
    private static final Pattern NOW = Pattern.compile("(?<![\\w)\\]\"'.])\\.now\\b");

    private ClockInTemplate() {}

    static Stream<Diagnostic> find(SourceFile template) {
        if (!template.text().contains(".now")) {
            return Stream.empty();
        }
        return CODE.matcher(template.text())
                .results()
                .filter(code -> !code.group().startsWith("<#--"))
                .flatMap(code -> NOW.matcher(code.group())
                        .results()
                        .map(now -> Diagnostic.of(
                                Codes.TEMPLATE_ERROR,
                                template.span(code.start() + now.start(), code.start() + now.end()),
                                "`.now` is the time of the build, so that every build would give another site",
                                "write the date or year itself")));
    }
}
