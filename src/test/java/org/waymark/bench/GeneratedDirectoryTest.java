package org.waymark.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.waymark.Build;
import org.waymark.Settings;
import org.waymark.TestKinds;
import org.waymark.source.Project;
import org.waymark.source.SourceFile;

/** Generated content must be what editors could have written. */
class GeneratedDirectoryTest {
    private static final int CASE_STUDIES = 200;

    @Test
    void hasNoFindings() {
        var project = new Project(files(), List.of(), List.of(), List.of(), List.of(), List.of());
        var edition = Build.once().check(project, new Settings(GeneratedDirectory.AS_OF, Optional.empty()));
        assertEquals(List.of(), edition.diagnostics());
        assertEquals(
                CASE_STUDIES, edition.directory().shown(TestKinds.CASE_STUDY).size());
    }

    @Test
    void isReproducible() {
        assertEquals(files(), files());
    }

    private static List<SourceFile> files() {
        return new GeneratedDirectory(CASE_STUDIES, GeneratedDirectory.SEED).sources();
    }
}
