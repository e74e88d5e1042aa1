package org.waymark.hostile;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.waymark.Build;
import org.waymark.TestProject;
import org.waymark.Thorough;
import org.waymark.source.Project;
import org.waymark.source.SourceFile;

/**
 * Thousands of mistakes, and so many names that each might have been meant: comparing every mistake with all names
 * would take minutes. Measures processor time, so other load does not matter.
 */
@Thorough("reports tens of thousands of mistakes")
class ManyMistakesTest {
    private static final int MANY = 15_000;
    private static final long MOST_SECONDS = 10;

    private static final List<Family> FAMILIES = List.of(
            new Family(
                    "headings, and links to others",
                    List.of(page("page", "", many(i -> "## H" + i + "\n\n") + links("page.md#no", "")))),
            new Family(
                    "terms, and links to others",
                    List.of(
                            SourceFile.of(
                                    "content/glossary.yaml",
                                    many(i -> "- id: t" + i + "\n  term: T" + i + "\n  definition: A thing.\n")),
                            page("page", "", links("../glossary.yaml#no", "")))),
            new Family(
                    "former names, and links to others",
                    List.of(
                            page("old", "former-ids: [" + many(i -> "a" + i + ", ") + "]\n", "Text.\n"),
                            page("page", "", links("no", ".md")))),
            new Family(
                    "notices, and links to others",
                    List.of(notices("reason: It moved."), page("page", "", links("no", ".md")))),
            new Family(
                    "a chain of notices, and links to all of them",
                    List.of(notices("instead: page/p"), page("page", "", links("p", ".md")))));

    /** Files with many instances of two things. */
    private record Family(String name, List<SourceFile> files) {
        @Override
        public String toString() {
            return name;
        }
    }

    @ParameterizedTest
    @FieldSource("FAMILIES")
    void areReportedWithinSeconds(Family family) {
        assertReportedWithinSeconds(9_000, family.files());
    }

    @Test
    void linesWithTheSameFaultAreOneMistake() {
        assertReportedWithinSeconds(1, List.of(page("page", "a: @b\n".repeat(MANY), "Text.\n")));
    }

    private static void assertReportedWithinSeconds(int least, List<SourceFile> files) {
        Project project = TestProject.smallWith(files.toArray(SourceFile[]::new));
        var thread = new ForkJoinPool(1);
        try {
            long nanos = thread.submit(() -> {
                        var clock = ManagementFactory.getThreadMXBean();
                        long start = clock.getCurrentThreadCpuTime();
                        int found = Build.kept()
                                .check(project, TestProject.SETTINGS)
                                .diagnostics()
                                .size();
                        assertTrue(found >= least, "found " + found);
                        return clock.getCurrentThreadCpuTime() - start;
                    })
                    .join();
            long seconds = TimeUnit.NANOSECONDS.toSeconds(nanos);
            assertTrue(seconds < MOST_SECONDS, seconds + " s");
        } finally {
            thread.shutdown();
        }
    }

    private static SourceFile page(String id, String fields, String text) {
        return SourceFile.of(
                "content/pages/" + id + ".md", "---\ntitle: T\nsummary: About it.\n" + fields + "---\n\n" + text);
    }

    private static String links(String begin, String end) {
        return many(i -> "[Abc](" + begin + i + end + ")\n\n");
    }

    /** Notices that form a chain if each refers to the next. */
    private static SourceFile notices(String what) {
        return SourceFile.of(
                "content/gone.yaml",
                IntStream.range(0, 9_000)
                        .mapToObj(i -> "- was: page/p" + i + "\n  name: P\n  since: 2025-01-01\n  " + what
                                + (what.endsWith("/p") ? i + 1 : "") + "\n")
                        .collect(Collectors.joining()));
    }

    private static String many(IntFunction<String> piece) {
        return IntStream.range(0, MANY).mapToObj(piece).collect(Collectors.joining());
    }
}
