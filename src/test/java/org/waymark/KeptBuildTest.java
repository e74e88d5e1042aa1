package org.waymark;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.waymark.render.OutputFile;
import org.waymark.source.Project;
import org.waymark.source.SourceFile;

/** A reused build gives the same results as a new one, and repeats only what is necessary. */
class KeptBuildTest {
    private static final String STUDY = "content/case-studies/evening-hubs.md";
    private static final int EDITS = 60;

    private final Build kept = Build.kept();

    @Test
    void equalsANewBuildAfterSeveralEdits() {
        assertEqualsANewBuild(1, 20);
    }

    @Thorough("long random chains")
    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void equalsANewBuildAfterAnySeriesOfEdits(int seed) {
        assertEqualsANewBuild(seed, EDITS);
    }

    private void assertEqualsANewBuild(int seed, int edits) {
        var random = new Random(seed);
        Project original = TestProject.awkward();
        Project project = original;
        Settings settings = TestProject.SETTINGS;
        int sound = 0;
        for (int edit = 0; edit < edits; edit++) {
            project = edited(project, original, random);
            settings = random.nextInt(8) == 0 ? otherSettings(random) : settings;
            BuiltSite again = BuiltSite.of(kept, project, settings);
            BuiltSite fresh = BuiltSite.of(project, settings);
            assertEquals(fresh.diagnostics(), again.diagnostics());
            assertEquals(paths(fresh), paths(again));
            for (int i = 0; i < fresh.files().size(); i++) {
                assertArrayEquals(
                        bytes(fresh, i), bytes(again, i), fresh.files().get(i).path() + " after edit " + edit);
            }
            sound += fresh.errors() == 0 ? 1 : 0;
        }
        assertTrue(sound > edits / 6, "only " + sound + " editions without errors say little");
    }

    @Test
    void reusesEverythingIfNothingHasChanged() {
        BuiltSite first = BuiltSite.of(kept, TestProject.awkward(), TestProject.SETTINGS);
        // Read again, so no object is identical.
        BuiltSite second = BuiltSite.of(kept, TestProject.awkward(), TestProject.SETTINGS);
        assertEquals(Set.of(), madeAgain(first, second));
    }

    @Test
    void rendersOnlyPagesThatShowAChange() {
        Project project = TestProject.small();
        BuiltSite first = BuiltSite.of(kept, project, TestProject.SETTINGS);
        SourceFile study = file(project, STUDY);
        Project changed = TestProject.with(
                project, List.of(SourceFile.of(STUDY, study.text() + "\nOne more sentence.\n")), List.of());
        BuiltSite second = BuiltSite.of(kept, changed, TestProject.SETTINGS);
        assertEquals(
                Set.of("case-studies/evening-hubs/index.html", "print/index.html"),
                madeAgain(first, second).stream()
                        .filter(path -> path.endsWith(".html"))
                        .collect(Collectors.toSet()));
    }

    @Test
    void recoversAfterAnError() {
        Project project = TestProject.small();
        BuiltSite first = BuiltSite.of(kept, project, TestProject.SETTINGS);
        Project broken = TestProject.with(project, List.of(SourceFile.of(STUDY, "---\ntitle: [\n---\n")), List.of());
        assertTrue(BuiltSite.of(kept, broken, TestProject.SETTINGS).errors() > 0);
        assertEquals(Set.of(), madeAgain(first, BuiltSite.of(kept, project, TestProject.SETTINGS)));
    }

    /** The pages and index files of the second site that are different objects from those of the first. */
    private static Set<String> madeAgain(BuiltSite first, BuiltSite second) {
        Map<String, OutputFile> known = new TreeMap<>();
        first.files().forEach(file -> known.put(file.path(), file));
        Set<String> again = new TreeSet<>();
        for (OutputFile file : second.files()) {
            boolean isCostly = file.path().endsWith(".html") || file.path().startsWith("search/");
            if (isCostly && known.get(file.path()) != file) {
                again.add(file.path());
            }
        }
        return again;
    }

    private static Project edited(Project project, Project original, Random random) {
        List<SourceFile> all = new ArrayList<>(original.content());
        all.addAll(original.templates());
        SourceFile file = all.get(random.nextInt(all.size()));
        return switch (random.nextInt(12)) {
            case 0 -> random.nextInt(4) == 0 ? TestProject.without(project, file.path()) : project;
            case 1 -> put(project, file.path(), file.text() + "\nA line at the end with a PCN and a [link](x.md).\n");
            case 2 -> put(project, file.path(), file.text().replaceFirst("(?m)^(title|name|term): ", "$1: New "));
            case 3 -> put(project, file.path(), file.text().replaceFirst("(?m)^reviewed: .*$", "reviewed: 2020-01-01"));
            case 4 -> put(project, file.path(), file.text().replaceFirst("(?m)^summary: .*$", "summary: Another one"));
            case 5 -> put(project, file.path(), file.text().replaceFirst("(?m)^summary: ", "draft: yes\n$0"));
            case 6 ->
                put(project, file.path(), file.text().replaceFirst("(?m)^summary: ", "expire-on: 2026-01-01\n$0"));
            case 7, 8 -> original;
            default -> put(project, file.path(), file.text());
        };
    }

    private static Project put(Project project, String path, String text) {
        return TestProject.with(project, List.of(SourceFile.of(path, text)), List.of());
    }

    private static Settings otherSettings(Random random) {
        return new Settings(
                LocalDate.of(2025 + random.nextInt(3), 3, 1),
                random.nextBoolean() ? Optional.of("https://example.org/other/") : Optional.empty());
    }

    private static SourceFile file(Project project, String path) {
        return project.content().stream()
                .filter(file -> file.path().equals(path))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> paths(BuiltSite site) {
        return site.files().stream().map(OutputFile::path).toList();
    }

    private static byte[] bytes(BuiltSite site, int i) {
        return site.files().get(i) instanceof OutputFile.Made made ? made.bytes() : new byte[0];
    }
}
