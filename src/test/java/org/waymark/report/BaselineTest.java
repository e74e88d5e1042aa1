package org.waymark.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.Fingerprints;
import org.waymark.diagnostic.Outcome;
import org.waymark.source.SourceFile;

class BaselineTest {
    private static final String PATH = "content/pages/about.md";

    /** A page, and a finding at each "here" in it. */
    private record Page(SourceFile file, List<Diagnostic> findings) {
        static Page of(String text) {
            SourceFile file = SourceFile.of(PATH, text);
            List<Diagnostic> findings = Pattern.compile("here|nothing")
                    .matcher(file.text())
                    .results()
                    .map(at -> Diagnostic.of(
                            at.group().equals("here") ? Codes.VAGUE_LINK_TEXT : Codes.BROKEN_LINK,
                            file.span(at.start(), at.end()),
                            "found `" + at.group() + "`"))
                    .toList();
            return new Page(file, findings);
        }

        Fingerprints fingerprints() {
            return new Fingerprints(findings, Map.of(PATH, file));
        }

        Baseline baseline() {
            return Baseline.read(SourceFile.of(
                            "b.yaml", Baseline.of(findings, fingerprints()).text()))
                    .value()
                    .orElseThrow();
        }

        BaselineResult against(Page before) {
            return BaselineResult.of(before.baseline(), findings, fingerprints(), Set.of(file.path()), finding -> true);
        }
    }

    @Test
    void toleratesWhatHasMoved() {
        BaselineResult tolerance = Page.of("A line.\r\n\r\nSee here.\r\n").against(Page.of("See here.\n"));
        assertEquals(new BaselineResult(List.of(), 1, 0), tolerance);
    }

    @Test
    void countsRepeats() {
        Page two = Page.of("here here");
        BaselineResult more = Page.of("here here here").against(two);
        assertEquals(2, more.tolerated());
        assertEquals(List.of(Codes.VAGUE_LINK_TEXT), codes(more));
        BaselineResult fewer = Page.of("here").against(two);
        assertEquals(1, fewer.tolerated());
        assertEquals(List.of(Codes.UNUSED_BASELINE), codes(fewer));
        assertEquals("b.yaml", fewer.remaining().get(0).span().path());
    }

    @Test
    void doesNotReportTheBaselineWhileAnErrorMayHideTheRest() {
        BaselineResult tolerance = Page.of("nothing").against(Page.of("here"));
        assertEquals(List.of(Codes.BROKEN_LINK), codes(tolerance));
    }

    @Test
    void refusesWhatMayNotBeTolerated() {
        Page page = Page.of("here nothing");
        BaselineResult tolerance = BaselineResult.of(
                page.baseline(), page.findings(), page.fingerprints(), Set.of(PATH), finding -> !finding.isError());
        assertEquals(List.of(Codes.BROKEN_LINK), codes(tolerance));
        assertEquals(1, tolerance.tolerated());
        assertEquals(1, tolerance.refused());
    }

    @Test
    void writesTheSameListInAnyOrderOfFindings() {
        Page page = Page.of("here nothing here");
        var reversed = List.of(
                page.findings().get(2), page.findings().get(1), page.findings().get(0));
        assertEquals(
                Baseline.of(page.findings(), page.fingerprints()).text(),
                Baseline.of(reversed, page.fingerprints()).text());
    }

    @Test
    void readsBackWhateverTheContentHolds() {
        String hostile =
                "a: b # c 'd' \"e\" {[ - \u0000\u001B\u0085\u2028\uFEFF\u202E\uD800\uFFFD\n---\n&x *y !z | > % @ ` \\";
        for (String text :
                List.of(hostile, "no", "0123", "null", "~", "", " x ", "x".repeat(5000), "😀 é", "- a", "? b")) {
            var finding = Diagnostic.of(
                    Codes.BROKEN_LINK, SourceFile.of(text + ".md", "x").span(0, 1), text);
            var fingerprints = new Fingerprints(List.of(finding), Map.of());
            String yaml = Baseline.of(List.of(finding), fingerprints).text();
            assertEquals(7 + 1, yaml.lines().count(), yaml);
            for (String ends : List.of("\n", "\r\n")) {
                Outcome<Baseline> read = Baseline.read(SourceFile.of("b.yaml", yaml.replace("\n", ends)));
                assertEquals(List.of(), read.diagnostics(), yaml);
                assertEquals(
                        List.of(fingerprints.of(finding)),
                        read.value().orElseThrow().tolerated().stream()
                                .map(Baseline.Tolerated::fingerprint)
                                .toList());
            }
        }
        Baseline none = Baseline.read(SourceFile.of("b.yaml", new Baseline(List.of()).text()))
                .value()
                .orElseThrow();
        assertEquals(List.of(), none.tolerated());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``                                                    | b.yaml:1:1 invalid-yaml
            `- a`                                                 | b.yaml:1:1 invalid-yaml
            `version: 2`                                          | b.yaml:1:10 invalid-value
            `tolerated: []`                                       | b.yaml:1:1 missing-field
            `version: 1;tolerated: here`                          | b.yaml:2:12 invalid-value
            `version: 1;tolerated:;- path: x;  code: y`           | b.yaml:3:3 missing-field
            `version: 1;tolerated:;- path: x;<<<<<<< HEAD`        | b.yaml:4:1 invalid-yaml
            `version: 1;version: 1`                               | b.yaml:2:1 duplicate-key
            """)
    void saysWhereAListIsBroken(String text, String expected) {
        Outcome<Baseline> read = Baseline.read(SourceFile.of("b.yaml", text.replace(';', '\n')));
        assertTrue(read.value().isEmpty());
        Diagnostic first = read.diagnostics().get(0);
        assertEquals(expected, first.span() + " " + first.code());
    }

    private static List<?> codes(BaselineResult tolerance) {
        return tolerance.remaining().stream().map(Diagnostic::code).toList();
    }
}
