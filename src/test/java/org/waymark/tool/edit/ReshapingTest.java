package org.waymark.tool.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.waymark.TestKinds;
import org.waymark.TestProject;
import org.waymark.directory.Directory;
import org.waymark.directory.Entry;
import org.waymark.directory.GoneEntry;
import org.waymark.schema.EntryName;
import org.waymark.schema.Id;
import org.waymark.source.FileChange;
import org.waymark.source.Project;
import org.waymark.source.ProjectReader;
import org.waymark.source.SourceFile;

/** Properties of every entry in real and awkward directories. */
class ReshapingTest {
    private static final LocalDate DAY = LocalDate.of(2025, 3, 1);

    static List<Project> projects() {
        return List.of(
                TestProject.small(),
                TestProject.awkward(),
                ProjectReader.read(TestProject.resource("/golden")),
                ProjectReader.read(Path.of(".")));
    }

    /** The entries to try: all of a small directory, some of each kind of a large one. */
    private static List<Entry> tried(Directory directory) {
        List<Entry> all = entries(directory);
        return IntStream.range(0, all.size())
                .filter(i -> all.size() < 30 || i % 59 == 3)
                .mapToObj(all::get)
                .toList();
    }

    private static List<Entry> entries(Directory directory) {
        return directory.entries().stream()
                .filter(entry -> TestKinds.ALL.isForReaders(entry.kind()) && entry.isNamed())
                .filter(directory::isPublished) // readers cannot be sent to a draft
                .toList();
    }

    @ParameterizedTest
    @MethodSource("projects")
    void renamesEveryEntryThereAndBack(Project project) {
        Directory directory = Reshaped.directory(project);
        for (Entry entry : tried(directory)) {
            Project there =
                    Reshaped.apply(project, Rename.of(directory, project, entry.kind(), entry.id(), "renamed-entry"));
            Reshaped.assertNoNewErrors(project, there);
            assertFalse(isLinked(there, entry), entry.path());
            String name = entry.label();
            String back =
                    entry.kind().equals(TestKinds.TERM) ? name : entry.id().value();
            Project again =
                    Reshaped.with(there, (d, p) -> Rename.of(d, p, entry.kind(), new Id("renamed-entry"), back));
            assertSameButForFormerNames(project, again);
        }
    }

    private static boolean isLinked(Project project, Entry entry) {
        return entry.kind().place().isFolder()
                && project.content().stream()
                        .anyMatch(file -> file.text().matches("(?s).*[(/ ]" + entry.id() + "\\.(md|yaml)[)#>].*"));
    }

    private static void assertSameButForFormerNames(Project before, Project after) {
        assertEquals(paths(before), paths(after));
        for (int i = 0; i < before.content().size(); i++) {
            String old = before.content().get(i).text();
            String now = after.content().get(i).text();
            String path = before.content().get(i).path();
            assertEquals(old, withoutRenamed(now), path);
        }
    }

    /** Removes the traces of {@code renamed-entry}, a former id. */
    private static String withoutRenamed(String text) {
        return text.replaceAll("(?m)^ *(former-ids|also): \\[renamed-entry\\]\\n", "")
                .replaceAll("(?m)^ *(former-ids|also):\\n *- renamed-entry\\n(?! *- )", "")
                .replaceAll("(?m)^ *- renamed-entry\\n", "")
                .replace(", renamed-entry", "");
    }

    private static List<String> paths(Project project) {
        return project.content().stream().map(SourceFile::path).toList();
    }

    @ParameterizedTest
    @MethodSource("projects")
    void mergesEveryEntryIntoItsNeighbour(Project project) {
        Directory directory = Reshaped.directory(project);
        List<Entry> entries = entries(directory);
        for (Entry entry : tried(directory)) {
            Optional<Entry> other = entries.stream()
                    .filter(each ->
                            each.kind().equals(entry.kind()) && !each.id().equals(entry.id()))
                    .findFirst();
            if (other.isPresent()) {
                Project after = Reshaped.apply(
                        project,
                        Merge.of(
                                directory,
                                project,
                                entry.kind(),
                                entry.id(),
                                other.get().id()));
                Reshaped.assertNoNewErrors(project, after);
                assertTrue(Reshaped.directory(after)
                        .entries(entry.kind())
                        .noneMatch(each -> each.id().equals(entry.id())));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("projects")
    void retiresEveryUnreferencedEntry(Project project) {
        Directory directory = Reshaped.directory(project);
        int gone = 0;
        for (Entry entry : tried(directory)) {
            try {
                List<FileChange> changes = Retire.of(
                        directory,
                        project,
                        entry.kind(),
                        entry.id(),
                        Optional.empty(),
                        Optional.of("It ended: see \"the news\", #3."),
                        DAY,
                        true);
                Project after = Reshaped.apply(project, changes);
                Reshaped.assertNoNewErrors(project, after);
                assertEquals(
                        GoneEntry.isNoticed(entry.kind()),
                        Reshaped.directory(after).gone(entry.kind(), entry.id()).isPresent());
                gone++;
            } catch (Refusal e) {
                assertFalse(e.notes().isEmpty(), e.getMessage());
            }
        }
        assertTrue(gone > 0);
    }

    @ParameterizedTest
    @MethodSource("projects")
    void retiresEveryEntryInFavourOfAnyOther(Project project) {
        Directory directory = Reshaped.directory(project);
        List<Entry> entries = entries(directory);
        for (Entry entry : tried(directory)) {
            int i = entries.indexOf(entry);
            Entry other = entries.get((i * 7 + 5) % entries.size());
            if (other.equals(entry)) {
                continue;
            }
            try {
                Project after = Reshaped.apply(
                        project,
                        Retire.of(
                                directory,
                                project,
                                entry.kind(),
                                entry.id(),
                                Optional.of(new EntryName(other.kind(), other.id())),
                                Optional.empty(),
                                DAY,
                                true));
                Reshaped.assertNoNewErrors(project, after);
            } catch (Refusal e) {
                assertFalse(e.notes().isEmpty(), e.getMessage());
                assertFalse(entry.kind().equals(other.kind()), e.getMessage());
            }
        }
    }
}
