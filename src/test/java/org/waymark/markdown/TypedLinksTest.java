package org.waymark.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.waymark.source.SourceFile;
import org.waymark.source.Span;

class TypedLinksTest {
    private static String text(SourceFile file, Span span) {
        return file.text().substring(file.offset(span.start()), file.offset(span.end()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            [a](b.md)                   | b.md        | a
            [a]( b.md "t" )             | b.md        | a
            [a](<b c.md>)               | b c.md      | a
            [a](b.md 't](x)')           | b.md        | a
            [a](b(c).md)                | b(c).md     | a
            [`](x`](b.md)               | b.md        | `](x`
            [**a** `]`](b.md#c)         | b.md#c      | **a** `]`
            [![i](p.png)](b.md)         | b.md        | ![i](p.png)
            [a\\]](b%20c.md)            | b%20c.md    | a\\]
            [é😀](b.md)                  | b.md        | é😀
            """)
    void findsTheAddressOfAnInlineLink(String typed, String address, String words) {
        var file = SourceFile.of("x.md", "# é\n\nsee " + typed + " (and so on)\n");
        TypedLink link = TypedLinks.in(file, 0).get(0);
        assertEquals(TypedLink.Form.INLINE, link.form());
        assertEquals(typed.strip(), text(file, link.whole()));
        assertEquals(address, text(file, link.address().orElseThrow()));
        assertEquals(words, text(file, link.text()));
    }

    @Test
    void findsLinksByNameAndTheirDefinitions() {
        String body = "[one][a], [a][] and [A]\n\n[a]: <b.md> 'T'\n[unused]:\n  c.md#x\n";
        var file = SourceFile.of("x.md", body);
        List<String> found = TypedLinks.in(file, 0).stream()
                .map(link -> link.form() + " " + link.destination() + " " + text(file, link.text()) + " "
                        + link.address().map(span -> text(file, span)).orElse("-"))
                .toList();
        assertEquals(
                List.of(
                        "BY_NAME b.md one -",
                        "BY_NAME b.md a -",
                        "BY_NAME b.md A -",
                        "DEFINITION b.md a b.md",
                        "DEFINITION c.md#x unused c.md#x"),
                found);
    }

    @Test
    void leavesOutWhatIsNotALink() {
        var file = SourceFile.of("x.md", "`[a](b.md)` ![a](b.png) <https://x.org> [a] [a](b c)\n\n    [a](b.md)\n");
        assertEquals(List.of(), TypedLinks.in(file, 0));
    }
}
