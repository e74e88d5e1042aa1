package org.waymark.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.waymark.source.SourceFile;
import org.waymark.source.Span;

final class PassageTest {
    private static final String PATH = "content/pages/a.md";

    private static List<Passage> passages(String body) {
        return Prose.parse(SourceFile.of(PATH, body), 0).passages();
    }

    private static List<String> sentences(String text) {
        return passages(text).get(0).sentences().stream()
                .map(Passage.Sentence::text)
                .toList();
    }

    /** Where a word of the first passage is in the file. */
    private static String place(String body, String word) {
        Passage passage = passages(body).get(0);
        int start = passage.text().indexOf(word);
        Span span = passage.span(start, start + word.length());
        SourceFile file = SourceFile.of(PATH, body);
        return file.text().substring(file.offset(span.start()), file.offset(span.end()));
    }

    @Test
    void distinguishesHeadingsItemsAndQuotations() {
        List<Passage> passages = passages(
                "# A\n\nB\nc\n\n- d\n  e\n\n  f\n\n> g\n>\n> - h\n\n    code\n\n```\ncode\n```\n\n![i *j*](k.png)\n\n***\n");
        assertEquals(
                "HEADING A, PARAGRAPH B c, ITEM d e, ITEM f, QUOTE g, QUOTE h, IMAGE i j",
                passages.stream()
                        .map(p -> p.kind() + " " + p.text())
                        .reduce((a, b) -> a + ", " + b)
                        .orElse(""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A **bus** and more",
                "A [bus](a.md) and more",
                "Tea &amp; a bus\nand more",
                "Fish \\& chips &#233; [a bus](b.md)",
                "One line\nand another with a bus",
                "> quoted: a bus",
                "1. item\n   with a bus",
                "With `code` before a bus",
                "&nosuch; bus",
                "\uD83D\uDE8C a bus &#x1F68C; bus",
            })
    void knowsTheSpanOfAWord(String body) {
        assertEquals("bus", place(body, "bus"));
    }

    @Test
    void knowsTheSpansOfMarkedUpWords() {
        assertEquals("GP&nbsp;Federation", place("The GP&nbsp;Federation", "GP\u00A0Federation"));
        assertEquals("one**\n  two", place("- A **one**\n  two", "one two"));
        assertEquals("un*known", place("It is un*known* today", "unknown"));
    }

    @Test
    void knowsWhatCanBeReplacedInTheFile() {
        Passage passage = passages("A *bus* and \\*two* &amp; cars").get(0);
        assertEquals("A bus and *two* & cars", passage.text());
        assertTrue(passage.isVerbatim(2, 5));
        assertFalse(passage.isVerbatim(0, 5));
        assertFalse(passage.isVerbatim(16, 17));
        assertTrue(passage.isVerbatim(18, 22));
    }

    @Test
    void distinguishesCodeFromText() {
        Passage passage = passages("Say `ls -l` now").get(0);
        assertFalse(passage.isCode(2));
        assertTrue(passage.isCode(4));
        assertTrue(passage.isCode(8));
        assertFalse(passage.isCode(10));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "One. Two! Three? Four|One.;Two!;Three?;Four",
                "At 6.30pm it opens. It costs 2.5 million. Done.|At 6.30pm it opens.;It costs 2.5 million.;Done.",
                "Dr. Smith and J. B. Jones met. They spoke.|Dr. Smith and J. B. Jones met.;They spoke.",
                "Staff, e.g. nurses, i.e. Two of them.|Staff, e.g. nurses, i.e. Two of them.",
                "\"It works.\" That was all.|\"It works.\";That was all.",
                "It has plan B. Nobody used it.|It has plan B.;Nobody used it.",
                "So did I. They did not.|So did I.;They did not.",
                "See waymark.org. More follows...|See waymark.org.;More follows...",
                "It is now part of NHS England. 42 remain.|It is now part of NHS England.;42 remain.",
                "一つ。二つ！|一つ。;二つ！",
            })
    void endsSentencesWhereTheyEnd(String text, String expected) {
        assertEquals(List.of(expected.split(";")), sentences(text));
    }

    @Test
    void countsWords() {
        Passage.Sentence sentence = passages("The *GP-led* A&E hub saw 3,600 people 24/7 – that's it.")
                .get(0)
                .sentences()
                .get(0);
        assertEquals(10, sentence.words());
    }

    @Test
    void placesTheTextOfAField() {
        SourceFile file = SourceFile.of(PATH, "a: 'GP''s bus'\nb: >-\n  two\n  lines of bus\nc: plain bus\n");
        assertEquals(
                new Span(PATH, 1, 11, 1, 14),
                Passage.ofField("GP's bus", file, new Span(PATH, 1, 4, 1, 15)).span(5, 8));
        assertEquals(
                new Span(PATH, 4, 12, 4, 15),
                Passage.ofField("two lines of bus", file, new Span(PATH, 2, 4, 4, 15))
                        .span(13, 16));
        assertEquals(
                new Span(PATH, 5, 10, 5, 13),
                Passage.ofField("plain bus", file, new Span(PATH, 5, 4, 5, 13)).span(6, 9));
    }
}
