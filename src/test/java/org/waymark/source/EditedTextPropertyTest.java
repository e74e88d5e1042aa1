package org.waymark.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Edits change exactly the text in their spans, and positions and offsets convert both ways. */
class EditedTextPropertyTest {
    private static final String PATH = "content/x.md";

    /**
     * Characters of one to four bytes in lines with the ends of old Macs, of Unix and of Windows, the last two also
     * mixed.
     */
    @Provide
    Arbitrary<String> text() {
        return Arbitraries.of("\r", "\n", "\r\n")
                .flatMap(lineEnd -> Arbitraries.of(
                                "a", "b c", "é", "\u2028", "\uD83D\uDE8C", "\t", lineEnd, lineEnd.replace("\r\n", "\n"))
                        .list()
                        .ofMaxSize(20)
                        .map(parts -> String.join("", parts)));
    }

    @Provide
    Arbitrary<List<Integer>> cuts() {
        return Arbitraries.integers().between(0, 25).list().ofMaxSize(6);
    }

    @Property(seed = "1")
    void changesOnlyTheEditedSpans(
            @ForAll("text") String text, @ForAll("cuts") List<Integer> places, @ForAll("text") String added) {
        List<Integer> cuts = places.stream().sorted().toList();
        SourceFile file = SourceFile.of(PATH, text);
        int length = file.text().length();
        String inserted = SourceFile.of(PATH, added).text();
        var edits = new ArrayList<Edit>();
        var expected = new StringBuilder();
        int copied = 0;
        for (int i = 0; i + 1 < cuts.size(); i += 2) {
            int from = Math.min(cuts.get(i), length);
            int to = Math.min(cuts.get(i + 1), length);
            edits.add(new Edit(file.span(from, to), inserted));
            expected.append(file.text(), copied, from).append(inserted);
            copied = to;
        }
        expected.append(file.text().substring(copied));
        String edited = EditedText.of(text, edits);
        assertEquals(expected.toString(), SourceFile.of(PATH, edited).text());
        // Before the first edit and after the last, every byte is unchanged.
        String head = raw(
                text, edits.isEmpty() ? length : file.offset(edits.get(0).span().start()));
        assertTrue(edited.startsWith(head));
        String tail = text.substring(raw(text, edits.isEmpty() ? 0 : copied).length());
        assertTrue(edited.endsWith(tail));
    }

    /** The text up to an offset, with its own line ends. */
    private static String raw(String text, int offset) {
        int end = 0;
        for (int i = 0; i < offset; i++) {
            end += text.startsWith("\r\n", end) ? 2 : 1;
        }
        return text.substring(0, end);
    }

    @Property(seed = "2")
    void convertsPositionsAndOffsetsBothWays(@ForAll("text") String text) {
        SourceFile file = SourceFile.decode(PATH, text.getBytes(StandardCharsets.UTF_8));
        for (int offset = 0; offset <= file.text().length(); offset++) {
            Position place = file.position(offset);
            assertEquals(offset, file.offset(place));
            String line = file.line(place.line());
            assertTrue(place.column() <= line.length() + 1);
            assertTrue(file.text().startsWith(line.substring(place.column() - 1), offset));
            int codePoints = file.text().codePointCount(0, offset);
            boolean isWithin = offset > 0
                    && offset < file.text().length()
                    && Character.isLowSurrogate(file.text().charAt(offset));
            assertTrue(isWithin || file.offsetByCodePoints(0, codePoints) == offset);
        }
    }
}
