package org.waymark.tool.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Timeout;
import org.waymark.Build;
import org.waymark.Edition;
import org.waymark.StrangeFile;
import org.waymark.TestKinds;
import org.waymark.TestProject;
import org.waymark.directory.Directory;
import org.waymark.schema.Id;
import org.waymark.source.FileChange;
import org.waymark.source.Project;
import org.waymark.source.SourceFile;

/**
 * Renames a service that a file of arbitrary bytes may refer to in any way: nothing breaks, and renaming it back
 * restores the file byte for byte.
 */
@Timeout(120)
class RenameFuzzTest {
    private static final Build KEPT = Build.kept();
    private static final Id OLD = new Id("extended-access");
    private static final Id NEW = new Id("urgent-hubs");

    @DictionaryFile(resourcePath = "/org/waymark/references.dict")
    @FuzzTest
    void followsAnyReference(byte[] bytes) {
        StrangeFile.of(bytes)
                .filter(strange -> !strange.file().path().contains("extended-access"))
                .ifPresent(RenameFuzzTest::rename);
    }

    private static void rename(StrangeFile strange) {
        Project before = strange.project();
        Edition edition = KEPT.check(before, TestProject.SETTINGS);
        Optional<Project> there = renamed(before, edition.directory(), OLD, NEW);
        assertTrue(there.isPresent() || !edition.diagnostics().isEmpty());
        if (there.isPresent() && edition.errors() == 0) {
            Reshaped.assertNoNewErrors(before, there.get());
            Directory directory = KEPT.check(there.get(), TestProject.SETTINGS).directory();
            Project back = renamed(there.get(), directory, NEW, OLD).orElseThrow();
            assertEquals(text(before, strange.file()), text(back, strange.file()));
        }
    }

    /** Empty if the change is refused because an error hides content. */
    private static Optional<Project> renamed(Project project, Directory directory, Id from, Id to) {
        try {
            List<FileChange> changes = Rename.of(directory, project, TestKinds.SERVICE, from, to.value());
            return Optional.of(Reshaped.apply(project, changes));
        } catch (Refusal e) {
            return Optional.empty();
        }
    }

    private static String text(Project project, SourceFile file) {
        return Reshaped.text(project, file.path());
    }
}
