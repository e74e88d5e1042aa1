package org.waymark.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.waymark.diagnostic.Code;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.source.SourceFile;

/** Looks for characters that no text file should hold. */
public final class Characters {
    private Characters() {}

    /** One finding for all bytes that are not UTF-8, and one for all control characters, at the first of each. */
    public static List<Diagnostic> check(SourceFile file) {
        var found = new ArrayList<Diagnostic>();
        List<Integer> malformed = file.malformed();
        if (!malformed.isEmpty()) {
            found.add(report(
                    Codes.NOT_UTF_8,
                    file,
                    malformed,
                    "this character is not saved as UTF-8",
                    "save the file with the encoding UTF-8, then check that the character is right"));
        }
        String text = file.text();
        List<Integer> controls = IntStream.range(0, text.length())
                .filter(at -> isControl(text.charAt(at)))
                .boxed()
                .toList();
        if (!controls.isEmpty()) {
            int first = text.charAt(controls.get(0));
            found.add(report(
                    Codes.CONTROL_CHARACTER,
                    file,
                    controls,
                    String.format(Locale.ROOT, "an invisible control character (U+%04X) stands here", first),
                    "delete it, or type the line again"));
        }
        return found;
    }

    private static Diagnostic report(Code code, SourceFile file, List<Integer> places, String fact, String help) {
        int first = places.get(0);
        int others = places.size() - 1;
        String more = others == 0 ? "" : " (and " + others + " more in this file)";
        return Diagnostic.of(code, file.span(first, first + 1), fact + more, help);
    }

    /** The same text with control characters replaced, at which parsers would stop. */
    static SourceFile printable(SourceFile file) {
        String text = file.text();
        if (text.chars().noneMatch(c -> isControl((char) c))) {
            return file;
        }
        var printable = new StringBuilder(text.length());
        text.chars().forEach(c -> printable.append(isControl((char) c) ? '\uFFFD' : (char) c));
        return SourceFile.of(file.path(), printable.toString());
    }

    private static boolean isControl(char c) {
        return (c < ' ' && c != '\n' && c != '\t') || (c >= 0x7F && c <= 0x9F && c != 0x85);
    }
}
