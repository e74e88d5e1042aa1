package org.waymark.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.Fix;
import org.waymark.source.Edit;
import org.waymark.source.Position;
import org.waymark.source.SourceFile;

/**
 * Treats the special spaces of word processors and web pages among the fields as ordinary ones. To YAML they are
 * letters: it sees no
 * indentation, no end of a key and no end of a value. Those that would change the result are reported.
 *
 * @param file with ordinary spaces around keys and values; every position is unchanged
 */
record OrdinarySpaces(SourceFile file, List<Diagnostic> diagnostics) {
    private static final String UNUSUAL = "\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000";
    private static final Pattern ANY = Pattern.compile("[" + UNUSUAL + "]");
    private static final Pattern KEY = Pattern.compile("[\\w\"'-]+:");

    static OrdinarySpaces of(SourceFile file) {
        int end = file.isPlainAscii() ? 0 : endOfFields(file);
        if (end == 0 || !ANY.matcher(file.text()).region(0, end).find()) {
            return new OrdinarySpaces(file, List.of());
        }
        char[] text = file.text().toCharArray();
        var found = new ArrayList<Diagnostic>();
        int lines = file.position(end).line();
        for (int line = 1; line <= lines; line++) {
            replaceIn(file, line, text, found);
        }
        return new OrdinarySpaces(SourceFile.of(file.path(), new String(text)), found);
    }

    /** The line below the fields of a Markdown file, as far as can be told without parsing them. */
    private static int endOfFields(SourceFile file) {
        if (!file.path().endsWith(".md")) {
            return file.text().length();
        }
        int fence = file.text().indexOf("\n---", 1);
        return fence < 0 ? 0 : fence;
    }

    private static void replaceIn(SourceFile file, int number, char[] text, List<Diagnostic> found) {
        String line = file.line(number);
        int start = file.offset(new Position(number, 1));
        int content = afterSpaces(line, 0);
        int last = line.length();
        while (last > content && isSpace(line.charAt(last - 1))) {
            last--;
        }
        replace(text, start, line, last, line.length());
        if (content == line.length()) {
            return;
        }
        report(file, start, line, 0, content).ifPresent(found::add);
        replace(text, start, line, 0, content);
        while (line.charAt(content) == '-' && content + 1 < last && isSpace(line.charAt(content + 1))) {
            int after = afterSpaces(line, content + 1);
            report(file, start, line, content + 1, after).ifPresent(found::add);
            replace(text, start, line, content + 1, after);
            content = after;
        }
        Matcher key = KEY.matcher(line).region(content, last);
        if (key.lookingAt()) {
            int value = afterSpaces(line, key.end());
            if (value > key.end() && line.charAt(key.end()) != ' ') {
                report(file, start, line, key.end(), value).ifPresent(found::add);
            }
            replace(text, start, line, key.end(), value);
        }
    }

    private static int afterSpaces(String line, int from) {
        int at = from;
        while (at < line.length() && isSpace(line.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isSpace(char c) {
        return c == ' ' || isUnusual(c);
    }

    private static boolean isUnusual(char c) {
        return c >= 0xA0 && Character.isSpaceChar(c) && c != '\u2028' && c != '\u2029';
    }

    private static void replace(char[] text, int start, String line, int from, int to) {
        for (int at = from; at < to; at++) {
            text[start + at] = isUnusual(line.charAt(at)) ? ' ' : text[start + at];
        }
    }

    private static Optional<Diagnostic> report(SourceFile file, int start, String line, int from, int to) {
        int first = from;
        while (first < to && !isUnusual(line.charAt(first))) {
            first++;
        }
        if (first == to) {
            return Optional.empty();
        }
        int after = to;
        while (!isUnusual(line.charAt(after - 1))) {
            after--;
        }
        char c = line.charAt(first);
        String name = c == '\u00A0' || c == '\u202F' ? "a no-break space" : "an unusual space";
        var place = file.span(start + first, start + after);
        return Optional.of(Diagnostic.of(
                        Codes.INVALID_YAML,
                        place,
                        String.format(
                                Locale.ROOT,
                                "there is %s (U+%04X) here, but YAML accepts only ordinary ones",
                                name,
                                (int) c),
                        "type an ordinary space instead")
                .withFix(Optional.of(new Fix(
                        "Replace it with an ordinary space",
                        true,
                        List.of(new Edit(place, " ".repeat(after - first)))))));
    }
}
