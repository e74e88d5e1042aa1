package org.waymark.tool.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.waymark.TestKinds;
import org.waymark.source.Edit;
import org.waymark.source.SourceFile;

/** Completion while typing, mostly in text that is not valid YAML yet. */
class CompletionTest {
    private static final String STUDY = "content/case-studies/new.md";

    @Test
    void offersMissingFields() {
        List<String> labels = labels(STUDY, "---\ntitle: A\nrev‸\nregion: London\nreviewed: 2025-01-01\n---\n");
        assertEquals(List.of("review-by", "reviewed-by", "review-evidence"), labels);
    }

    @Test
    void offersFieldsInDeclarationOrder() {
        List<String> expected =
                TestKinds.CASE_STUDY.fields().stream().map(f -> f.name()).toList();
        assertEquals(expected, labels(STUDY, "---\n‸\n---\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "---\ntitle: A\nreg‸",
                "---\ntitle: A: [\nreg‸\n---\n\nText",
                "---\nservices:\n  - extended-access\nreg‸\n---\n",
                "---\nservices:\n- extended-access\nreg‸\n---\n",
                "---\r\ntitle: A\r\nreg‸\r\n---\r\n",
                "---\nfigures:\n  - value: '3'\n    label: x\nreg‸\n---\n",
                "---\n# a comment\n\nreg‸\n---\n",
                "---\ntitle: >\n  several\n  lines\nreg‸\n---\n",
            })
    void findsTheFieldInAnyContext(String text) {
        assertEquals(List.of("region"), labels(STUDY, text));
    }

    @Test
    void writesAFieldWithItsChoices() {
        MarkedText text = MarkedText.typed(STUDY, "---\nreg‸\n---\n");
        CompletionProposal region = first(text);
        assertEquals("region: ", region.text());
        assertTrue(region.snippet().startsWith("region: ${1|East of England,London,"), region.snippet());
        assertEquals("---\nregion: \n---\n", applied(text, region));
    }

    @Test
    void writesAWholeGroup() {
        assertEquals(
                "scale:\n  practices: ${1:24}\n  pcns: ${2:5}\n  patients: ${3:190000}",
                first(MarkedText.typed(STUDY, "---\nscal‸\n---\n")).snippet());
    }

    @Test
    void writesTheFirstItemOfAList() {
        assertEquals(
                "sources:\n  - title: ${1:Annual report 2024}\n    publisher: ${2:Healthwatch}\n"
                        + "    url: ${3:https://www.example.org/}\n    seen: ${4:2025-03-01}",
                first(MarkedText.typed(STUDY, "---\nsourc‸\n---\n")).snippet());
        assertEquals(
                "services:\n  - $1",
                first(MarkedText.typed(STUDY, "---\nserv‸\n---\n")).snippet());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "---\nsources:\n  - title: A\n    ‸\n---\n",
                "---\nsources:\n  - ‸\n    title: A\n---\n",
                "---\nsources:\n  - title: A\n    ‸\n  - title: B\n    url: x\n---\n",
                "---\nsources:\n- title: A\n  ‸\nregion: London\n---\n",
                "---\nsources: [{title: A, ‸\n---\n",
            })
    void offersTheFieldsOfAnItem(String text) {
        assertEquals(List.of("publisher", "url", "published", "seen"), labels(STUDY, text));
    }

    @Test
    void offersTheFieldsOfAGroup() {
        assertEquals(List.of("pcns", "patients"), labels(STUDY, "---\nscale:\n  practices: 3\n  p‸\n---\n"));
        assertEquals(List.of("pcns", "patients"), labels(STUDY, "---\nscale: {practices: 3, ‸}\n---\n"));
        assertEquals(List.of("url"), labels("content/site.yaml", "title: A\npublisher:\n  name: B\n  ‸\n"));
    }

    @Test
    void offersAnotherItemBelowAList() {
        CompletionProposal item = first(MarkedText.typed(STUDY, "---\nfigures:\n  ‸\n---\n"));
        assertEquals("- value: ${1:3,600}\n  label: ${2:appointments offered in a month}", item.snippet());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "---\nservices:\n  - ‸\n---\n",
                "---\nservices:\n  - evening‸\n---\n",
                "---\nservices: [‸\n---\n",
                "---\nservices: [other, ext‸]\n---\n",
                "---\nservices:\n- ext‸\n---\n",
                "---\nservices:\n  - 'ext‸'\n---\n",
            })
    void offersEntriesByIdAndName(String text) {
        String named = text.replace("evening", "Extended a");
        assertEquals(List.of("extended-access"), labels(STUDY, named));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "services: ‸         | services: [extended-access]",
                "services:‸          | services: [extended-access]",
                "services: [ext‸]    | services: [extended-access]",
                "organisation: tau‸  | organisation: taurus-healthcare",
                "organisation:‸      | organisation: taurus-healthcare",
                "organisation: x‸y z | organisation: x‸y z",
                "published: ‸        | published: 2025-03-01",
                "region: Mid‸        | region: Midlands",
                "region: 'Mid‸'      | region: 'Midlands'",
                "region: Mi‸ # where | region: Midlands # where",
                "confidence: hi‸     | confidence: high",
            })
    void completesAValue(String line, String expected) {
        MarkedText text = MarkedText.typed(STUDY, "---\n" + line + "\n---\n");
        List<CompletionProposal> found =
                Completion.at(text.snapshot(), text.file(), text.cursor()).proposals();
        String result = found.isEmpty() ? line : applied(text, found.get(0)).split("\n")[1];
        assertEquals(expected, result);
    }

    @Test
    void offersWarningsToAllow() {
        assertTrue(labels(STUDY, "---\nallow: [‸]\n---\n").contains("overdue-review"));
        assertTrue(labels("content/site.yaml", "severities:\n  broken‸\n").contains("broken-link"));
        assertEquals(
                List.of("error", "warning", "off"), labels("content/site.yaml", "severities:\n  broken-link: ‸\n"));
    }

    @Test
    void offersFieldsOfTerms() {
        String path = "content/glossary.yaml";
        assertTrue(labels(path, "- term: A\n  ‸\n- term: B\n  definition: C\n").contains("definition"));
        assertEquals(
                List.of("service/extended-access"),
                labels("content/gone.yaml", "- was: service/old\n  instead: ext‸\n"));
        assertEquals(List.of("yes", "no"), labels(path, "- term: A\n  ordinary-word: ‸\n"));
    }

    @Test
    void offersAWholeEntryInAnEmptyFile() {
        CompletionProposal entry = first(MarkedText.typed("content/services/new.md", "‸"));
        assertTrue(entry.snippet().startsWith("---\nname: ${1:Extended access}\nsummary: "), entry.snippet());
        assertTrue(entry.snippet().endsWith("\n---\n\n$0"), entry.snippet());
    }

    @Test
    void offersNothingInPlainTextAndComments() {
        assertEquals(List.of(), labels(STUDY, "---\ntitle: Some ‸\n---\n"));
        assertEquals(List.of(), labels(STUDY, "---\n# reg‸\n---\n"));
        assertEquals(List.of(), labels(STUDY, "---\ntitle: A\n---\n\nreg‸\n"));
        assertEquals(List.of(), labels(STUDY, "---\nunknown:\n  ‸\n---\n"));
        assertEquals(List.of(), labels("content/nowhere/a.md", "---\nreg‸\n---\n"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "See [it](‸           | ../services/extended-access.md",
                "See [it](../serv‸) x | ../services/extended-access.md",
                "See [it](Extended‸   | ../services/extended-access.md",
                "See [it](PCN‸        | ../glossary.yaml#pcn",
                "See [it](../services/extended-access.md#‸) | how-it-works",
                "See [it](../glossary.yaml#‸)               | pcn",
                "See [it](#‸)         | first-part",
                "See [it](#‸)         | second",
                "![A bus](‸           | ../images/bus.svg",
                "[it]: ../serv‸       | ../services/extended-access.md",
            })
    void offersLinkDestinations(String line, String expected) {
        List<String> labels =
                labels(STUDY, "---\ntitle: A\n---\n\n## First part\n\n## Second part {#second}\n\n" + line + "\n");
        assertTrue(labels.contains(expected), labels.toString());
    }

    @Test
    void replacesTheWholeLinkDestination() {
        MarkedText text = MarkedText.typed(STUDY, "---\ntitle: A\n---\n\n[a](../serv‸ices/x.md) and [b](c)\n");
        assertEquals(
                "---\ntitle: A\n---\n\n[a](../services/extended-access.md) and [b](c)\n", applied(text, first(text)));
        MarkedText open = MarkedText.typed(STUDY, "---\ntitle: A\n---\n\n[a](../serv‸ and more\n");
        assertEquals("---\ntitle: A\n---\n\n[a](../services/extended-access.md and more\n", applied(open, first(open)));
    }

    @Test
    void neverFailsAtAnyCursor() {
        String text = "---\ntitle: 'A\nsources: [{title: A, - }\n  - - x:\n: :\n\t- a\n---\n\n[a](b#c [d]: ![](#\n";
        for (int at = 0; at <= text.length(); at++) {
            MarkedText marked = MarkedText.typed(STUDY, text.substring(0, at) + "‸" + text.substring(at));
            Completion found = Completion.at(marked.snapshot(), marked.file(), marked.cursor());
            assertFalse(found.isCut());
        }
    }

    private static CompletionProposal first(MarkedText text) {
        return Completion.at(text.snapshot(), text.file(), text.cursor())
                .proposals()
                .get(0);
    }

    private static List<String> labels(String path, String text) {
        MarkedText marked = MarkedText.typed(path, text);
        return Completion.at(marked.snapshot(), marked.file(), marked.cursor()).proposals().stream()
                .map(CompletionProposal::label)
                .toList();
    }

    private static String applied(MarkedText text, CompletionProposal proposal) {
        SourceFile file = text.file();
        var edit = new Edit(proposal.replaced(), proposal.text());
        return file.text().substring(0, file.offset(edit.span().start()))
                + edit.text()
                + file.text().substring(file.offset(edit.span().end()));
    }
}
