package org.waymark.tool.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.waymark.Build;
import org.waymark.TestProject;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.directory.Directory;
import org.waymark.source.EditedText;
import org.waymark.source.FileChange;
import org.waymark.source.Project;
import org.waymark.source.SourceFile;

/** Applies changes in memory. */
final class Reshaped {
    /** Changes leave most files as they are. */
    private static final Build BUILD = Build.kept();

    private Reshaped() {}

    static Directory directory(Project project) {
        return BUILD.check(project, TestProject.SETTINGS).directory();
    }

    /** The project after changes computed from it. */
    static Project with(Project project, BiFunction<Directory, Project, List<FileChange>> plan) {
        return apply(project, plan.apply(directory(project), project));
    }

    static Project apply(Project project, List<FileChange> changes) {
        Map<String, SourceFile> files = new TreeMap<>();
        project.content().forEach(file -> files.put(file.path(), file));
        var made = new ArrayList<SourceFile>();
        for (FileChange change : changes) {
            SourceFile before = files.remove(change.path());
            if (change instanceof FileChange.Creation creation) {
                assertEquals(null, before, creation.path());
                made.add(SourceFile.of(creation.path(), creation.text()));
            } else if (change instanceof FileChange.Revision revision) {
                made.add(SourceFile.of(revision.newPath(), EditedText.of(before.text(), revision.edits())));
            }
        }
        for (SourceFile file : made) {
            assertEquals(null, files.put(file.path(), file), file.path());
        }
        return project.withContent(List.copyOf(files.values()));
    }

    static String text(Project project, String path) {
        return project.content().stream()
                .filter(file -> file.path().equals(path))
                .map(SourceFile::text)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no file " + path));
    }

    static boolean has(Project project, String path) {
        return project.content().stream().anyMatch(file -> file.path().equals(path));
    }

    /** Asserts that a change adds no error to a directory; warnings may come and go. */
    static void assertNoNewErrors(Project before, Project after) {
        assertTrue(
                errors(before).containsAll(errors(after)), () -> errors(after).toString());
    }

    private static Set<String> errors(Project project) {
        return BUILD.check(project, TestProject.SETTINGS).diagnostics().stream()
                .filter(Diagnostic::isError)
                .map(finding -> finding.code().name() + " " + finding.message())
                .collect(Collectors.toSet());
    }
}
