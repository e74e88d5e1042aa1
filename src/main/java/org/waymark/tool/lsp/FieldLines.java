package org.waymark.tool.lsp;

import org.waymark.schema.Kind;
import org.waymark.source.SourceFile;

/**
 * The lines of a file that contain fields. Found by scanning lines, since the file is often invalid while someone
 * types.
 *
 * @param first from 1
 * @param last less than {@code first} if there are none
 */
record FieldLines(int first, int last) {
    private static final String FENCE = "---";

    static FieldLines of(SourceFile file, Kind kind) {
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

    /** Without a closing fence, a main heading is the first line that cannot be a field. */
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
