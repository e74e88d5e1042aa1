package org.waymark.tool.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.waymark.Build;
import org.waymark.BuiltSite;
import org.waymark.TestProject;
import org.waymark.Thorough;
import org.waymark.directory.Directory;
import org.waymark.schema.Kind;
import org.waymark.source.CsvLine;
import org.waymark.source.Project;
import org.waymark.source.ProjectReader;
import org.waymark.tool.edit.ChangedProject;
import org.waymark.tool.edit.EditableProject;

/** What is exported is imported again without changing a byte, and into an empty directory without losing a field. */
class RoundTripTest {
    private static final LocalDate TODAY = TestProject.SETTINGS.asOf();

    static List<Named<Project>> projects() {
        return Stream.concat(Stream.of(named(Path.of("."))), small().stream()).toList();
    }

    static List<Named<Project>> small() {
        return Stream.of(TestProject.resource("/foreign"), TestProject.resource("/spec-base"))
                .map(RoundTripTest::named)
                .toList();
    }

    private static Named<Project> named(Path folder) {
        return Named.of(folder.toString(), ProjectReader.read(folder));
    }

    private static Directory directory(Project project) {
        return Build.once()
                .check(project, TestProject.SETTINGS.withUnpublished())
                .directory();
    }

    static ImportPlan plan(EditableProject content, Kind kind, String name, byte[] bytes) {
        var outcome = new TableImport(content, kind, TODAY, Map.of())
                .plan(new TableFile(name, bytes, Optional.empty()), Optional.empty(), Optional::empty);
        assertEquals(List.of(), outcome.diagnostics());
        return outcome.value().orElseThrow();
    }

    /** A table as a network of organisations would send it: imported, published, exported, and imported again. */
    @Thorough("publishes two thousand entries")
    @Test
    void keepsTwoThousandRows() {
        var csv = new StringBuilder("id,name,kind,place,region,phone,summary\r\n");
        for (int i = 0; i < 2000; i++) {
            csv.append(CsvLine.of(List.of(
                    "member-" + i,
                    "Member " + i,
                    "GP federation",
                    i % 3 == 0 ? "Ross, \"on Wye\"" : "Hereford",
                    i % 2 == 0 ? "Midlands" : "South West",
                    i % 5 == 0 ? "" : "+44 20 7946 0" + (100 + i % 900),
                    i % 7 == 0 ? "=Owned; by " + i + " practices." : "")));
        }
        Project project = TestProject.small();
        Directory before = directory(project);
        Kind kind = before.kinds().named("organisation").orElseThrow();
        ImportPlan first = plan(
                new EditableProject(before, project),
                kind,
                "t.csv",
                csv.toString().getBytes(StandardCharsets.UTF_8));
        assertEquals(2000, first.added());
        Project with = ChangedProject.of(project, first.changes());
        BuiltSite built = BuiltSite.of(with, TestProject.SETTINGS);
        assertEquals(0, built.errors(), built.diagnostics()::toString);
        var content = new EditableProject(directory(with), with);
        TableExport table = TableExport.of(content, kind, false);
        assertEquals(2001, table.count());
        for (String name : List.of("t.csv", "t.xlsx")) {
            ImportPlan again = plan(
                    content,
                    kind,
                    name,
                    name.endsWith("csv") ? table.csv().getBytes(StandardCharsets.UTF_8) : table.workbook());
            assertEquals(List.of(), again.changes());
            assertEquals(2001, again.unchanged());
        }
    }

    @ParameterizedTest
    @MethodSource("projects")
    void changesNothing(Project project) {
        Directory directory = directory(project);
        var content = new EditableProject(directory, project);
        for (Kind kind : directory.kinds().forReaders()) {
            TableExport table = TableExport.of(content, kind, true);
            byte[] csv = table.csv().getBytes(StandardCharsets.UTF_8);
            for (ImportPlan plan :
                    List.of(plan(content, kind, "t.csv", csv), plan(content, kind, "t.xlsx", table.workbook()))) {
                assertEquals(List.of(), plan.changes(), kind.name());
                assertEquals(table.count(), plan.unchanged());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("small")
    void makesTheSameEntriesAnew(Project project) {
        Directory directory = directory(project);
        var content = new EditableProject(directory, project);
        for (Kind kind : directory.kinds().forReaders()) {
            String before = TableExport.of(content, kind, true).csv();
            Project without = project.withContent(project.content().stream()
                    .filter(file -> !kind.claims(file.path()))
                    .toList());
            var empty = new EditableProject(directory(without), without);
            ImportPlan plan = plan(empty, kind, "t.csv", before.getBytes(StandardCharsets.UTF_8));
            Project again = ChangedProject.of(without, plan.changes());
            String after = TableExport.of(new EditableProject(directory(again), again), kind, true)
                    .csv();
            assertEquals(before, after);
        }
    }

    @ParameterizedTest
    @MethodSource("small")
    void writesEachCellSoThatOnlyItsRowChanges(Project project) {
        Directory directory = directory(project);
        var content = new EditableProject(directory, project);
        var changed = new ArrayList<String>();
        for (Kind kind : directory.kinds().forReaders()) {
            List<List<String>> rows = TableExport.of(content, kind, false).rows();
            for (int column = 1; column < rows.get(0).size(); column++) {
                if (rows.get(0).get(column).matches(".*\\.[2-9]\\..*")) {
                    continue; // without the first group, the second takes its place
                }
                // The value of another row is valid too, or the row lacks one.
                for (int row = 1; row + 1 < Math.min(rows.size(), 3); row++) {
                    List<List<String>> edited = new ArrayList<>();
                    rows.forEach(each -> edited.add(new ArrayList<>(each)));
                    edited.get(row).set(column, rows.get(row + 1).get(column));
                    changed.addAll(new EditedTable(content, project, kind, edited).check());
                }
            }
        }
        assertTrue(changed.size() > 2, changed.toString());
    }

    /** A table of which cells were edited. */
    private record EditedTable(EditableProject content, Project project, Kind kind, List<List<String>> rows) {
        List<String> check() {
            var csv = new StringBuilder();
            rows.forEach(row -> csv.append(CsvLine.of(row)));
            var outcome = new TableImport(content, kind, TODAY, Map.of())
                    .plan(
                            new TableFile("t.csv", csv.toString().getBytes(StandardCharsets.UTF_8), Optional.empty()),
                            Optional.empty(),
                            Optional::empty);
            if (outcome.value().isEmpty()) {
                return List.of();
            }
            Project again = ChangedProject.of(project, outcome.value().get().changes());
            List<List<String>> after = TableExport.of(new EditableProject(directory(again), again), kind, false)
                    .rows();
            assertEquals(texts(rows), texts(after));
            return outcome.value().get().changes().stream()
                    .map(change -> change.path())
                    .toList();
        }

        /** The values by heading, since a list may need fewer columns now, and a row may move. */
        private static List<List<String>> texts(List<List<String>> rows) {
            var texts = new ArrayList<List<String>>();
            for (List<String> row : rows.subList(1, rows.size())) {
                var cells = new ArrayList<String>();
                for (int i = 0; i < row.size(); i++) {
                    if (!row.get(i).isEmpty()) {
                        cells.add(rows.get(0).get(i) + "=" + row.get(i));
                    }
                }
                texts.add(cells);
            }
            return texts;
        }
    }
}
