package org.waymark.tool.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.waymark.TestProject;
import org.waymark.source.Project;
import org.waymark.source.SourceFile;

/** What the server knows about a position in a text, without the protocol. */
class SnapshotQuestionsTest {
    private static final String STUDY = "content/case-studies/new.md";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Some P‸CNs do            | pcn",
                "Some PCN‸                | pcn",
                "Primary c‸are networks   | pcn",
                "some pc‸n                | ",
                "APC‸NA                   | ",
                "[hubs](../services/ext‸ended-access.md) | extended-access",
                "[PCN‸](../services/extended-access.md)  | extended-access",
                "- [x] [hubs](../services/ext‸ended-access.md) | extended-access",
                "~~[hubs](../services/ext‸ended-access.md)~~ | extended-access",
                "A[^1]~[^1]: [hubs](../services/ext‸ended-access.md) | extended-access",
                "¦ a \\¦ b ¦~¦ - ¦~¦ \\¦ PC‸N [hubs](../services/extended-access.md) ¦ | pcn",
                "¦ a \\¦ b ¦~¦ - ¦~¦ \\¦ [hubs](../services/ext‸ended-access.md) ¦ | extended-access",
            })
    void resolvesTheSymbolAtTheCursor(String line, String id) {
        MarkedText text = MarkedText.checked(
                STUDY, "---\ntitle: A\n---\n\n" + line.replace('¦', '|').replaceAll("~(?=[¦|\\[])", "\n\n") + "\n");
        Optional<String> found = SymbolAtCursor.at(text.snapshot(), text.file(), text.cursor())
                .map(subject -> ((SymbolAtCursor.OfEntry) subject).entry().id().value());
        assertEquals(Optional.ofNullable(id), found);
    }

    private static final Snapshot SNAPSHOT = MarkedText.typed(STUDY, "‸").snapshot();

    @Test
    void explainsAFieldWithinAGroup() {
        MarkedText text = MarkedText.typed(STUDY, "---\nsources:\n  - title: A\n    se‸en: x\n---\n");
        String help = HoverText.at(text.snapshot(), text.file(), text.cursor())
                .orElseThrow()
                .text();
        assertTrue(help.startsWith("**seen**\n\nWhen you looked it up."), help);
    }

    @Test
    void outlinesAGlossary() {
        var file = SourceFile.of("content/glossary.yaml", "- term: A\n  definition: B\n\n- term: C\n  definition: D\n");
        List<Outline> terms = Outline.of(SNAPSHOT, file);
        assertEquals(List.of("A", "C"), terms.stream().map(Outline::label).toList());
        assertEquals(2, terms.get(0).whole().endLine());
    }

    @Test
    void nestsHeadings() {
        var file = SourceFile.of(STUDY, "---\ntitle: A\n---\n\n## One\n\n### In it\n\nText\n\n## Two\n\nText\n");
        List<Outline> parts = Outline.of(SNAPSHOT, file);
        assertEquals(
                List.of("title", "One", "Two"),
                parts.stream().map(Outline::label).toList());
        assertEquals("In it", parts.get(1).parts().get(0).label());
        assertTrue(parts.get(1).whole().endLine()
                >= parts.get(1).parts().get(0).whole().endLine());
        assertEquals(3, Folds.of(SNAPSHOT, file).get(0).endLine());
    }

    @Test
    void overlaysOpenTexts() {
        Project project = TestProject.small();
        Project overlaid = Overlay.over(
                project,
                Map.of(
                        "content/site.yaml", "\uFEFFtitle: A\r\n",
                        "content/services/new.md", "new",
                        "content/.hidden/a.md", "hidden",
                        "content/services/notes.txt", "no text of ours"));
        assertEquals(project.content().size() + 1, overlaid.content().size());
        SourceFile site = overlaid.content().stream()
                .filter(file -> file.path().equals("content/site.yaml"))
                .findFirst()
                .orElseThrow();
        assertEquals("title: A\n", site.text());
        assertEquals(
                overlaid.content().stream().map(SourceFile::path).sorted().toList(),
                overlaid.content().stream().map(SourceFile::path).toList());
    }

    /** Bytes that are not UTF-8 remain a finding until someone edits them. */
    @Test
    void keepsReportingMalformedUtf8UntilEdited() {
        SourceFile latin1 = SourceFile.decode("content/services/a.md", new byte[] {'c', (byte) 0xE9});
        Project project = TestProject.smallWith(latin1);
        Project same = Overlay.over(project, Map.of(latin1.path(), latin1.text()));
        assertEquals(project, same);
    }

    @Test
    void neverFailsAtAnyCursor() {
        String text =
                "---\ntitle: 'A\nservices: [extended-access]\nsources: [{title: A, - }\n  - - x:\n: :\n\t- a\n---\n\n"
                        + "[a](b#c [d]: ![](# PCN <b> 🚑 [x](../glossary.yaml#pcn)";
        for (int at = 0; at <= text.length(); at++) {
            MarkedText marked = MarkedText.typed(STUDY, text.substring(0, at) + "‸" + text.substring(at));
            HoverText.at(marked.snapshot(), marked.file(), marked.cursor());
            Outline.of(marked.snapshot(), marked.file());
            Folds.of(marked.snapshot(), SourceFile.of(STUDY, text.substring(0, at)));
        }
    }
}
