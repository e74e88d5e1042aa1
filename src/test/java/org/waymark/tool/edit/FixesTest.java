package org.waymark.tool.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.waymark.Build;
import org.waymark.TestProject;
import org.waymark.Thorough;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.Fix;
import org.waymark.source.Edit;
import org.waymark.source.EditedText;
import org.waymark.source.FileChange;
import org.waymark.source.Project;
import org.waymark.source.SourceFile;
import org.waymark.spec.Spec;
import org.waymark.spec.Specs;

/** Tries the fixes of all findings in the pages of examples. */
class FixesTest {
    private static final Build BUILD = Build.kept();

    @Thorough("tries the fixes of a thousand cases")
    @TestFactory
    Stream<DynamicTest> eachFixRemovesItsFinding() throws IOException {
        return fixes(1);
    }

    @TestFactory
    Stream<DynamicTest> someFixesRemoveTheirFindings() throws IOException {
        return fixes(4);
    }

    /** Tries the fixes of one in so many cases. */
    private static Stream<DynamicTest> fixes(int step) throws IOException {
        var count = new AtomicInteger();
        return Specs.all()
                .flatMap(spec -> spec.cases().stream()
                        .filter(each -> count.getAndIncrement() % step == 0)
                        .map(each -> DynamicTest.dynamicTest(
                                spec.name() + ": " + each.heading() + " " + where(each),
                                () -> tryEachFix(Specs.project(each)))));
    }

    @Thorough("applies the fixes of a thousand cases three times")
    @TestFactory
    Stream<DynamicTest> isIdempotent() throws IOException {
        return Specs.all()
                .flatMap(spec -> spec.cases().stream()
                        .map(each -> DynamicTest.dynamicTest(
                                spec.name() + ": " + each.heading() + " " + where(each),
                                () -> fix(Specs.project(each)))));
    }

    private static String where(Spec.Case each) {
        return each.expected().orElse("").lines().findFirst().orElse("");
    }

    private static void tryEachFix(Project project) {
        List<Diagnostic> before = check(project);
        for (Diagnostic finding : before) {
            if (finding.fix().isPresent()) {
                Fix fix = finding.fix().get();
                List<Diagnostic> after = check(edited(project, finding));
                String what = finding + "\n" + after;
                assertTrue(after.stream().noneMatch(other -> isSame(finding, other)), "still there: " + what);
                assertTrue(!fix.isCertain() || isCertain(finding, before, after), "not certain: " + what);
                assertFalse(fix.title().isEmpty());
            }
        }
    }

    /** Whether there are no more findings than before, and no new ones on the changed lines except from rules. */
    private static boolean isCertain(Diagnostic finding, List<Diagnostic> before, List<Diagnostic> after) {
        List<Edit> edits = finding.fix().orElseThrow().edits();
        int first =
                edits.stream().mapToInt(edit -> edit.span().startLine()).min().orElseThrow();
        int last = edits.stream().mapToInt(edit -> edit.span().endLine()).max().orElseThrow();
        Set<String> old = before.stream().map(FixesTest::text).collect(Collectors.toSet());
        return after.size() <= before.size()
                && after.stream()
                        .filter(other ->
                                other.span().path().equals(finding.span().path()))
                        .filter(other -> isOfReading(other) && !old.contains(text(other)))
                        .noneMatch(other ->
                                other.span().startLine() <= last && other.span().endLine() >= first);
    }

    /** Whether it is found while reading a file. Rules may find more in a value that has just become readable. */
    private static boolean isOfReading(Diagnostic finding) {
        return Codes.ALL.indexOf(finding.code()) <= Codes.ALL.indexOf(Codes.COMMENT_IN_TEXT);
    }

    private static String text(Diagnostic finding) {
        return finding.code() + finding.message();
    }

    private static boolean isSame(Diagnostic finding, Diagnostic other) {
        return finding.code().equals(other.code())
                && finding.message().equals(other.message())
                && finding.span().start().equals(other.span().start())
                && finding.span().path().equals(other.span().path());
    }

    private static void fix(Project project) {
        List<Diagnostic> before = check(project);
        if (before.stream().noneMatch(finding -> isFixable(project, finding))) {
            assertEquals(List.of(), CertainFixes.of(project, FixesTest::check).changes());
            return;
        }
        CertainFixes.Result advice = CertainFixes.of(project, FixesTest::check);
        List<Diagnostic> after = check(advice.project());
        assertTrue(after.size() <= before.size(), before + "\n" + after);
        assertTrue(after.stream().noneMatch(finding -> isFixable(project, finding)), after.toString());
        assertTrue(CertainFixes.of(advice.project(), FixesTest::check).changes().isEmpty());
        assertEquals(texts(advice.project()), texts(applied(project, advice.changes())));
    }

    /** Files that are not UTF-8 are skipped. */
    private static boolean isFixable(Project project, Diagnostic finding) {
        return finding.fix().filter(Fix::isCertain).isPresent()
                && project.content().stream()
                        .filter(file -> file.path().equals(finding.span().path()))
                        .allMatch(file -> file.malformed().isEmpty());
    }

    private static Project applied(Project project, List<FileChange> changes) {
        Project changed = project;
        for (FileChange change : changes) {
            var revision = (FileChange.Revision) change;
            changed = edited(changed, revision);
        }
        return changed;
    }

    /** A fix may edit files other than that of the finding. */
    private static Project edited(Project project, Diagnostic finding) {
        Map<String, List<Edit>> edits = finding.fix().orElseThrow().edits().stream()
                .collect(Collectors.groupingBy(edit -> edit.span().path()));
        Project changed = project;
        for (Map.Entry<String, List<Edit>> file : edits.entrySet()) {
            changed = edited(changed, new FileChange.Revision(file.getKey(), file.getKey(), file.getValue()));
        }
        return changed;
    }

    private static Project edited(Project project, FileChange.Revision revision) {
        String before = project.content().stream()
                .filter(file -> file.path().equals(revision.path()))
                .findFirst()
                .orElseThrow()
                .text();
        var edited = SourceFile.of(revision.path(), EditedText.of(before, revision.edits()));
        return TestProject.with(project, List.of(edited), List.of());
    }

    private static List<String> texts(Project project) {
        var texts = new ArrayList<String>();
        project.content().forEach(file -> texts.add(file.path() + "\n" + file.text()));
        return texts;
    }

    /** Findings in texts; a fix that replaces an image is tested along with the reader of images. */
    static List<Diagnostic> check(Project project) {
        return BUILD.check(project, TestProject.SETTINGS).diagnostics().stream()
                .filter(finding ->
                        finding.fix().isEmpty() || !finding.fix().get().edits().isEmpty())
                .toList();
    }

    @Test
    void fixesSlipsOfMarkup() {
        String before = """
                ---
                title: About
                summary: About this directory.
                ---

                == Opening times ==

                Bring:
                – a photo
                – a bill

                • 12*8*4 or 2**3**4
                ◦ [the hall](tel:01632 960 123) or [mail](mailto: hall@example.org ?subject=A key)

                ![A bus](../images/bus.svg =300x)

                • a bullet
                of two lines
                """;
        String after = """
                ---
                title: About
                summary: About this directory.
                ---

                ## Opening times

                Bring:
                - a photo
                - a bill

                - 12\\*8\\*4 or 2\\*\\*3\\*\\*4
                - [the hall](tel:01632960123) or [mail](mailto:hall@example.org?subject=A%20key)

                ![A bus](../images/bus.svg)

                • a bullet
                of two lines
                """;
        Project project = TestProject.smallWith(SourceFile.of("content/pages/about.md", before));
        assertEquals(after, about(CertainFixes.of(project, FixesTest::check).project()));
    }

    private static String about(Project project) {
        return project.content().stream()
                .filter(file -> file.path().equals("content/pages/about.md"))
                .findFirst()
                .orElseThrow()
                .text();
    }

    @Test
    void appliesTheFirstOfTwoThatTouch() {
        Project project = TestProject.smallWith(SourceFile.of("content/pages/about.md", """
                ---
                titel: About
                summary: About this directory.
                reviewed: 31/1/25 # checked
                related : x
                ---

                Text with [one](../services/extended-acess.md) and [other](../services/extended-acess.md).
                """));
        CertainFixes.Result advice = CertainFixes.of(project, FixesTest::check);
        assertEquals("""
                ---
                title: About
                summary: About this directory.
                reviewed: 2025-01-31 # checked
                related : x
                ---

                Text with [one](../services/extended-access.md) and [other](../services/extended-access.md).
                """, about(advice.project()));
        assertEquals(4, advice.fixed().size());
    }
}
