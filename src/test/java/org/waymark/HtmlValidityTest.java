package org.waymark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.waymark.source.Project;
import org.waymark.source.ProjectReader;

/** Every page and style sheet is valid in the eyes of the Nu Html Checker, which finds no reason for a warning either. */
class HtmlValidityTest {
    private static final List<String> SAMPLES = List.of("awkward", "bundled");

    private static NuChecker checker;

    @BeforeAll
    static void startChecker() throws Exception {
        checker = new NuChecker();
    }

    @ParameterizedTest
    @FieldSource("SAMPLES")
    void publishesNothingInvalid(String sample) throws Exception {
        boolean awkward = sample.equals("awkward");
        Project project = awkward ? TestProject.awkward() : ProjectReader.read(Path.of(""));
        Settings settings = awkward ? TestProject.SETTINGS : new Settings(LocalDate.of(2026, 11, 21), Optional.empty());
        assertEquals(List.of(), checker.check(BuiltSite.of(project, settings).files()));
    }
}
