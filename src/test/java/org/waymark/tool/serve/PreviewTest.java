package org.waymark.tool.serve;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.waymark.BuiltSite;
import org.waymark.Settings;
import org.waymark.TestProject;
import org.waymark.Thorough;
import org.waymark.render.OutputFile;
import org.waymark.source.ReadFailure;

class PreviewTest {
    private static final String STUDY = "content/case-studies/evening-hubs.md";

    @TempDir
    private Path folder;

    private PreviewedProject project;
    private Preview preview;

    @BeforeEach
    void open() throws IOException, InterruptedException {
        project = new PreviewedProject(folder, "/spec-base");
        preview = project.preview();
        preview.poll();
    }

    @Test
    void showsTheSiteThatABuildMakes() {
        assertShowsTheFreshSite("at first");
        assertEquals(List.of(), project.rebuilds.get(0).changed());
    }

    @Test
    void buildsOnlyWhenSomethingHasChanged() throws InterruptedException {
        preview.poll();
        project.write(STUDY, project.read(STUDY));
        preview.poll();
        assertEquals(1, project.rebuilds.size());
    }

    @Test
    void saysWhatHasChanged() throws InterruptedException {
        project.write(STUDY, project.read(STUDY) + "\nOne more sentence.\n");
        preview.poll();
        assertEquals(List.of(STUDY), project.rebuilds.get(1).changed());
        assertEquals(2, project.rebuilds.get(1).pages()); // its own, and that of the whole directory
        List<String> changed = last().site().changedAfter(project.shown.get(0).number(), 100);
        assertTrue(changed.contains("/case-studies/evening-hubs/"), changed.toString());
        assertFalse(changed.contains("/services/"), changed.toString());
    }

    @Test
    void keepsTheLastGoodSiteWhileThereAreErrors() throws InterruptedException {
        SiteFiles good = last().site();
        project.replace(STUDY, "title:", "titel:");
        preview.poll();
        assertSame(good, last().site());
        assertEquals(project.report(), last().findings().text());
        assertEquals("2 errors", last().findings().title());
        project.replace(STUDY, "titel:", "title:");
        preview.poll();
        assertEquals(PreviewState.FindingsSummary.NONE, last().findings());
        assertEquals(List.of(), last().site().changedAfter(project.shown.get(0).number(), 100));
    }

    @Test
    void hasNoSiteWhileThereHaveOnlyBeenErrors() throws IOException, InterruptedException {
        try (var broken = new PreviewedProject(folder.resolve("broken"), "/spec-base")) {
            broken.replace(STUDY, "title:", "titel:");
            Preview other = broken.preview();
            other.poll();
            assertTrue(broken.shown.get(0).site().isEmpty());
            assertEquals(broken.report(), broken.shown.get(0).findings().text());
            broken.replace(STUDY, "titel:", "title:");
            other.poll();
            assertFalse(broken.shown.get(1).site().isEmpty());
        }
    }

    @Test
    void reportsNoErrorWhileAFileIsMissingForAMoment() throws Exception {
        String text = project.read("content/services/extended-access.md");
        Files.delete(folder.resolve("content/services/extended-access.md"));
        var editor = new Thread(() -> {
            sleep(100);
            project.write("content/services/extended-access.md", text.replace("name: ", "name: New "));
        });
        editor.start();
        preview.poll();
        editor.join();
        preview.poll();
        assertTrue(project.shown.stream().allMatch(state -> state.findings().errors() == 0));
        assertShowsTheFreshSite("after the file has come back");
    }

    @Test
    void reportsNoErrorWhileAFileIsEmptyForAMoment() throws Exception {
        String text = project.read(STUDY);
        project.write(STUDY, "");
        var editor = new Thread(() -> {
            sleep(100);
            project.write(STUDY, text + "\nMore.\n");
        });
        editor.start();
        preview.poll();
        editor.join();
        preview.poll();
        assertTrue(project.shown.stream().allMatch(state -> state.findings().errors() == 0));
        assertShowsTheFreshSite("after the file was filled");
    }

    @Test
    void noticesAFileMovedOverAnother() throws IOException, InterruptedException {
        Path aside =
                Files.writeString(folder.resolve("content/.evening-hubs.md.swp"), project.read(STUDY) + "\nMore.\n");
        preview.poll();
        assertEquals(1, project.rebuilds.size());
        Files.move(aside, folder.resolve(STUDY), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        preview.poll();
        assertEquals(2, project.rebuilds.size());
        assertShowsTheFreshSite("after the move");
    }

    @Test
    void waitsUntilManyFilesAreThere() throws Exception {
        var checkout = new Thread(() -> {
            for (int i = 0; i < 100; i++) {
                project.write(
                        "content/case-studies/copy-" + i + ".md",
                        project.read(STUDY).replace("Evening", "No " + i));
                sleep(2);
            }
        });
        checkout.start();
        do {
            preview.poll();
        } while (checkout.isAlive());
        preview.poll();
        assertShowsTheFreshSite("after all files");
        assertTrue(project.rebuilds.size() < 50, project.rebuilds.size() + " builds");
    }

    @Test
    void reportsOnceThatTheProjectIsGoneAndResumes() throws IOException, InterruptedException {
        SiteFiles good = last().site();
        Files.move(folder.resolve("content"), folder.resolve("away"));
        preview.poll();
        preview.poll();
        assertEquals(1, project.failures.size());
        assertTrue(project.failures.get(0) instanceof ReadFailure, project.failures.toString());
        assertEquals(1, last().findings().errors());
        assertTrue(
                last().findings().text().startsWith("waymark: cannot read "),
                last().findings().text());
        assertSame(good, last().site());
        Files.move(folder.resolve("away"), folder.resolve("content"));
        preview.poll();
        assertEquals(PreviewState.FindingsSummary.NONE, last().findings());
        assertShowsTheFreshSite("after it has come back");
    }

    @Test
    void buildsAgainWhenTheDayHasChanged() throws InterruptedException {
        project.settings = new Settings(LocalDate.of(2025, 3, 2), Optional.empty());
        preview.poll();
        assertEquals(2, project.rebuilds.size());
    }

    @Test
    void seesAPictureChange() throws InterruptedException {
        project.write("content/images/bus.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
        preview.poll();
        assertEquals(
                List.of("/images/bus.svg"),
                last().site().changedAfter(project.shown.get(0).number(), 100));
    }

    @Test
    void isAtThePathOfTheSite() throws InterruptedException {
        project.replace("content/site.yaml", "https://directory.example.org/", "https://example.org/sub/folder/");
        preview.poll();
        assertEquals("/sub/folder/", last().site().root());
    }

    @Test
    void equalsANewBuildAfterAChainOfEdits() throws IOException, InterruptedException {
        assertEqualsANewBuild(1, 6);
    }

    @Thorough("long random chains")
    @ParameterizedTest
    @ValueSource(ints = 2)
    void equalsANewBuildAfterAnyChainOfEdits(int seed) throws IOException, InterruptedException {
        assertEqualsANewBuild(seed, 24);
    }

    private void assertEqualsANewBuild(int seed, int edits) throws IOException, InterruptedException {
        var random = new Random(seed);
        for (int edit = 0; edit < edits; edit++) {
            for (int i = random.nextInt(4); i >= 0; i--) {
                edit(random);
            }
            if (random.nextInt(8) == 0) {
                project.settings = new Settings(LocalDate.of(2025 + random.nextInt(3), 3, 1), Optional.empty());
            }
            SiteFiles before = last().site();
            preview.poll();
            assertEquals(project.report(), last().findings().text(), "after edit " + edit);
            if (last().findings().errors() > 0) {
                assertSame(before, last().site());
            } else {
                assertShowsTheFreshSite("after edit " + edit);
            }
        }
        long sound = project.shown.stream()
                .filter(state -> state.findings().errors() == 0)
                .count();
        assertTrue(sound > edits / 5, "only " + sound + " editions without errors say little");
    }

    private void edit(Random random) throws IOException {
        List<String> originals = List.of(
                STUDY,
                "content/services/extended-access.md",
                "content/organisations/taurus-healthcare.yaml",
                "content/glossary.yaml",
                "content/pages/introduction.md",
                "content/site.yaml");
        String file = originals.get(random.nextInt(originals.size()));
        String original = Files.readString(TestProject.resource("/spec-base").resolve(file));
        switch (random.nextInt(10)) {
            case 0 -> Files.deleteIfExists(folder.resolve(file));
            case 1 -> project.write(file, original.replaceFirst("(?m)^(title|name): ", "$1: New "));
            case 2 -> project.write(file, original.replaceFirst("(?m)^summary: .*$", "summary: Another"));
            case 3 -> project.write("content/case-studies/other-" + random.nextInt(3) + ".md", read(STUDY));
            case 4 -> Files.deleteIfExists(folder.resolve("content/case-studies/other-" + random.nextInt(3) + ".md"));
            case 5 -> project.write("templates/assets/site.css", "a { color: #00000" + random.nextInt(10) + " }");
            case 6 ->
                project.write(
                        "content/images/p.svg",
                        "<svg xmlns=\"http://www.w3.org/2000/svg\"" + " ".repeat(random.nextInt(9)) + "/>");
            case 7 -> project.write(file, original.replace('e', 'a').substring(0, random.nextInt(original.length())));
            default -> {
                for (String each : originals) {
                    project.write(each, read(each));
                }
            }
        }
    }

    private static String read(String original) throws IOException {
        return Files.readString(TestProject.resource("/spec-base").resolve(original));
    }

    private void assertShowsTheFreshSite(String when) {
        BuiltSite fresh = project.fresh();
        assertEquals(0, fresh.errors());
        Map<String, OutputFile> expected =
                fresh.files().stream().collect(Collectors.toMap(OutputFile::path, Function.identity()));
        Map<String, OutputFile> shown = last().site().files();
        assertEquals(new TreeSet<>(expected.keySet()), new TreeSet<>(shown.keySet()), when);
        new TreeMap<>(expected).forEach((path, file) -> {
            if (file instanceof OutputFile.Made made) {
                assertArrayEquals(made.bytes(), ((OutputFile.Made) shown.get(path)).bytes(), path + " " + when);
            } else {
                assertEquals(file, shown.get(path), when);
            }
        });
    }

    private PreviewState last() {
        return project.shown.get(project.shown.size() - 1);
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
