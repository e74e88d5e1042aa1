package org.waymark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.waymark.source.Project;
import org.waymark.source.ProjectReader;

/** Every page and style sheet is valid according to the Nu Html Checker, without warnings. */
class HtmlValidityTest {
    private static NuChecker checker;

    @BeforeAll
    static void startChecker() throws Exception {
        checker = new NuChecker();
    }

    @Test
    void goldenSiteIsValid() throws Exception {
        assertValid(ProjectReader.read(TestProject.resource("/golden")), TestProject.SETTINGS);
    }

    @Thorough("checks hundreds of pages")
    @Test
    void awkwardContentIsValid() throws Exception {
        assertValid(TestProject.awkward(), TestProject.SETTINGS);
    }

    @Thorough("checks hundreds of pages")
    @Test
    void bundledDirectoryIsValid() throws Exception {
        assertValid(ProjectReader.read(Path.of("")), new Settings(LocalDate.of(2026, 11, 21), Optional.empty()));
    }

    private static void assertValid(Project project, Settings settings) throws Exception {
        BuiltSite site = BuiltSite.of(project, settings);
        assertFalse(site.files().isEmpty());
        assertEquals(List.of(), checker.check(site.files()));
    }
}
