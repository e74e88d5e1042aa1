package org.waymark.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.waymark.Places;
import org.waymark.source.SourceFile;

final class ProseTest {
    /** Marks "bus", and what it is joined with, so that both show in the page. */
    private static final TermMarker BUS = (text, joinedBefore, joinedAfter) -> {
        int at = text.indexOf("bus");
        return at < 0 ? List.of() : List.of(new TermMarker.Mark(at, at + 3, joinedBefore + "-" + joinedAfter));
    };

    private static Prose prose(String body) {
        return Prose.parse(SourceFile.of("content/pages/a.md", body), 0);
    }

    private static String html(String body) {
        return prose(body).toHtml(link -> "<" + link + ">").markup();
    }

    @Test
    void lowersHeadingsAndPrefixesTheirAnchors() {
        Prose prose = prose("## A & b\n\n# Top\n\n###### Deep\n\n## A & b\n");
        assertEquals("""
                <h4 id="x-a--b">A &amp; b</h4>
                <h4 id="x-top">Top</h4>
                <h6 id="x-deep">Deep</h6>
                <h4 id="x-a--b-1">A &amp; b</h4>
                """, prose.toHtml(link -> link, 2, "x-").markup());
    }

    /** Else a heading would take the place of the page's main part, or of the card of a term. */
    @Test
    void givesNoHeadingAnIdOfThePageItself() {
        assertEquals(
                "<h2 id=\"section-wm-main\">wm main</h2>\n<h2 id=\"section-wm-term-pcn\">WM-term-PCN</h2>\n",
                html("## wm main\n\n## WM-term-PCN\n"));
    }

    /** A title with quotes in it, which is not found where it is first looked for. */
    @Test
    void findsAddressesAmongManySpacesAtOnce() {
        String spaces = " ".repeat(7_000);
        String link = "[a](" + spaces + "b.md" + spaces + "\"c\\\"d\")\n\n";
        List<Prose.Link> links = assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> prose(link.repeat(300)).links());
        assertEquals(300, links.size());
        assertEquals(7_005, links.get(0).span().start().column());
    }

    @Test
    void showsWordsForPicturesThatAreNotOnTheSite() {
        assertEquals("<p>&quot;a&quot; &amp; bus</p>\n", html("![\"a\" & bus](https://a.org/x.png 'T')"));
        assertEquals("<p>a bus</p>\n", html("![a bus](//a.org/x.png)"));
        assertEquals("<p>a bus</p>\n", html("![a bus](data:image/png;base64,x)"));
        assertEquals(
                "<p>&quot;a&quot; &amp; bus</p>\n",
                prose("![\"a\" & bus](x.png 'T')\n").toHtml(link -> "", 0, "").markup());
    }

    @Test
    void putsNoLinkIntoALink() {
        assertEquals(
                "<p><a href=\"https://b.org/\">https://a.org/</a></p>\n", html("[<https://a.org/>](https://b.org/)"));
    }

    @Test
    void resolvesAndEscapesAddresses() {
        assertEquals("<p><a href=\"%3Ca.md%3E\" title=\"T &quot;\">b</a></p>\n", html("[b](a.md 'T \"')"));
        assertEquals("<p><img src=\"%3Ca.png%3E\" alt=\"b\nc\"></p>\n", html("![b\nc](a.png)"));
        assertEquals("<p><a href=\"https://a.org/%5B\">b</a></p>\n", html("[b](https://a.org/[)"));
        assertEquals("<p><a href=\"\">b</a></p>\n", html("[b](javascript:alert%281%29)"));
    }

    @Test
    void writesNoSlashesOfXhtml() {
        assertEquals("<p>a<br>\nb</p>\n<hr>\n<p><code> /&gt;</code></p>\n", html("a\\\nb\n\n---\n\n` />`"));
    }

    @Test
    void setsApartWhatHasChanged() {
        assertEquals("""
                <h2 id="a">A</h2>
                <section class="changed">
                <h2 id="what-has-changed-since">What has changed since</h2>
                <p>b</p>
                </section>
                <h2 id="c">C</h2>
                """, html("## A\n\n## What has changed since\n\nb\n\n## C\n"));
    }

    @Test
    void explainsWordsInPlainTextOnly() {
        assertEquals(
                "<p>a <button type=\"button\" class=\"term\" popovertarget=\"false-false\">bus</button></p>\n",
                prose("a bus").toHtml(link -> link, BUS).markup());
        String none = "## bus\n\n[bus](a) `bus` ![bus](b)";
        assertFalse(prose(none).toHtml(link -> link, BUS).markup().contains("button"));
        assertTrue(prose("omni*bus*es").toHtml(link -> link, BUS).markup().contains("\"true-true\""));
    }

    @Test
    void labelsAPhraseByItsLastWord() {
        TermMarker phrase = (text, before, after) -> List.of(new TermMarker.Mark(2, 9, "card"));
        assertEquals(
                "<p>a <label class=\"term-words\"><span aria-hidden=\"true\">b &lt; </span>"
                        + "<button type=\"button\" class=\"term\" aria-label=\"b &lt; bus\" popovertarget=\"card\">bus"
                        + "</button></label> c</p>\n",
                prose("a b < bus c").toHtml(link -> link, phrase).markup());
    }

    @Test
    void givesWordsWithoutHeadingsAndMarkup() {
        String body = """
                ## Heading `code`

                One *two*
                [three](a.md) `four & five`\\
                ![six](b.png)

                - seven
                - eight

                ```
                nine
                ```

                <b>
                """;
        assertEquals(
                "One two three four & five six\nseven\neight\nnine", prose(body).text());
    }

    @Test
    void isEmptyWithHeadingsOnly() {
        assertTrue(prose("").isEmpty());
        assertTrue(prose("## A\n\n[b]: c.md\n").isEmpty());
        assertFalse(prose("## A\n\nb\n").isEmpty());
    }

    @Test
    void rendersTables() {
        assertEquals(
                """
                <div class="scroller" role="region" tabindex="0" aria-label="Table 1: Hub, &quot;Opens&quot;">
                <table>
                <thead>
                <tr>
                <th scope="col" class="left">Hub</th>
                <th scope="col" class="right">&quot;<em>Opens</em>&quot;</th>
                </tr>
                </thead>
                <tbody>
                <tr>
                <td class="left"><a href="b.md">Ross</a></td>
                <td class="right">a|b <code>c|d</code></td>
                </tr>
                <tr>
                <td class="left">Leominster</td>
                <td></td>
                </tr>
                </tbody>
                </table>
                </div>
                """, prose("""
                        | Hub | "*Opens*" |
                        | :-- | --: |
                        | [Ross](b.md) | a\\|b `c\\|d` |
                        | Leominster
                        """.replace("\\\\", "\\")).toHtml(link -> link, BUS).markup());
    }

    @Test
    void namesTheRowsOfATableWhoseFirstColumnHasNoHeader() {
        String html = html("| | 2024 | 2025 |\n|-|:-:|-|\n| Ross | 1 | 2 |\n");
        assertTrue(html.contains("aria-label=\"Table 1: 2024, 2025\""), html);
        assertTrue(html.contains("<tr>\n<td></td>\n<th scope=\"col\" class=\"centre\">2024</th>"), html);
        assertTrue(html.contains("<th scope=\"row\">Ross</th>\n<td class=\"centre\">1</td>"), html);
    }

    @Test
    void explainsNoWordsInHeaderCells() {
        String html = prose("| bus |\n|-|\n| bus |\n").toHtml(link -> link, BUS).markup();
        assertTrue(html.contains("<th scope=\"col\">bus</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td><button"), html);
    }

    @Test
    void givesTheWordsOfTables() {
        assertEquals(
                "Hub Opens \nRoss 9am",
                prose("| Hub | Opens |\n|-|-|\n| Ross | *9am* |\n").text());
    }

    @Test
    void knowsWhereThingsStandInTheCellsOfTables() {
        var file = SourceFile.of(
                "a.md", "x\n\n> | a |\n> |---|\n> | \\|é \\| [`b\\|` c](d\\|e.md) ![f](g.png) h&amp;i |\n");
        Prose prose = Prose.parse(file, 0);
        Prose.Link link = prose.links().get(0);
        assertEquals("d\\|e.md", Places.text(file, link.span()));
        assertEquals("`b\\|` c", Places.text(file, link.textSpan()));
        assertEquals("g.png", Places.text(file, prose.images().get(0).span()));
        assertEquals("![f](g.png)", Places.text(file, prose.images().get(0).whole()));
        TypedLink typed = TypedLinks.in(file, 0).get(0);
        assertEquals("[`b\\|` c](d\\|e.md)", Places.text(file, typed.whole()));
        assertEquals("d\\|e.md", Places.text(file, typed.address().orElseThrow()));
        Passage cell = prose.passages().stream()
                .filter(passage -> passage.text().startsWith("|é"))
                .findFirst()
                .orElseThrow();
        assertEquals(Passage.Kind.CELL, cell.kind());
        assertEquals("|é | b| c \uFFFC h&i", cell.text());
        List<String> typedAs = cell.text()
                .chars()
                .filter(c -> c != Passage.IMAGE_SIGN)
                .mapToObj(c -> cell.text().indexOf(c))
                .map(at -> Places.text(file, cell.span(at, at + 1)))
                .toList();
        assertEquals(List.of("|", "é", " ", "|", " ", "b", "|", " ", "c", " ", " ", "h", "&amp;", "i"), typedAs);
        assertTrue(cell.isCode(cell.text().indexOf('b')));
        assertFalse(cell.isCode(cell.text().indexOf('c')));
    }

    @Test
    void takesTablesThatAreLongerThanAParagraph() {
        String rows = "| a | b |\n".repeat(2_000);
        assertEquals(Optional.empty(), Prose.tooLong(SourceFile.of("a.md", "| a | b |\n|---|---|\n" + rows), 0));
        // None of these is a table, or its rows go on with a paragraph.
        for (String beginning :
                List.of("", "x\n", "| a | b |\n|---|\n", "> x\n| a |\n|---|\n", "| a |\n|---|\n> a\n")) {
            assertTrue(Prose.tooLong(SourceFile.of("a.md", beginning + rows), 0).isPresent(), beginning);
        }
    }

    @Test
    void findsTablesWithTooManyColumns() {
        String columns = "|-".repeat(Prose.MOST_COLUMNS);
        assertEquals(
                Optional.empty(), Prose.tooWide(SourceFile.of("a.md", "|a".repeat(100) + "\n" + columns + "\n"), 0));
        SourceFile file = SourceFile.of("a.md", "> |a\n> " + columns + "|-\n");
        assertEquals(
                "> " + columns + "|-", Places.text(file, Prose.tooWide(file, 0).orElseThrow()));
    }
}
