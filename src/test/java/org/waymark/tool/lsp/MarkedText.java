package org.waymark.tool.lsp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.waymark.Build;
import org.waymark.TestProject;
import org.waymark.source.Position;
import org.waymark.source.Project;
import org.waymark.source.SourceFile;

/** A file of the smallest directory in which ‸ marks the cursor, with a snapshot. */
record MarkedText(Snapshot snapshot, SourceFile file, Position cursor) {
    private static final String CURSOR = "‸";

    /** The snapshot does not contain this text yet, as happens while someone types. */
    static MarkedText typed(String path, String text) {
        return of(TestProject.small(), path, text);
    }

    /** The snapshot already contains this text. */
    static MarkedText checked(String path, String text, SourceFile... others) {
        var files = new ArrayList<>(List.of(others));
        files.add(SourceFile.of(path, text.replace(CURSOR, "")));
        return of(TestProject.smallWith(files.toArray(SourceFile[]::new)), path, text);
    }

    static Snapshot snapshot(Project project) {
        return Snapshot.of(project, Build.once().check(project, TestProject.SETTINGS), Optional.empty());
    }

    static MarkedText of(Project project, String path, String text) {
        SourceFile marked = SourceFile.of(path, text);
        int at = marked.text().indexOf(CURSOR);
        if (at < 0) {
            throw new IllegalArgumentException("no cursor in: " + text);
        }
        Position cursor = marked.position(at);
        SourceFile file = SourceFile.of(path, marked.text().replace(CURSOR, ""));
        return new MarkedText(snapshot(project), file, cursor);
    }
}
