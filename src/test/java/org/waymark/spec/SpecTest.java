package org.waymark.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.waymark.BuiltSite;
import org.waymark.TestProject;
import org.waymark.diagnostic.Code;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.report.ReportFormat;
import org.waymark.source.Project;
import org.waymark.source.SourceFile;

/** Runs every explanation, and every page in {@code src/test/resources/spec}, as a test. */
class SpecTest {
    private static final Path EXPLANATIONS = TestProject.resource("/org/waymark/explain");
    private static final Path SPECS = TestProject.resource("/spec");

    @TestFactory
    Stream<DynamicTest> findsExactlyWhatThePagesSay() throws IOException {
        return Stream.concat(pages(EXPLANATIONS), pages(SPECS)).flatMap(page -> {
            Spec spec = read(page);
            return spec.cases().stream()
                    .map(each -> DynamicTest.dynamicTest(spec.name() + ": " + each.heading(), () -> check(each)));
        });
    }

    @Test
    void explainsEveryCodeWithAFailingAndAMendedExample() throws IOException {
        for (Code code : Codes.ALL) {
            Path page = EXPLANATIONS.resolve(code.name() + ".md");
            assertTrue(Files.exists(page), "no explanation: " + code);
            List<Spec.Case> cases = read(page).cases();
            assertTrue(
                    cases.stream()
                            .anyMatch(c -> c.expected()
                                    .filter(text -> text.contains(code.name()))
                                    .isPresent()),
                    "no failing example: " + code);
            assertTrue(cases.stream().anyMatch(c -> c.expected().isEmpty()), "no mended example: " + code);
        }
        try (Stream<Path> pages = Files.list(EXPLANATIONS)) {
            assertEquals(Codes.ALL.size(), pages.count(), "an explanation without a code");
        }
    }

    private static void check(Spec.Case each) {
        Project project = TestProject.with(TestProject.small(), each.files(), each.others());
        for (String path : each.removed()) {
            project = TestProject.without(project, path);
        }
        List<Diagnostic> found = BuiltSite.of(project, TestProject.SETTINGS).diagnostics();
        String expected = each.expected().orElse("").strip();
        boolean inFull = expected.startsWith("error[") || expected.startsWith("warning[");
        assertEquals(expected, (inFull ? report(project, found) : places(found)).strip());
    }

    private static String places(List<Diagnostic> found) {
        return found.stream().map(d -> d.span() + " " + d.code()).collect(Collectors.joining("\n"));
    }

    private static String report(Project project, List<Diagnostic> found) {
        Map<String, SourceFile> files = Stream.concat(project.content().stream(), project.templates().stream())
                .collect(Collectors.toMap(SourceFile::path, file -> file));
        return ReportFormat.TEXT.report(files, false).render(found);
    }

    private static Stream<Path> pages(Path folder) throws IOException {
        try (Stream<Path> pages = Files.list(folder)) {
            return pages.sorted().toList().stream();
        }
    }

    private static Spec read(Path page) {
        try {
            return Spec.parse(String.valueOf(page.getFileName()), Files.readString(page));
        } catch (IOException e) {
            return fail(e);
        }
    }
}
