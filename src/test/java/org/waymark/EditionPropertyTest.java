package org.waymark;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.waymark.render.OutputFile;
import org.waymark.source.Project;
import org.waymark.source.SourceFile;

/**
 * After any sequence of changes to the lines of a directory, a reused build gives the same as a new one, one thread
 * gives the same as many, and every finding has a valid span.
 */
class EditionPropertyTest {
    /**
     * A change to a line.
     *
     * @param file the index of the file
     * @param line the index of the line
     * @param what the kind of change
     */
    private record Change(int file, int line, String what) {
        Project of(Project project) {
            List<SourceFile> files = project.content();
            SourceFile old = files.get(file % files.size());
            List<String> lines = new ArrayList<>(Arrays.asList(old.text().split("\n", -1)));
            int at = line % lines.size();
            String text = lines.get(at);
            switch (what) {
                case "drop" -> lines.remove(at);
                case "twice" -> lines.add(at, text);
                case "indent" -> lines.set(at, "  " + text);
                case "cut" -> lines.set(at, text.substring(0, text.length() / 2));
                default -> lines.add(at, what);
            }
            return TestProject.with(project, List.of(SourceFile.of(old.path(), String.join("\n", lines))), List.of());
        }
    }

    @Provide
    Arbitrary<List<Change>> changes() {
        Arbitrary<String> what = Arbitraries.of(
                "drop",
                "drop",
                "twice",
                "indent",
                "cut",
                "cut",
                "---",
                "draft: yes",
                "title: Another",
                "## A heading",
                "A PCN and [a link](../services/extended-access.md#how-it-works).",
                "\tx: [",
                "related: [extended-acess]",
                "![](x.png) <b>\uD83D\uDE8C</b> javascript:");
        Arbitrary<Integer> number = Arbitraries.integers().between(0, 999);
        return Combinators.combine(number, number, what)
                .as(Change::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(5);
    }

    @Property(seed = "1", tries = 3)
    void keptBuildEqualsNewBuildWithAnyNumberOfThreads(@ForAll("changes") List<Change> changes)
            throws ExecutionException, InterruptedException {
        Build kept = Build.kept();
        Project project = TestProject.awkward();
        BuiltSite.of(kept, project, TestProject.SETTINGS);
        for (Change change : changes) {
            project = change.of(project);
            BuiltSite fresh = BuiltSite.of(project, TestProject.SETTINGS);
            Places.assertInside(project.content(), fresh.diagnostics());
            assertSame(fresh, BuiltSite.of(kept, project, TestProject.SETTINGS));
            assertSame(fresh, inOneThread(project));
        }
    }

    private static BuiltSite inOneThread(Project project) throws ExecutionException, InterruptedException {
        var pool = new ForkJoinPool(1);
        try {
            return pool.submit(() -> BuiltSite.of(project, TestProject.SETTINGS))
                    .get();
        } finally {
            pool.shutdown();
        }
    }

    private static void assertSame(BuiltSite expected, BuiltSite found) {
        assertEquals(expected.diagnostics(), found.diagnostics());
        assertEquals(
                expected.files().stream().map(OutputFile::path).toList(),
                found.files().stream().map(OutputFile::path).toList());
        for (int i = 0; i < expected.files().size(); i++) {
            if (expected.files().get(i) instanceof OutputFile.Made made) {
                assertArrayEquals(made.bytes(), ((OutputFile.Made) found.files().get(i)).bytes(), made.path());
            }
        }
    }
}
