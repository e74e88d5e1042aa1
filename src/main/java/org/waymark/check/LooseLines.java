package org.waymark.check;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.Fix;
import org.waymark.source.Edit;

/** Finds lines that were meant as the items of a list or the rows of a table, but run together into one paragraph. */
final class LooseLines {
    /** Characters that no sentence begins with. The last are the bullets of Word's own fonts. */
    private static final Pattern BULLET =
            Pattern.compile("[•·▪▫◦‣⁃●○■□◆➢➤❖](?=\\s|\\u00A0)|[\\uF000-\\uF0FF]|o\\t|[-–—*+]\\u00A0|[–—]\\t");

    /** The start of a line in a form or a list of opening times. */
    private static final Pattern LABEL = Pattern.compile("\\p{Lu}[\\p{L}\\p{N} '’&/()–-]{1,30}:[ \\t\\x{A0}](?=\\S)");

    /** What one sentence may begin with, but not several in a row. */
    private static final List<Pattern> REPEATED = List.of(
            Pattern.compile("[–—✓✔→][ \\t]"),
            Pattern.compile("(?:[\\x{2190}-\\x{21FF}\\x{2300}-\\x{27BF}\\x{2900}-\\x{297F}\\x{2B00}-\\x{2BFF}"
                    + "\\x{1F000}-\\x{1FAFF}]\\x{FE0F}?|[0-9]\\x{FE0F}?\\x{20E3})[ \\t\\x{A0}]*(?=\\S)"),
            Pattern.compile("\\\\[-*+•][ \\t]"),
            Pattern.compile("\\d{1,2}\\\\[.)][ \\t]"),
            LABEL,
            Pattern.compile("-(?=\\p{L})"),
            Pattern.compile("\\*(?=\\p{L})"),
            Pattern.compile("\\(\\d{1,2}\\)\\s"),
            Pattern.compile("\\(?[a-z]\\)\\s"),
            Pattern.compile("\\(?[ivx]{1,4}\\)\\s"),
            Pattern.compile("(?:[a-h]|[ivx]{1,4})\\.[ \\t]"),
            Pattern.compile("\\d{1,2}[.)](?=\\s|\\p{L})"));

    /** A row of a file with semicolon-separated cells. */
    private static final Pattern SEMICOLONS = Pattern.compile("[^;]{1,60};[^;\\s][^;]{0,60}(?:;[^;\\s][^;]{0,60})++");

    /** Space that nobody types between words. */
    private static final String GAP = "   ";

    private static final Pattern COLUMNS =
            Pattern.compile("\\S++(?: {1,2}\\S++)*+(?: {3,}\\S++(?: {1,2}\\S++)*+){1,9}+ *");

    private static final Pattern ESCAPED = Pattern.compile("\\\\[-*+•]|\\d{1,2}\\\\[.)]");

    private static final Pattern NUMBER = Pattern.compile("\\d{1,2}[.)]\\s");

    /** The delimiter row of a table, below its header. */
    private static final Pattern DELIMITERS =
            Pattern.compile("[ \\t]*\\|?[ :]*-+[ :]*(?:\\|[ :]*-+[ :]*)*+\\|?[ \\t]*");

    /** The number or letter of an item, with a tab after it. */
    private static final Pattern MARKER = Pattern.compile("\\(?[\\p{L}\\p{N}]{1,3}[.)]|[^\\p{L}\\p{N}]{1,3}");

    /** What may come between the marker of an item and its words. */
    private static final String SPACES = " \t\u00A0";

    /** With more text before it on its line, an item is not recognised. */
    private static final int DEEPEST = 3;

    private static final int LONGEST_LABEL = 33;

    private static final int LAST_ASCII = 127;

    /** What may separate the cells of a row. */
    private static final String SEPARATORS = "|\t;";

    private final TypedText typed;
    private final Consumer<Diagnostic> found;
    /** Whether a line may be a row of a table. */
    private final boolean mayHaveRows;

    private LooseLines(TypedText typed, Consumer<Diagnostic> found) {
        this.typed = typed;
        this.found = found;
        mayHaveRows = SEPARATORS.chars().anyMatch(c -> typed.file().has((char) c));
    }

    static void find(TypedText typed, Consumer<Diagnostic> found) {
        new LooseLines(typed, found).find();
    }

    /**
     * A line that may be an item or a row.
     *
     * @param start of its first character other than a space
     */
    private record Line(int start, int end) {}

    private void find() {
        String text = typed.text();
        var passage = new ArrayList<Line>();
        boolean isWorthALook = false;
        var bullets = new ArrayList<Line>();
        for (int at = typed.start(); at < text.length(); at = typed.lineEnd(at) + 1) {
            int end = typed.lineEnd(at);
            int start = at;
            while (start < end && " \t>".indexOf(text.charAt(start)) >= 0) {
                start++;
            }
            var line = new Line(start, end);
            boolean isBullet = start < end && isBullet(line);
            if (isBullet) {
                bullets.add(line);
            } else if (start < end) {
                bullets(bullets);
            }
            if (start < end && !isBullet) {
                passage.add(line);
                isWorthALook |= mayBeItem(start) || mayBeLabel(line) || mayBeRow(line);
            } else if (!passage.isEmpty()) {
                if (isWorthALook) {
                    report(passage);
                }
                passage.clear();
                isWorthALook = false;
            }
        }
        bullets(bullets);
        if (isWorthALook) {
            report(passage);
        }
    }

    /** Consecutive bullets, perhaps with empty lines between them. */
    private void bullets(List<Line> items) {
        if (!items.isEmpty()) {
            int start = items.get(0).start();
            found.accept(typed.finding(
                            start, start + 1, "a bullet that Markdown does not recognise", "begin each item with `- `")
                    .withFix(hyphens(items)));
            items.clear();
        }
    }

    /** Replaces the marker of each item with `- `. A line directly after the last item would become part of it. */
    private Optional<Fix> hyphens(List<Line> items) {
        var edits = new ArrayList<Edit>();
        for (Line item : items) {
            int words = item.start() + 1;
            while (words < item.end() && SPACES.indexOf(typed.at(words)) >= 0) {
                words++;
            }
            if (words == item.end() || item.start() - typed.lineStart(item.start()) > DEEPEST) {
                return Optional.empty();
            }
            edits.add(new Edit(typed.file().span(item.start(), words), "- "));
        }
        int next = items.get(items.size() - 1).end() + 1;
        boolean isLast = next >= typed.text().length()
                || typed.text().substring(next, typed.lineEnd(next)).isBlank();
        return Optional.of(new Fix("Begin each item with `- `", isLast, edits));
    }

    private boolean isBullet(Line line) {
        char first = typed.at(line.start());
        boolean mayBe = first > LAST_ASCII || ("o-*+".indexOf(first) >= 0 && typed.at(line.start() + 1) != ' ');
        return mayBe && starts(BULLET, line) && typed.isPlain(line.start());
    }

    /** Whether a line begins like a list item, but not one that Markdown recognises. */
    private boolean mayBeItem(int start) {
        char first = typed.at(start);
        char second = typed.at(start + 1);
        boolean isList = second == ' ' && (first == '-' || first == '*');
        boolean isRoman = "ivx".indexOf(first) >= 0 && "ivx".indexOf(second) >= 0;
        boolean isMark = !isList && "-*(\\0123456789".indexOf(first) >= 0;
        boolean isLetter = second == '.' && first >= 'a' && first <= 'x';
        return first > LAST_ASCII || isMark || isLetter || second == ')' || isRoman;
    }

    private boolean mayBeLabel(Line line) {
        if (!Character.isUpperCase(typed.at(line.start()))) {
            return false;
        }
        int end = Math.min(line.end() - 1, line.start() + LONGEST_LABEL);
        int at = line.start();
        while (at < end && typed.at(at) != ':') {
            at++;
        }
        return at < end && SPACES.indexOf(typed.at(at + 1)) >= 0;
    }

    private boolean mayBeRow(Line line) {
        String text = text(line);
        return (mayHaveRows && text.chars().anyMatch(c -> SEPARATORS.indexOf(c) >= 0)) || text.contains(GAP);
    }

    private boolean starts(Pattern pattern, Line line) {
        return pattern.matcher(typed.text()).region(line.start(), line.end()).lookingAt();
    }

    private String text(Line line) {
        return typed.text().substring(line.start(), line.end());
    }

    /** Checks the lines between two empty ones. */
    private void report(List<Line> lines) {
        if (!table(lines) && lines.size() > 1) {
            list(lines);
        }
    }

    private void list(List<Line> lines) {
        for (Pattern marker : REPEATED) {
            List<Line> items = lines.stream()
                    .filter(line -> starts(marker, line) && typed.isPlain(shown(line)))
                    .toList();
            boolean isRun = items.size() > 1 && typed.plain().isOnePassage(shown(items.get(0)), shown(items.get(1)));
            boolean isLabelled = marker.equals(LABEL);
            boolean isMeant = isLabelled ? isRun && runTogether(lines, items) : isRun || afterColon(lines, items);
            if (isMeant) {
                found.accept(isLabelled ? labelled(items.get(0)) : list(lines, items));
                return;
            }
        }
    }

    /** The first character of a line that is shown as typed: after an escaped marker, that of the words. */
    private int shown(Line line) {
        int at = line.start();
        if (typed.at(at) == '\\') {
            at += 2;
            while (at < line.end() && SPACES.indexOf(typed.at(at)) >= 0) {
                at++;
            }
        }
        return at;
    }

    private Diagnostic list(List<Line> lines, List<Line> items) {
        int start = items.get(0).start();
        return typed.finding(
                        start,
                        start + Character.charCount(typed.text().codePointAt(start)),
                        "a list that Markdown does not recognise",
                        "begin each item with `- ` or `1. `, and leave an empty line above the list")
                .withFix(
                        isEscaped(items.get(0))
                                ? withoutBackslashes(items)
                                : isDash(items) && isWhole(lines, items) ? hyphens(items) : Optional.empty());
    }

    private Diagnostic labelled(Line first) {
        return Diagnostic.of(
                Codes.UNRENDERED_MARKUP,
                typed.file().span(first.start(), first.end()),
                "readers see this line and the next as one, since only a line break separates them",
                "begin each line with `- `, and leave an empty line above the first; or end each with a backslash");
    }

    /** Whether lines with labels follow one another, and no line break is written out between the first two. */
    private boolean runTogether(List<Line> lines, List<Line> items) {
        int first = lines.indexOf(items.get(0));
        String text = typed.text().substring(items.get(0).start(), items.get(0).end());
        return lines.get(first + 1).equals(items.get(1)) && !text.endsWith("  ") && !text.endsWith("\\");
    }

    /** Removes the backslashes that Google Docs writes before the markers of a list typed by hand. */
    private Optional<Fix> withoutBackslashes(List<Line> items) {
        List<Edit> edits = items.stream()
                .map(item -> typed.text().indexOf('\\', item.start()))
                .map(at -> new Edit(typed.file().span(at, at + 1), ""))
                .toList();
        return Optional.of(new Fix("Remove the backslashes", false, edits));
    }

    private boolean isEscaped(Line item) {
        return starts(ESCAPED, item);
    }

    /** Whether items begin with a dash, which is equivalent to a bullet. */
    private boolean isDash(List<Line> items) {
        return "–—".indexOf(typed.at(items.get(0).start())) >= 0;
    }

    /** Whether all lines from the first item on are items. */
    private static boolean isWhole(List<Line> lines, List<Line> items) {
        return lines.size() - lines.indexOf(items.get(0)) == items.size();
    }

    /** A list can interrupt a paragraph only with 1, so a sentence may begin a line with another number. */
    private boolean afterColon(List<Line> lines, List<Line> items) {
        if (items.isEmpty() || !starts(NUMBER, items.get(0))) {
            return false;
        }
        int index = lines.indexOf(items.get(0));
        return index > 0 && text(lines.get(index - 1)).stripTrailing().endsWith(":");
    }

    private boolean table(List<Line> lines) {
        if (text(lines.get(0)).startsWith("{|") || text(lines.get(0)).startsWith("+-")) {
            return true; // reported as another program's notation
        }
        List<Line> rows = lines.stream().filter(this::isRow).toList();
        boolean hasDelimiters = rows.stream()
                .anyMatch(row -> text(row).indexOf('-') >= 0
                        && DELIMITERS.matcher(text(row)).matches());
        boolean isBounded = rows.stream().anyMatch(row -> isBounded(text(row)));
        boolean isOpen = rows.stream().filter(row -> text(row).startsWith("|")).count() > 1;
        if ((hasDelimiters && rows.size() > 1) || isBounded || isOpen) {
            Line first = rows.get(0);
            found.accept(typed.finding(
                    first.start(),
                    first.end(),
                    "a table that Markdown does not recognise",
                    hasDelimiters
                            ? "leave an empty line above it, and give the line of hyphens as many cells as the first row"
                            : "add a line such as `| --- | --- |` below the first row, with the same number of cells"));
            return true;
        }
        return tabs(lines) || semicolons(lines) || gaps(lines);
    }

    /** Columns separated by several spaces, which readers see as one. */
    private boolean gaps(List<Line> lines) {
        boolean isTable = lines.size() > 1
                && lines.stream().allMatch(line -> COLUMNS.matcher(text(line)).matches() && typed.isPlain(line.start()))
                && typed.plain().isOnePassage(lines.get(0).start(), lines.get(1).start());
        if (isTable) {
            Line first = lines.get(0);
            found.accept(typed.finding(
                    first.start(),
                    first.end(),
                    "a table with spaces between its cells",
                    "write each row as `| cell | cell |`, with `| --- | --- |` below the first"));
        }
        return isTable;
    }

    private boolean semicolons(List<Line> lines) {
        List<Line> rows = lines.stream()
                .filter(line -> SEMICOLONS.matcher(text(line)).matches() && typed.isPlain(line.start()))
                .toList();
        if (rows.size() < 2 || rows.size() < lines.size()) {
            return false;
        }
        Line first = rows.get(0);
        found.accept(typed.finding(
                        first.start(),
                        first.end(),
                        "a table with semicolons between its cells",
                        "write each row as `| cell | cell |`, with `| --- | --- |` below the first")
                .withFix(bars(lines, rows, ';')));
        return true;
    }

    /**
     * Formats the rows as a table, if all have the same number of cells. With three columns or more this is certain; two
     * columns may be a list of times.
     */
    private Optional<Fix> bars(List<Line> lines, List<Line> rows, char separator) {
        List<String[]> cells = rows.stream()
                .map(row -> text(row).strip().split("\\s*" + separator + "\\s*"))
                .toList();
        int columns = cells.get(0).length;
        boolean isTable = rows.size() == lines.size()
                && columns > 1
                && cells.stream().allMatch(row -> row.length == columns)
                && rows.stream()
                        .allMatch(row -> typed.lineStart(row.start()) == row.start()
                                && text(row).indexOf('|') < 0);
        if (!isTable || cells.get(0)[0].isEmpty()) {
            return Optional.empty();
        }
        List<String> better = new ArrayList<>();
        cells.forEach(row -> better.add("| " + String.join(" | ", row) + " |"));
        better.add(1, "| " + String.join(" | ", Collections.nCopies(columns, "---")) + " |");
        Line last = rows.get(rows.size() - 1);
        var edit = new Edit(typed.file().span(rows.get(0).start(), last.end()), String.join("\n", better));
        return Optional.of(new Fix("Make a table of these lines", columns > 2, List.of(edit)));
    }

    private boolean isRow(Line line) {
        int bar = text(line).indexOf('|');
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
                        "write each row as `| cell | cell |`, with `| --- | --- |` below the first")
                .withFix(bars(lines, rows, '\t')));
        return true;
    }

    private boolean hasColumns(Line line) {
        int tab = text(line).indexOf('\t');
        return tab > 0
                && !MARKER.matcher(text(line).substring(0, tab).strip()).matches()
                && !text(line).substring(tab).isBlank()
                && typed.isPlain(line.start() + tab);
    }
}
