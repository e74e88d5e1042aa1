package org.waymark.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.waymark.Build;
import org.waymark.BuiltSite;
import org.waymark.Edition;
import org.waymark.TestProject;
import org.waymark.Thorough;
import org.waymark.diagnostic.Code;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.Fingerprints;
import org.waymark.directory.Directory;
import org.waymark.report.Baseline;
import org.waymark.report.BaselineResult;
import org.waymark.report.ReportFormat;
import org.waymark.source.Project;
import org.waymark.source.SourceFile;
import org.waymark.tool.data.TableFile;
import org.waymark.tool.data.TableImport;
import org.waymark.tool.edit.EditableProject;
import org.waymark.tool.links.FakeWebClient;
import org.waymark.tool.proofread.Proofreader;

/** Runs every explanation, and every page in {@code src/test/resources/spec}, as a test. */
class SpecTest {
    private static final Set<Code> OF_LINKS =
            Set.of(Codes.DEAD_LINK, Codes.MOVED_LINK, Codes.INSECURE_REDIRECT, Codes.UNCHECKED_LINK);

    @TestFactory
    Stream<DynamicTest> findsExactlyWhatThePagesSay() throws IOException {
        return cases(Specs.all().filter(spec -> !isOfProofreading(spec.name())));
    }

    @Thorough("loads the rules of the proofreader, which takes seconds")
    @TestFactory
    Stream<DynamicTest> proofreadsAsThePageSays() throws IOException {
        return cases(Specs.all().filter(spec -> isOfProofreading(spec.name())));
    }

    private static boolean isOfProofreading(String page) {
        return page.equals(Codes.PROOFREADING.name() + ".md");
    }

    private Stream<DynamicTest> cases(Stream<Spec> specs) {
        return specs.flatMap(spec -> spec.cases().stream()
                .map(each ->
                        DynamicTest.dynamicTest(spec.name() + ": " + each.heading(), () -> check(each, spec.name()))));
    }

    @Thorough("renders a site for each of hundreds of cases")
    @TestFactory
    Stream<DynamicTest> renderingAddsNoFindings() throws IOException {
        Build build = Build.kept();
        var count = new AtomicInteger();
        return Specs.all()
                .flatMap(spec -> spec.cases().stream()
                        .filter(each -> !hasTemplates(each))
                        // Cases of a page differ little.
                        .filter(each -> count.getAndIncrement() % 5 == 0)
                        .map(each -> DynamicTest.dynamicTest(spec.name() + ": " + each.heading(), () -> {
                            Project project = Specs.project(each);
                            Edition checked = Build.once().check(project, TestProject.SETTINGS);
                            BuiltSite built = BuiltSite.of(build, project, TestProject.SETTINGS);
                            assertEquals(places(checked.diagnostics()), places(built.diagnostics()));
                        })));
    }

    @Test
    void explainsEveryCodeWithAFailingAndAFixedExample() throws IOException {
        for (Code code : Codes.ALL) {
            Path page = Specs.EXPLANATIONS.resolve(code.name() + ".md");
            assertTrue(Files.exists(page), "no explanation: " + code);
            List<Spec.Case> cases = Specs.read(page).cases();
            assertTrue(
                    cases.stream()
                            .anyMatch(c -> c.expected()
                                    .filter(text -> text.contains(code.name()))
                                    .isPresent()),
                    "no failing example: " + code);
            assertTrue(cases.stream().anyMatch(c -> c.expected().isEmpty()), "no fixed example: " + code);
        }
        try (Stream<Path> pages = Files.list(Specs.EXPLANATIONS)) {
            assertEquals(Codes.ALL.size(), pages.count(), "an explanation without a code");
        }
    }

    private static void check(Spec.Case each, String page) {
        if (page.contains(Codes.UNUSED_BASELINE.name())) {
            checkBaseline(each);
            return;
        }
        Project project = Specs.project(each);
        compare(each, project, found(each, project, page));
    }

    /** The baseline is not a file of the project, so it is passed to the report instead. */
    private static void checkBaseline(Spec.Case each) {
        SourceFile baseline = each.files().stream()
                .filter(file -> file.path().equals("waymark-baseline.yaml"))
                .findFirst()
                .orElseThrow();
        Project project = TestProject.without(Specs.project(each), baseline.path());
        List<Diagnostic> found =
                Build.once().check(project, TestProject.SETTINGS).diagnostics();
        BaselineResult tolerance = BaselineResult.of(
                Baseline.read(baseline).value().orElseThrow(),
                found,
                new Fingerprints(found, files(project)),
                files(project).keySet(),
                finding -> true);
        compare(each, TestProject.with(project, List.of(baseline), List.of()), tolerance.remaining());
    }

    private static void compare(Spec.Case each, Project project, List<Diagnostic> found) {
        String expected = each.expected().orElse("").strip();
        boolean inFull = expected.startsWith("error[") || expected.startsWith("warning[");
        assertEquals(expected, (inFull ? report(project, found) : places(found)).strip());
    }

    /** A build finds everything except what needs a proofreader or other people's servers. */
    private static List<Diagnostic> found(Spec.Case each, Project project, String page) {
        if (isOfProofreading(page)) {
            return proofread(project);
        }
        if (each.binaries().keySet().stream().anyMatch(path -> path.indexOf('/') < 0)) {
            return imported(each, project);
        }
        boolean isOfLinks =
                page.equals("links.md") || OF_LINKS.stream().anyMatch(code -> page.equals(code.name() + ".md"));
        if (hasTemplates(each)) {
            return BuiltSite.of(project, TestProject.SETTINGS).diagnostics();
        }
        Edition checked = Build.once().check(project, TestProject.SETTINGS);
        return isOfLinks ? FakeWebClient.check(checked.directory()) : checked.diagnostics();
    }

    /** Only problems in the project's own templates are found no earlier than rendering. */
    private static boolean hasTemplates(Spec.Case each) {
        return each.files().stream().anyMatch(file -> file.path().startsWith("templates/"));
    }

    /** The table is not a file of the project either. */
    private static List<Diagnostic> imported(Spec.Case each, Project project) {
        Directory directory = Build.once().check(project, TestProject.SETTINGS).directory();
        return each.binaries().entrySet().stream()
                .flatMap(table -> new TableImport(
                                new EditableProject(directory, project),
                                directory
                                        .kinds()
                                        .named(table.getKey().replaceFirst("\\..*", ""))
                                        .orElseThrow(),
                                TestProject.SETTINGS.asOf(),
                                Map.of())
                                .plan(
                                        new TableFile(table.getKey(), table.getValue(), Optional.empty()),
                                        Optional.empty(),
                                        Optional::empty)
                                .diagnostics()
                                .stream())
                .toList();
    }

    private static List<Diagnostic> proofread(Project project) {
        Directory directory = Build.once().check(project, TestProject.SETTINGS).directory();
        var proofreader = new Proofreader(directory);
        return directory.entries().stream()
                .flatMap(entry -> proofreader.read(entry).stream())
                .toList();
    }

    private static String places(List<Diagnostic> found) {
        return found.stream().map(d -> d.span() + " " + d.code()).collect(Collectors.joining("\n"));
    }

    private static String report(Project project, List<Diagnostic> found) {
        return ReportFormat.text(files(project), false).render(found);
    }

    private static Map<String, SourceFile> files(Project project) {
        return Stream.concat(project.content().stream(), project.templates().stream())
                .collect(Collectors.toMap(SourceFile::path, file -> file));
    }
}
