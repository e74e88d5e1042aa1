package org.waymark.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.waymark.Build;
import org.waymark.Settings;
import org.waymark.TestProject;
import org.waymark.schema.Kind;
import org.waymark.source.Project;
import org.waymark.source.ProjectReader;
import org.waymark.source.SourceFile;

class ListOrderTest {
    private static PublishedEntries entries(String name, String day, SourceFile... files) {
        Project project = ProjectReader.read(TestProject.resource("/made-up/" + name));
        return new PublishedEntries(Build.once()
                .check(
                        TestProject.with(project, List.of(files), List.of()),
                        new Settings(LocalDate.parse(day), Optional.empty()))
                .directory());
    }

    private static List<String> ids(PublishedEntries entries, String name) {
        Kind kind = entries.kinds().named(name).orElseThrow();
        return entries.of(kind).stream().map(entry -> entry.id().value()).toList();
    }

    private static List<String> past(PublishedEntries entries, String name) {
        Kind kind = entries.kinds().named(name).orElseThrow();
        return entries.of(kind).stream()
                .filter(entry -> entries.past(entry).isPresent())
                .map(entry -> entry.id().value())
                .toList();
    }

    @Test
    void putsTheSoonestFirstAndWhatIsPastLast() {
        PublishedEntries june = entries("events", "2025-06-01");
        assertEquals(
                List.of("mill-exhibition", "dawn-walk", "choir-night", "river-history", "spring-concert"),
                ids(june, "event"));
        assertEquals(List.of("river-history", "spring-concert"), past(june, "event"));
    }

    @Test
    void theLastDayIsNotPastYet() {
        assertEquals(
                List.of("choir-night", "dawn-walk", "river-history", "spring-concert"),
                past(entries("events", "2025-08-31"), "event"));
        assertTrue(past(entries("events", "2025-09-01"), "event").contains("mill-exhibition"));
    }

    @Test
    void descendsAndPutsWhatHasNoValueLast() {
        SourceFile undated = SourceFile.of("content/venues/barn.yaml", "name: Barn\nstreet: Hill Road\n");
        assertEquals(
                List.of("boat-house", "town-hall", "old-mill", "barn"),
                ids(entries("events", "2025-06-01", undated), "venue"));
    }

    @Test
    void comparesNumbersInWordsBySize() {
        assertEquals(
                List.of("lamps-act", "harbours-act", "harbours-amendment-act"),
                ids(entries("laws", "2025-06-01"), "act"));
        for (List<String> pair : List.of(
                List.of("section 9", "section 10"),
                List.of("10", "10a"),
                List.of("2b", "10"),
                List.of("007", "8"),
                List.of("a", "b"),
                List.of("", "1"),
                List.of("9".repeat(400), "1" + "0".repeat(400)))) {
            assertTrue(DisplayOrder.compareWithNumbers(pair.get(0), pair.get(1)) < 0, pair.toString());
            assertTrue(DisplayOrder.compareWithNumbers(pair.get(1), pair.get(0)) > 0, pair.toString());
        }
        assertEquals(0, DisplayOrder.compareWithNumbers("section 9", "section 9"));
    }

    @Test
    void followsTheOrderOfChoices() {
        Project recipes = ProjectReader.read(TestProject.resource("/made-up/recipes"));
        String path = "content/shape/kinds/recipe.yaml";
        String kind = recipes.content().stream()
                .filter(file -> file.path().equals(path))
                .findFirst()
                .orElseThrow()
                .text();
        SourceFile byCourse = SourceFile.of(path, kind.replace("order: {by: minutes", "order: {by: course"));
        assertEquals(
                List.of("leek-soup", "baked-eggs", "bean-stew", "plum-cake"),
                ids(entries("recipes", "2025-06-01", byCourse), "recipe"));
        assertEquals(
                List.of("baked-eggs", "leek-soup", "plum-cake", "bean-stew"),
                ids(entries("recipes", "2025-06-01"), "recipe"));
    }
}
