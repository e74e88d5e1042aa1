package org.waymark.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.Fix;
import org.waymark.source.Edit;
import org.waymark.source.Position;
import org.waymark.source.SourceFile;

/** Reports list items that begin as in a word processor or plain text, not with a hyphen and a space. */
final class Bullets {
    /** Dashes, bullets (Word's is in the private use area) and numbers, each with a space; a hyphen without one. */
    private static final Pattern BULLET = Pattern.compile(
            " *((?:[\\p{Pd}\u2212&&[^-]]|[\u2022\u2023\u2043\u25CF\u25E6\u25AA\u25A0\u00B7\uF0B7\uF0A7*+]|\\d{1,2}[.)])[ \\p{Z}]+|-(?=[\\p{L}\\d]))\\S.*");

    private Bullets() {}

    /** Checks a value without quotes. It is a list if it begins a line with a bullet. */
    static Optional<Diagnostic> find(SourceFile file, int start, int end) {
        char c = start < end ? file.text().charAt(start) : ' ';
        if (Character.isLetter(c) || "'\"|>[{ ".indexOf(c) >= 0) {
            return Optional.empty();
        }
        Position first = file.position(start);
        if (!file.line(first.line()).substring(0, first.column() - 1).isBlank()) {
            return Optional.empty();
        }
        var edits = new ArrayList<Edit>();
        int last = file.position(end).line();
        for (int line = first.line(); line <= last; line++) {
            Matcher bullet = BULLET.matcher(file.line(line));
            if (bullet.matches()) {
                int at = file.offset(new Position(line, 1));
                edits.add(new Edit(file.span(at + bullet.start(1), at + bullet.end(1)), "- "));
            } else if (line == first.line()) {
                return Optional.empty();
            }
        }
        boolean isHyphen = c == '-';
        String typed = "`"
                + file.text()
                        .substring(start, file.offset(edits.get(0).span().end()))
                        .replaceAll("[\\s\\p{Z}]+", "") + "`";
        return Optional.of(Diagnostic.of(
                        Codes.INVALID_YAML,
                        isHyphen
                                ? file.span(start, lineEnd(file, start))
                                : edits.get(0).span(),
                        isHyphen
                                ? "this is not recognised as a list item"
                                : "a list item begins with a hyphen and a space, not with " + typed,
                        isHyphen ? "add a space after the `-`" : "write `- ` instead")
                .withFix(Optional.of(new Fix("Write `- ` before each item", true, List.copyOf(edits)))));
    }

    private static int lineEnd(SourceFile file, int at) {
        int end = file.text().indexOf('\n', at);
        return end < 0 ? file.text().length() : end;
    }
}
