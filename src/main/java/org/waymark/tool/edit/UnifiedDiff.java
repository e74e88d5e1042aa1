package org.waymark.tool.edit;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.waymark.source.EditedText;
import org.waymark.source.FileChange;
import org.waymark.source.Project;
import org.waymark.source.SourceFile;

/** Previews changes as a unified diff, as Git shows them. */
public final class UnifiedDiff {
    private static final int CONTEXT = 3;
    private static final String NOWHERE = "/dev/null";

    private UnifiedDiff() {}

    /** The diff of changes to files outside {@code content}. */
    public static String of(List<FileChange> changes) {
        return of(Project.EMPTY, changes);
    }

    /** The diff of all changes, with a line end at the end; empty if nothing would change. */
    public static String of(Project project, List<FileChange> changes) {
        var diff = new StringBuilder();
        for (FileChange change : changes) {
            if (change instanceof FileChange.Creation creation) {
                append(diff, "", "b/" + creation.path(), "", creation.text());
            } else if (change instanceof FileChange.Replacement replacement) {
                String path = replacement.path();
                append(diff, "a/" + path, "b/" + path, replacement.before(), replacement.text());
            } else if (change instanceof FileChange.Removal removal) {
                append(diff, "a/" + removal.path(), "", text(project, removal.path()), "");
            } else if (change instanceof FileChange.PositionRemoval image) {
                diff.append("Binary files a/")
                        .append(image.path())
                        .append(" and b/")
                        .append(image.path())
                        .append(" differ: its metadata no longer say where it was taken\n");
            } else if (change instanceof FileChange.Revision revision) {
                String before = text(project, revision.path());
                if (!revision.path().equals(revision.newPath())) {
                    diff.append("rename from ").append(revision.path()).append('\n');
                    diff.append("rename to ").append(revision.newPath()).append('\n');
                }
                append(
                        diff,
                        "a/" + revision.path(),
                        "b/" + revision.newPath(),
                        before,
                        EditedText.of(before, revision.edits()));
            }
        }
        return diff.toString();
    }

    private static String text(Project project, String path) {
        return project.content().stream()
                .filter(file -> file.path().equals(path))
                .map(SourceFile::text)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such file: " + path));
    }

    private static void append(StringBuilder diff, String oldName, String newName, String before, String after) {
        List<String> old = lines(before);
        UnifiedDiffUtils.generateUnifiedDiff(
                        oldName.isEmpty() ? NOWHERE : oldName,
                        newName.isEmpty() ? NOWHERE : newName,
                        old,
                        DiffUtils.diff(old, lines(after)),
                        CONTEXT)
                .forEach(line -> diff.append(line).append('\n'));
    }

    /** The lines of a text, with the usual marker if the last one has no line end. */
    private static List<String> lines(String text) {
        var lines = new ArrayList<>(Arrays.asList(text.split("\n", -1)));
        String last = lines.remove(lines.size() - 1);
        if (!last.isEmpty()) {
            lines.add(last + "\n\\ No newline at end of file");
        }
        return lines;
    }
}
