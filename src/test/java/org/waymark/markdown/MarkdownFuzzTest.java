package org.waymark.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Timeout;
import org.waymark.Places;
import org.waymark.source.SourceFile;
import org.waymark.source.Span;

/** Renders any text: the output is valid, harmless HTML of bounded length, and every recorded span is correct. */
@Timeout(60)
class MarkdownFuzzTest {
    /** Each character may become an entity; each heading or link adds tags. */
    private static final int LONGEST = 60;

    private static final TermMarker PCN = (text, joinedBefore, joinedAfter) -> {
        int at = text.indexOf("a PCN");
        return at < 0 ? List.of() : List.of(new TermMarker.Mark(at, at + "a PCN".length(), "term-pcn"));
    };

    @DictionaryFile(resourcePath = "/org/waymark/markdown.dict")
    @FuzzTest
    void rendersAnything(byte[] bytes) {
        // Invisible characters have been replaced before a text is parsed as Markdown.
        String typed = SourceFile.decode("x", bytes).text().replaceAll("[\\p{Cc}&&[^\\n\\t]]|\uFEFF|\\p{Cs}", "\uFFFD");
        SourceFile file = SourceFile.of("content/pages/x.md", typed);
        Prose prose = Prose.parse(file, 0);
        String html = prose.toHtml(link -> "../" + link, PCN).markup();
        assertTrue(html.length() <= (typed.length() + 1) * LONGEST, () -> html.length() + " from " + typed.length());
        List<String> elements = SafeHtml.elements(html);
        // There are also the links to footnotes and back.
        boolean hasFootnotes = !prose.footnotes().isEmpty();
        assertTrue(hasFootnotes || prose.links().size() >= Collections.frequency(elements, "a"));
        long images = prose.images().stream()
                .filter(image -> !Addresses.isExternal(image.destination()))
                .count();
        // Those in a footnote to which nothing refers are not shown.
        assertTrue(
                hasFootnotes
                        ? images >= Collections.frequency(elements, "img")
                        : images == Collections.frequency(elements, "img"));
        assertUniqueIds(html);
        assertEquals(
                html, Prose.parse(file, 0).toHtml(link -> "../" + link, PCN).markup());
        SafeHtml.elements(prose.toHtml(link -> link, 2, "x-").markup());
        assertPlaces(file, prose);
    }

    private static void assertUniqueIds(String html) {
        var ids = new HashSet<String>();
        Matcher id = Pattern.compile(" id=\"([^\"]*)\"").matcher(html);
        while (id.find()) {
            assertTrue(ids.add(id.group(1)), id::group);
        }
    }

    private static void assertPlaces(SourceFile file, Prose prose) {
        var anchors = new HashSet<String>();
        for (Prose.Heading heading : prose.headings()) {
            Places.assertInside(file, heading.span());
            assertTrue(anchors.add(heading.anchor()), heading::toString);
        }
        prose.links().forEach(link -> {
            assertNames(file, link.span(), link.destination());
            Places.assertInside(file, link.textSpan());
        });
        prose.images().forEach(image -> {
            assertNames(file, image.span(), image.destination());
            Places.assertInside(file, image.whole());
        });
        prose.rawHtml().forEach(span -> assertTrue(Places.text(file, span).indexOf('<') >= 0));
        prose.unreadLinks().forEach(span -> assertTrue(Places.text(file, span).startsWith("[")));
        prose.footnotes().forEach(note -> assertEquals("[^" + note.label() + "]", Places.text(file, note.span())));
        prose.flaws().forEach(flaw -> assertTrue(Places.text(file, flaw.span()).contains(flaw.name())));
        for (Passage passage : prose.passages()) {
            assertPassage(file, passage);
        }
    }

    /** An address whose span is as long as the address itself is written there verbatim, so a tool may replace it. */
    private static void assertNames(SourceFile file, Span span, String destination) {
        String there = Places.text(file, span);
        if (span.isAsLongAs(destination) && there.indexOf('\\') < 0 && there.indexOf('&') < 0) {
            assertEquals(destination, there);
        }
    }

    private static void assertPassage(SourceFile file, Passage passage) {
        int end = 0;
        for (Passage.Sentence sentence : passage.sentences()) {
            assertTrue(end <= sentence.start() && sentence.start() < sentence.end(), sentence::toString);
            assertEquals(sentence.text(), passage.text().substring(sentence.start(), sentence.end()));
            end = sentence.end();
            Places.assertInside(file, sentence.span());
        }
        for (int at = 0; at < passage.text().length(); at++) {
            Optional<String> there = Optional.of(Places.text(file, passage.span(at, at + 1)));
            if (passage.isVerbatim(at, at + 1)) {
                assertEquals(Optional.of(passage.text().substring(at, at + 1)), there);
            }
        }
    }
}
