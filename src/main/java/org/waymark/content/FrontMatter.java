package org.waymark.content;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.Outcome;
import org.waymark.source.Position;
import org.waymark.source.SourceFile;

/**
 * Where the fields of a Markdown file stand, between two lines of {@code ---}, and where its text begins. Offsets are in
 * UTF-16 units.
 */
record FrontMatter(int fieldsStart, int fieldsEnd, int bodyStart) {
    private static final String FENCE = "---";
    private static final String HELP = "begin the file with a line `---`, then the fields, then another line `---`";

    /**
     * Finds the front matter. Where a fence is missing or misspelt, this is reported, and the likely place is taken, so
     * that the rest of the file can be checked too.
     */
    static Outcome<FrontMatter> find(SourceFile file) {
        if (file.text().isBlank()) {
            return Outcome.failed(
                    Diagnostic.of(Codes.MISSING_FRONT_MATTER, file.span(0, 0), "the file is empty", HELP));
        }
        var diagnostics = new ArrayList<Diagnostic>();
        int first = openingFence(file, diagnostics);
        OptionalInt last = closingFence(file, first + 1, diagnostics);
        if (last.isEmpty()) {
            return Outcome.failed(diagnostics);
        }
        int fieldsStart = lineStart(file, first + 1);
        int fieldsEnd = Math.max(fieldsStart, lineStart(file, last.getAsInt()));
        boolean onFence = isNearlyFence(file.line(last.getAsInt()));
        int bodyStart = onFence ? lineStart(file, last.getAsInt() + 1) : fieldsEnd;
        return Outcome.of(new FrontMatter(fieldsStart, fieldsEnd, bodyStart), diagnostics);
    }

    /** The line of the opening fence; 0 where the fields begin at once. */
    private static int openingFence(SourceFile file, List<Diagnostic> diagnostics) {
        String line = file.line(1);
        if (isFence(line)) {
            return 1;
        }
        int start = file.offset(Position.START);
        if (isNearlyFence(line)) {
            diagnostics.add(Diagnostic.of(
                    Codes.MISSING_FRONT_MATTER,
                    file.span(start, start + line.length()),
                    "the first line is `" + line.strip() + "`, not `---`",
                    "did you mean `---`?"));
            return 1;
        }
        int late = 1;
        while (late <= file.lineCount() && file.line(late).isBlank()) {
            late++;
        }
        if (late > 1 && isFence(file.line(late))) {
            int at = lineStart(file, late);
            diagnostics.add(Diagnostic.of(
                    Codes.MISSING_FRONT_MATTER,
                    file.span(at, at + FENCE.length()),
                    "`---` stands on line " + late + ", but it must be the very first line",
                    "remove the empty lines above it"));
            return late;
        }
        diagnostics.add(Diagnostic.of(
                Codes.MISSING_FRONT_MATTER,
                file.span(start, start + line.length()),
                "the file does not begin with `---`",
                HELP));
        return 0;
    }

    /** The line at which the fields end; empty where there are no fields at all. */
    private static OptionalInt closingFence(SourceFile file, int from, List<Diagnostic> diagnostics) {
        boolean opened = from > 1;
        for (int line = from; line <= file.lineCount(); line++) {
            if (isFence(file.line(line))) {
                return OptionalInt.of(line);
            }
        }
        if (!opened && !file.line(1).matches("[\\w-]+:.*")) {
            return OptionalInt.empty();
        }
        for (int line = from; line <= file.lineCount(); line++) {
            String text = file.line(line);
            boolean near = isNearlyFence(text);
            if (near || text.isBlank() || text.startsWith("#")) {
                if (opened) {
                    diagnostics.add(unclosed(file, from - 1, line, near));
                }
                return OptionalInt.of(line);
            }
        }
        if (opened) {
            diagnostics.add(unclosed(file, from - 1, file.lineCount() + 1, false));
        }
        return OptionalInt.of(file.lineCount() + 1);
    }

    private static Diagnostic unclosed(SourceFile file, int opening, int end, boolean near) {
        int at = lineStart(file, near ? end : opening);
        String found = near ? file.line(end).strip() : FENCE;
        return near
                ? Diagnostic.of(
                        Codes.MISSING_FRONT_MATTER,
                        file.span(at, at + file.line(end).length()),
                        "the fields end with `" + found + "`, not `---`",
                        "did you mean `---`?")
                : Diagnostic.of(
                        Codes.MISSING_FRONT_MATTER,
                        file.span(at, at + FENCE.length()),
                        "the fields begin here, but no line `---` ends them",
                        "add a line `---` between the last field and the text");
    }

    private static boolean isFence(String line) {
        return line.stripTrailing().equals(FENCE);
    }

    /** Two or more dashes, dots, plus signs, equals signs or asterisks, also as typographic dashes or indented. */
    private static boolean isNearlyFence(String line) {
        String text = line.strip().replace("\u2014", "--").replace("\u2013", "--");
        return text.length() >= 2
                && text.length() <= 12
                && "-.+=*_~".indexOf(text.charAt(0)) >= 0
                && text.chars().allMatch(c -> c == text.charAt(0));
    }

    private static int lineStart(SourceFile file, int line) {
        return file.offset(new Position(Math.max(1, line), 1));
    }
}
