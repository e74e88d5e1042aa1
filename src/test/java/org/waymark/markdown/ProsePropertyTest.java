package org.waymark.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.waymark.Places;
import org.waymark.source.SourceFile;
import org.waymark.source.Span;

/**
 * Everything recorded about a text has exactly the right span, whatever surrounds it, after characters of any width.
 */
class ProsePropertyTest {
    /**
     * A part of a line.
     *
     * @param typed as typed in the text
     * @param seen what readers see of it
     * @param links the addresses of links in it
     */
    private record Part(String typed, String seen, List<String> links, List<String> images) {
        static Part words(String words) {
            return new Part(words, words, List.of(), List.of());
        }
    }

    /**
     * A block of parts.
     *
     * @param opening the marker that makes it a heading, an item or a quotation
     */
    private record Block(String opening, List<Part> parts) {
        String typed() {
            return opening + parts.stream().map(Part::typed).collect(Collectors.joining(" "));
        }

        String seen() {
            return parts.stream().map(Part::seen).collect(Collectors.joining(" "));
        }
    }

    @Provide
    Arbitrary<List<Block>> blocks() {
        Arbitrary<String> word = Arbitraries.of("hub", "é", "\uD83D\uDE8C", "e\u0301t", "GP-led", "naïve");
        Arbitrary<String> address = Arbitraries.of(
                "../services/a.md",
                "b.md#part",
                "https://www.example.org/a_b?c=d",
                "<c d.md>",
                "é.md",
                "x.md \"A title\"");
        Arbitrary<Part> part = Combinators.combine(
                        word, address, Arbitraries.integers().between(0, 8))
                .as((text, to, form) -> switch (form) {
                    case 0 -> new Part("[" + text + "](" + to + ")", text, List.of(bare(to)), List.of());
                    case 1 -> new Part("![" + text + "](" + to + ")", "\uFFFC", List.of(), List.of(bare(to)));
                    case 2 -> new Part("*" + text + "*", text, List.of(), List.of());
                    case 3 -> new Part("`" + text + "`", text, List.of(), List.of());
                    case 4 -> new Part("a&amp;b", "a&b", List.of(), List.of());
                    case 5 -> new Part("\\*", "*", List.of(), List.of());
                    default -> Part.words(text);
                });
        return Combinators.combine(
                        Arbitraries.of("", "", "## ", "- ", "> "),
                        part.list().ofMinSize(1).ofMaxSize(6))
                .as(Block::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(5);
    }

    private static String bare(String address) {
        return address.startsWith("<") ? address.substring(1, address.length() - 1) : address.split(" ")[0];
    }

    @Property(seed = "1")
    void knowsWhereLinksAndImagesLead(@ForAll("blocks") List<Block> blocks) {
        SourceFile file = file(blocks);
        Prose prose = prose(file);
        assertEquals(
                all(blocks, part -> part.links().stream()),
                prose.links().stream()
                        .map(link -> Places.text(file, link.span()))
                        .toList());
        assertEquals(
                all(blocks, part -> part.images().stream()),
                prose.images().stream()
                        .map(image -> Places.text(file, image.span()))
                        .toList());
        prose.links().forEach(link -> assertEquals(link.text(), Places.text(file, link.textSpan())));
        assertEquals(
                blocks.stream()
                        .filter(block -> block.opening().equals("## "))
                        .map(Block::typed)
                        .toList(),
                prose.headings().stream()
                        .map(heading -> Places.text(file, heading.span()))
                        .toList());
    }

    /** Each character of running text corresponds to its source characters in the file. */
    @Property(seed = "2")
    void knowsThePositionOfEachCharacter(@ForAll("blocks") List<Block> blocks) {
        SourceFile file = file(blocks);
        List<String> seen = blocks.stream().map(Block::seen).toList();
        var found = new ArrayList<String>();
        for (Passage passage : prose(file).passages()) {
            String text = passage.text();
            if (passage.kind() != Passage.Kind.IMAGE) {
                found.add(text);
            }
            for (int at = 0; at < text.length(); at++) {
                char c = text.charAt(at);
                if (c != Passage.IMAGE_SIGN && !Character.isSurrogate(c)) {
                    Span place = passage.span(at, at + 1);
                    String there = Places.text(file, place);
                    assertEquals(String.valueOf(c), unescaped(there), () -> place + " of " + text);
                }
            }
        }
        assertEquals(seen.stream().filter(ProsePropertyTest::hasWord).toList(), found);
    }

    private static boolean hasWord(String text) {
        return Words.next(text, 0) < text.length();
    }

    private static String unescaped(String typed) {
        return typed.equals("&amp;") ? "&" : typed.replaceFirst("^\\\\(?=.)", "");
    }

    private static List<String> all(List<Block> blocks, Function<Part, Stream<String>> of) {
        return blocks.stream()
                .flatMap(block -> block.parts().stream())
                .flatMap(of)
                .toList();
    }

    private static SourceFile file(List<Block> blocks) {
        String body = blocks.stream().map(Block::typed).collect(Collectors.joining("\n\n"));
        return SourceFile.of("content/pages/x.md", "---\ntitle: \uD83D\uDE8C\n---\n\n" + body + "\n");
    }

    private static Prose prose(SourceFile file) {
        return Prose.parse(file, file.text().indexOf("---\n", 4) + 4);
    }
}
