package org.waymark.check;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.waymark.diagnostic.Diagnostic;

/** Finds lines that were meant as the items of a list or the rows of a table, but run together into one paragraph. */
final class LooseLines {
    /** What no sentence begins with. The last are the bullets of Word's own fonts. */
    private static final Pattern BULLET =
            Pattern.compile("[•·▪▫◦‣⁃●○■□◆➢➤❖](?=\\s|\\u00A0)|[\\uF000-\\uF0FF]|o\\t|[-–—*+]\\u00A0|[–—]\\t");

    /** What a sentence may begin with, once. */
    private static final List<Pattern> REPEATED = List.of(
            Pattern.compile("[–—✓✔→][ \\t]"),
            Pattern.compile("-(?=\\p{L})"),
            Pattern.compile("\\*(?=\\p{L})"),
            Pattern.compile("\\(\\d{1,2}\\)\\s"),
            Pattern.compile("\\(?[a-z]\\)\\s"),
            Pattern.compile("\\(?[ivx]{1,4}\\)\\s"),
            Pattern.compile("\\d{1,2}[.)](?=\\s|\\p{L})"));

    private static final Pattern NUMBER = Pattern.compile("\\d{1,2}[.)]\\s");

    /** The line below the first of a table. */
    private static final Pattern DELIMITERS = Pattern.compile("[ \\t]*\\|?[ :]*-+[ :]*(?:\\|[ :]*-+[ :]*)*\\|?[ \\t]*");

    /** The number or letter of an item, with a tab after it. */
    private static final Pattern MARKER = Pattern.compile("\\(?[\\p{L}\\p{N}]{1,3}[.)]|[^\\p{L}\\p{N}]{1,3}");

    private final TypedText typed;
    private final Consumer<Diagnostic> found;

    private LooseLines(TypedText typed, Consumer<Diagnostic> found) {
        this.typed = typed;
        this.found = found;
    }

    static void find(TypedText typed, Consumer<Diagnostic> found) {
        new LooseLines(typed, found).find();
    }

    /**
     * A line that may be an item or a row.
     *
     * @param start of its first character that is no space
     */
    private record Line(int start, int end, String text) {}

    private void find() {
        String text = typed.text();
        var passage = new ArrayList<Line>();
        boolean wasBullet = false;
        for (int at = typed.start(); at < text.length(); at = typed.lineEnd(at) + 1) {
            int end = typed.lineEnd(at);
            int start = at;
            while (start < end && " \t>".indexOf(text.charAt(start)) >= 0) {
                start++;
            }
            if (start == end) {
                report(passage);
                continue;
            }
            var line = new Line(start, end, text.substring(start, end));
            boolean isBullet = BULLET.matcher(line.text()).lookingAt() && typed.isPlain(start);
            if (isBullet && !wasBullet) {
                found.accept(typed.finding(
                        start, start + 1, "a bullet that is no list to Markdown", "begin each item with `- `"));
            }
            wasBullet = isBullet;
            if (isBullet) {
                report(passage);
            } else {
                passage.add(line);
            }
        }
        report(passage);
    }

    /** Looks at the lines between two empty ones. */
    private void report(List<Line> lines) {
        if (!lines.isEmpty() && !table(lines) && lines.size() > 1) {
            list(lines);
        }
        lines.clear();
    }

    private void list(List<Line> lines) {
        for (Pattern marker : REPEATED) {
            List<Line> items = lines.stream()
                    .filter(line -> marker.matcher(line.text()).lookingAt() && typed.isPlain(line.start()))
                    .toList();
            boolean isRun = items.size() > 1
                    && typed.plain()
                            .isOnePassage(items.get(0).start(), items.get(1).start());
            if (isRun || afterColon(lines, items)) {
                Line first = items.get(0);
                found.accept(typed.finding(
                        first.start(),
                        first.start() + 1,
                        "a list that is none to Markdown",
                        "begin each item with `- ` or `1. `, and leave an empty line above the list"));
                return;
            }
        }
    }

    /** A list begins within a paragraph only with 1, so that a sentence may begin a line with a number. */
    private boolean afterColon(List<Line> lines, List<Line> items) {
        if (items.isEmpty() || !NUMBER.matcher(items.get(0).text()).lookingAt()) {
            return false;
        }
        int index = lines.indexOf(items.get(0));
        return index > 0 && lines.get(index - 1).text().stripTrailing().endsWith(":");
    }

    private boolean table(List<Line> lines) {
        if (lines.get(0).text().startsWith("{|") || lines.get(0).text().startsWith("+-")) {
            return true; // found as another program's
        }
        List<Line> rows = lines.stream().filter(this::isRow).toList();
        boolean hasDelimiters = rows.stream()
                .anyMatch(row -> row.text().indexOf('-') >= 0
                        && DELIMITERS.matcher(row.text()).matches());
        boolean isBounded = rows.stream().anyMatch(row -> isBounded(row.text()));
        boolean isOpen = rows.stream().filter(row -> row.text().startsWith("|")).count() > 1;
        if (hasDelimiters && rows.size() > 1 || isBounded || isOpen) {
            Line first = rows.get(0);
            found.accept(typed.finding(
                    first.start(),
                    first.end(),
                    "a table that is none to Markdown",
                    hasDelimiters
                            ? "leave an empty line above it, and give the line of hyphens as many cells as the first row"
                            : "put a line such as `| --- | --- |` below the first row, with as many cells as that"));
            return true;
        }
        return tabs(lines);
    }

    private boolean isRow(Line line) {
        int bar = line.text().indexOf('|');
        return bar >= 0 && typed.isPlain(line.start() + bar);
    }

    private static boolean isBounded(String row) {
        return row.startsWith("|")
                && row.stripTrailing().endsWith("|")
                && row.chars().filter(c -> c == '|').count() > 2;
    }

    private boolean tabs(List<Line> lines) {
        List<Line> rows = lines.stream().filter(this::hasColumns).toList();
        if (rows.size() < 2) {
            return false;
        }
        Line first = rows.get(0);
        found.accept(typed.finding(
                first.start(),
                first.end(),
                "a table with tabs between its cells",
                "write each row as `| cell | cell |`, with `| --- | --- |` below the first"));
        return true;
    }

    private boolean hasColumns(Line line) {
        int tab = line.text().indexOf('\t');
        return tab > 0
                && !MARKER.matcher(line.text().substring(0, tab).strip()).matches()
                && !line.text().substring(tab).isBlank()
                && typed.isPlain(line.start() + tab);
    }
}
