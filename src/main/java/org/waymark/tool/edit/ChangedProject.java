package org.waymark.tool.edit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.waymark.source.EditedText;
import org.waymark.source.FileChange;
import org.waymark.source.Project;
import org.waymark.source.SourceFile;

/** A project with changes applied in memory, so they can be checked before anything is written. */
public final class ChangedProject {
    private ChangedProject() {}

    /** The project after adding, changing and removing content files, in path order. */
    public static Project of(Project project, List<FileChange> changes) {
        var content = new ArrayList<>(project.content());
        for (FileChange change : changes) {
            if (change instanceof FileChange.Creation creation) {
                content.add(SourceFile.of(creation.path(), creation.text()));
            } else if (change instanceof FileChange.Revision revision) {
                content.replaceAll(file -> file.path().equals(revision.path()) ? revised(file, revision) : file);
            } else {
                content.removeIf(file -> file.path().equals(change.path()));
            }
        }
        content.sort(Comparator.comparing(SourceFile::path));
        return project.withContent(content);
    }

    private static SourceFile revised(SourceFile file, FileChange.Revision revision) {
        return SourceFile.of(revision.newPath(), EditedText.of(file.text(), revision.edits()));
    }
}
