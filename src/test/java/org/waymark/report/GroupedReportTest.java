package org.waymark.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.waymark.diagnostic.Code;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.Fix;
import org.waymark.diagnostic.Severity;
import org.waymark.source.Edit;
import org.waymark.source.SourceFile;
import org.waymark.source.Span;

/** What people see if there are few findings, and if there are very many. */
class GroupedReportTest {
    private static final String PATH = "content/pages/about.md";
    private static final SourceFile FILE = SourceFile.of(PATH, "one two three\n".repeat(60));

    private static String shown(List<Diagnostic> findings) {
        return render(findings, new TextStyle(false, OptionalInt.empty(), false, "See the rest."));
    }

    private static String render(List<Diagnostic> findings, TextStyle style) {
        return ReportFormat.grouped(Map.of(PATH, FILE), style).render(findings);
    }

    private static Diagnostic finding(Code code, int line) {
        return Diagnostic.of(code, new Span(PATH, line, 1, line, 4), code + " in line " + line, "change it");
    }

    private static Stream<Diagnostic> findings(Code code, int count) {
        return IntStream.rangeClosed(1, count).mapToObj(line -> finding(code, line));
    }

    @Test
    void showsErrorsBeforeWarningsAndFiveOfARule() {
        List<Diagnostic> findings = Stream.of(
                        findings(Codes.LONG_SENTENCE, 7),
                        findings(Codes.VAGUE_LINK_TEXT, 1),
                        Stream.of(finding(Codes.BROKEN_LINK, 50)
                                .withFix(Optional.of(
                                        Fix.certain("Change", new Edit(new Span(PATH, 50, 1, 50, 4), "x"))))),
                        Stream.of(finding(Codes.LONG_SENTENCE, 40)))
                .flatMap(each -> each)
                .toList();
        String text = shown(findings);
        assertEquals(
                List.of(
                        "error[broken-link]: broken-link in line 50",
                        "warning[vague-link-text]: vague-link-text in line 1",
                        "warning[long-sentence]: long-sentence in line 1",
                        "warning[long-sentence]: long-sentence in line 2",
                        "warning[long-sentence]: long-sentence in line 3",
                        "warning[long-sentence]: long-sentence in line 4",
                        "warning[long-sentence]: long-sentence in line 5"),
                text.lines()
                        .filter(line -> line.matches("(error|warning)\\[.*"))
                        .toList());
        assertTrue(text.endsWith("""

                … and 3 more of `long-sentence`

                By rule:
                  1 error[broken-link]
                  1 warning[vague-link-text]
                  8 warning[long-sentence]
                `waymark fix` fixes 1 of them.
                Shown are 7 of 10 findings. See the rest.
                """), text);
    }

    @Test
    void showsEverythingWhereThatIsAskedFor() {
        List<Diagnostic> findings = findings(Codes.LONG_SENTENCE, 60).toList();
        String text = render(findings, new TextStyle(false, OptionalInt.empty(), true, ""));
        assertEquals(
                60, text.lines().filter(line -> line.startsWith("warning[")).count());
        assertFalse(text.contains("…"), text);
    }

    @Test
    void saysLittleOfASingleFinding() {
        Diagnostic finding = finding(Codes.LONG_SENTENCE, 1);
        assertEquals(
                new TextReport(Map.of(PATH, FILE), false, OptionalInt.empty()).text(finding), shown(List.of(finding)));
        assertEquals("", shown(List.of()));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 6, 60, 3_000})
    void hasFewLinesHoweverManyFindingsThereAre(int times) {
        var warnings = new ArrayList<Diagnostic>();
        var errors = new ArrayList<Diagnostic>();
        for (Code code : Codes.ALL) {
            IntStream.range(0, times).forEach(i -> {
                warnings.add(finding(code, i % 60 + 1).withSeverity(Severity.WARNING));
                errors.add(finding(code, i % 60 + 1).withSeverity(Severity.ERROR));
            });
        }
        var all = new ArrayList<>(errors);
        all.addAll(warnings);
        for (List<Diagnostic> some : List.of(errors, warnings, all)) {
            String text = shown(some);
            assertTrue(text.lines().count() <= 395, text.lines().count() + " lines");
            if (times > 1) {
                assertTrue(text.endsWith(" findings. See the rest.\n"), text);
            }
        }
    }

    @Test
    void namesEachErrorAsLongAsThatIsReadable() {
        String text = shown(findings(Codes.BROKEN_LINK, 60).toList());
        assertEquals(
                60,
                text.lines()
                        .filter(line -> line.contains("broken-link in line"))
                        .count());
        assertTrue(text.contains("\n" + PATH + ":60:1: error[broken-link]: broken-link in line 60\n"), text);
    }

    @ParameterizedTest
    @CsvSource({
        "40, some words before the wrong word and some words after it which go on and on and on and on, wrong",
        "40, wrong at the start of a line that is much too long for the terminal it is shown in, wrong",
        "40, a line that is much too long for the terminal it is shown in and ends wrong, wrong",
        "40, 漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字 間違 漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字, 間違",
        "40, 😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀 wrong 😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀, wrong",
        "60, cafe\u0301 cafe\u0301 cafe\u0301 wro\u0301ng cafe\u0301, wro\u0301ng",
        "30, ŵŵŵŵŵŵŵŵŵŵŵŵŵŵŵŵ w\u0302w\u0302w\u0302w\u0302w\u0302w\u0302w\u0302w\u0302w\u0302 wrong, wrong"
    })
    void putsCaretsUnderTheWordsInEveryTerminal(int columns, String line, String words) {
        SourceFile file = SourceFile.of(PATH, line + "\n");
        int at = line.indexOf(words);
        Diagnostic finding =
                Diagnostic.of(Codes.LONG_SENTENCE, new Span(PATH, 1, at + 1, 1, at + 1 + words.length()), "long");
        List<String> lines = new TextReport(Map.of(PATH, file), false, OptionalInt.of(columns))
                .text(finding)
                .lines()
                .toList();
        String excerpt = lines.get(3);
        String carets = lines.get(4);
        assertTrue(DisplayWidth.of(excerpt) <= columns, excerpt);
        assertEquals(
                DisplayWidth.of(excerpt.substring(0, excerpt.indexOf(words))),
                carets.indexOf('^'),
                excerpt + "\n" + carets);
        assertEquals(
                DisplayWidth.of(words), carets.chars().filter(c -> c == '^').count(), carets);
    }

    @Test
    void cutsALineOfNothingButMarks() {
        char[] marks = new char[100_000];
        Arrays.fill(marks, '\u0301');
        SourceFile file = SourceFile.of(PATH, "wrong" + new String(marks) + "\n");
        Diagnostic finding = Diagnostic.of(Codes.LONG_SENTENCE, new Span(PATH, 1, 1, 1, 6), "long");
        String text = new TextReport(Map.of(PATH, file), false, OptionalInt.of(80)).text(finding);
        assertTrue(text.length() < 2_000, text.length() + " characters");
    }
}
