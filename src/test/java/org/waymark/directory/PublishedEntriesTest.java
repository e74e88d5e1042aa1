package org.waymark.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.waymark.Build;
import org.waymark.ManyCaseStudies;
import org.waymark.TestKinds;
import org.waymark.TestProject;
import org.waymark.schema.Alphabet;
import org.waymark.schema.Kind;
import org.waymark.source.Project;

class PublishedEntriesTest {
    private static final PublishedEntries MANY = entries(ManyCaseStudies.project(60));

    @Test
    void putsTheNewestFirstAndEqualDaysFromAToZ() {
        List<Entry> all = MANY.of(TestKinds.CASE_STUDY);
        assertEquals(60, all.size());
        for (int i = 1; i < all.size(); i++) {
            Entry before = all.get(i - 1);
            int days = before.added().orElseThrow().compareTo(all.get(i).added().orElseThrow());
            assertTrue(days > 0
                    || (days == 0
                            && new DisplayOrder(Alphabet.ENGLISH).byLabel().compare(before, all.get(i)) < 0));
        }
    }

    @Test
    void putsOthersByTheirOrderOrName() {
        assertEquals(
                List.of("first", "second"),
                MANY.of(TestKinds.CATEGORY).stream()
                        .map(entry -> entry.id().value())
                        .filter(id -> !id.equals("enhanced-services"))
                        .toList());
        assertEquals(
                new DisplayOrder(Alphabet.ENGLISH).fromAToZ(MANY.of(TestKinds.ORGANISATION)),
                MANY.of(TestKinds.ORGANISATION));
    }

    @Test
    void followsAPathToValuesOnce() {
        FieldPath category = MANY.path(TestKinds.CASE_STUDY, "services.category");
        assertEquals("services.category", category.toString());
        assertEquals(List.of(TestKinds.CATEGORY), category.targets(TestKinds.ALL));
        assertEquals(Optional.empty(), category.vocabulary());
        for (Entry study : MANY.of(TestKinds.CASE_STUDY)) {
            long distinct = MANY.values(study, category).stream().distinct().count();
            assertEquals(distinct, MANY.values(study, category).size());
        }
        FieldPath practices = MANY.path(TestKinds.CASE_STUDY, "scale.practices");
        assertEquals("practices", practices.last().name());
        assertEquals(
                TestKinds.REGIONS,
                MANY.path(TestKinds.CASE_STUDY, "region").vocabulary().orElseThrow());
        for (String wrong : List.of("", "nothing", "services.nothing", "title.title", "services.", ".services")) {
            assertEquals(Optional.empty(), FieldPath.of(TestKinds.ALL, TestKinds.CASE_STUDY, wrong), wrong);
        }
    }

    @Test
    void treatsWordsThatDifferOnlyInCaseAsOneValue() {
        assertEquals(new PathValue.OfWords("GP federation"), new PathValue.OfWords("GP Federation"));
        assertNotEquals(new PathValue.OfWords("GP federation"), new PathValue.OfWords("GP confederation"));
        assertEquals(Optional.empty(), new PathValue.OfWords("GP federation").id());
    }

    @Test
    void countsEachEntryOnceInTotals() {
        Kind kind = TestKinds.CASE_STUDY;
        Coverage coverage = Coverage.of(MANY, kind).orElseThrow();
        assertEquals(60, coverage.total());
        assertEquals(
                60, coverage.totals().stream().mapToInt(Integer::intValue).sum(), "each case study has one region");
        assertEquals(TestKinds.REGIONS.options().size(), coverage.columns().size());
        List<Coverage.Row> rows = coverage.groups().stream()
                .flatMap(group -> group.rows().stream())
                .toList();
        assertEquals(MANY.of(TestKinds.SERVICE).size(), rows.size());
        for (Coverage.Row row : rows) {
            assertEquals(MANY.leadingTo(row.value(), coverage.rows()).size(), row.total(), row.value()::label);
            assertEquals(
                    row.total(),
                    row.counts().stream().mapToInt(Integer::intValue).sum());
        }
        assertEquals(
                MANY.of(TestKinds.CATEGORY).stream()
                        .map(Entry::label)
                        .filter(label -> coverage.groups().stream()
                                .anyMatch(group -> group.value()
                                        .filter(value -> value.label().equals(label))
                                        .isPresent()))
                        .toList(),
                coverage.groups().stream()
                        .map(group -> group.value().orElseThrow().label())
                        .toList());
    }

    private static PublishedEntries entries(Project project) {
        return new PublishedEntries(
                Build.once().check(project, TestProject.SETTINGS).directory());
    }
}
