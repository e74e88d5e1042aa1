package org.waymark.tool.lsp;

import org.waymark.schema.Kind;
import org.waymark.source.SourceFile;

/**
 * Which lines of a file hold fields. This is told from the lines alone, since the file is broken while someone types.
 *
 * @param first from 1
 * @param last less than {@code first} where there are none
 */
record FieldLines(int first, int last) {
    private static final String FENCE = "---";

    static FieldLines of(SourceFile file, Kind<?> kind) {
        if (!kind.place().hasBody()) {
            return new FieldLines(1, file.lineCount());
        }
        if (!isFence(file.line(1))) {
            return new FieldLines(1, 0);
        }
        for (int line = 2; line <= file.lineCount(); line++) {
            if (isFence(file.line(line))) {
                return new FieldLines(2, line - 1);
            }
        }
        return new FieldLines(2, lastBeforeText(file));
    }

    /** Where nobody has typed the closing fence yet, a main heading is the first line that cannot be a field. */
    private static int lastBeforeText(SourceFile file) {
        int line = 2;
        while (line <= file.lineCount() && !file.line(line).startsWith("## ")) {
            line++;
        }
        return line - 1;
    }

    private static boolean isFence(String line) {
        return line.stripTrailing().equals(FENCE);
    }

    boolean contains(int line) {
        return first <= line && line <= last;
    }
}
