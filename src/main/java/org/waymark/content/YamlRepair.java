package org.waymark.content;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.waymark.source.Position;
import org.waymark.source.SourceFile;
import org.waymark.source.Value.Scalar;

/**
 * A text from which broken fields are removed one by one, until the rest can be parsed. They are overwritten with
 * spaces,
 * so that all positions stay the same.
 */
final class YamlRepair {
    private static final Pattern WORD = Pattern.compile("[A-Za-z][\\w-]*");

    private SourceFile file;
    private final int end;
    private final Predicate<String> isFieldName;
    private final Set<Integer> broken = new HashSet<>();
    private final List<Scalar> lost = new ArrayList<>();

    /**
     * @param end the offset after which nothing is removed
     * @param isFieldName whether a word is the name of a field of the file
     */
    YamlRepair(SourceFile file, int end, Predicate<String> isFieldName) {
        this.file = file;
        this.end = end;
        this.isFieldName = isFieldName;
    }

    /** The text in its current state. */
    SourceFile file() {
        return file;
    }

    int end() {
        return end;
    }

    Predicate<String> isFieldName() {
        return isFieldName;
    }

    /** Whether the parser stopped at a line, so something was removed there. */
    boolean isBroken(int line) {
        return broken.contains(line);
    }

    /** The names of fields that were removed completely between two offsets. No name is returned twice. */
    List<Scalar> takeLost(int from, int to) {
        if (lost.isEmpty()) {
            return List.of();
        }
        Map<Boolean, List<Scalar>> isFound = lost.stream().collect(Collectors.partitioningBy(key -> {
            int at = file.offset(key.span().start());
            return at >= from && at <= to;
        }));
        lost.clear();
        lost.addAll(isFound.getOrDefault(false, List.of()));
        return isFound.getOrDefault(true, List.of());
    }

    /**
     * Removes the value on a line, with the lines below that belong to it; if called again, the whole line.
     *
     * @return false if there was nothing left to remove
     */
    boolean takeOut(int line) {
        String text = file.line(line);
        boolean first = broken.add(line);
        YamlLine row = YamlLine.of(text);
        if (first && row.isField() && cover(line, row.colon() + 1, row.content())) {
            return true;
        }
        if (first && row.isItem() && cover(line, row.indentation() + 1, row.indentation())) {
            return true;
        }
        boolean hasBlock = row.isField() || text.strip().startsWith("-");
        return cover(line, 0, hasBlock ? indentation(line) : Integer.MAX_VALUE);
    }

    /** Removes individual lines, regardless of those below; all at once, since each call copies the text. */
    void takeOutLines(List<Integer> lines) {
        if (lines.isEmpty()) {
            return;
        }
        char[] text = file.text().toCharArray();
        for (int line : lines) {
            broken.add(line);
            int start = lineStart(line);
            lost.add(name(file, start, start + file.lineLength(line)));
            Arrays.fill(text, Math.min(start, end), Math.min(start + file.lineLength(line), end), ' ');
        }
        file = SourceFile.of(file.path(), new String(text));
    }

    /** The name of a field, as far as invalid YAML shows it: its first word. */
    static Scalar name(SourceFile file, int start, int end) {
        Matcher word = WORD.matcher(file.text()).region(start, end);
        return word.find()
                ? new Scalar(word.group(), file.span(word.start(), word.end()))
                : new Scalar("", file.span(start, start));
    }

    private boolean cover(int line, int column, int indentation) {
        int below = blockEnd(line, indentation);
        for (int whole = column == 0 ? line : line + 1; whole < below; whole++) {
            lost.add(name(
                    file, lineStart(whole), lineStart(whole) + file.line(whole).length()));
        }
        int stop = Math.min(end, lineStart(below));
        char[] text = file.text().toCharArray();
        for (int i = lineStart(line) + column; i < stop; i++) {
            text[i] = text[i] == '\n' ? '\n' : ' ';
        }
        var covered = SourceFile.of(file.path(), new String(text));
        boolean changed = !covered.text().equals(file.text());
        file = covered;
        return changed;
    }

    /** The first line below that is not indented further. */
    private int blockEnd(int line, int indentation) {
        int below = line + 1;
        while (lineStart(below) < end && (file.line(below).isBlank() || indentation(below) > indentation)) {
            below++;
        }
        return below;
    }

    private int indentation(int line) {
        return file.line(line).length() - file.line(line).stripLeading().length();
    }

    private int lineStart(int line) {
        return file.offset(new Position(line, 1));
    }
}
