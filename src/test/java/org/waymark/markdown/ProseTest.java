package org.waymark.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.waymark.Places;
import org.waymark.source.SourceFile;
import org.waymark.source.Span;

final class ProseTest {
    /** Marks "bus", and what it is joined to, so both show on the page. */
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

    /** Otherwise a heading would have the id of the page's main part, or of the card of a term. */
    @Test
    void givesNoHeadingAnIdOfThePageItself() {
        assertEquals(
                "<h2 id=\"section-wm-main\">wm main</h2>\n<h2 id=\"section-wm-term-pcn\">WM-term-PCN</h2>\n",
                html("## wm main\n\n## WM-term-PCN\n"));
    }

    /** A title that contains quotation marks, so that the first match is not the title. */
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
        assertEquals("<p>&quot;a&quot; &amp; bus</p>\n", html("![\"a\" & bus](https://a.org/x.png)"));
        assertEquals("<p>a bus</p>\n", html("![a bus](//a.org/x.png)"));
        assertEquals("<p>a bus</p>\n", html("![a bus](data:image/png;base64,x)"));
        assertEquals(
                "<figure>&quot;a&quot; &amp; bus<figcaption>T</figcaption></figure>\n",
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
        assertEquals("<p><img src=\"%3Ca.png%3E\" alt=\"b\nc\" decoding=\"async\"></p>\n", html("![b\nc](a.png)"));
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
                <div class="scroller" role="region" tabindex="0" aria-label="1: Hub, &quot;Opens&quot;">
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
        assertTrue(html.contains("aria-label=\"1: 2024, 2025\""), html);
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
                "Hub Opens\nRoss 9am",
                prose("| Hub | Opens |\n|-|-|\n| Ross | *9am* |\n").text());
    }

    @Test
    void knowsTheSpansInTableCells() {
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
        // None of these is a table, or its rows are followed directly by a paragraph.
        for (String beginning :
                List.of("", "x\n", "| a | b |\n|---|\n", "> x\n| a |\n|---|\n", "| a |\n|---|\n> a\n")) {
            assertTrue(Prose.tooLong(SourceFile.of("a.md", beginning + rows), 0).isPresent(), beginning);
        }
    }

    @Test
    void findsTablesWithTooManyCells() {
        String table = "x\n\n> |a" + "|a".repeat(98) + "\n> " + "-|".repeat(99) + "-\n" + "a\n".repeat(498) + "\n";
        assertEquals(Optional.empty(), Prose.tooLarge(SourceFile.of("a.md", table.repeat(2)), 0));
        SourceFile file = SourceFile.of("a.md", table.repeat(3));
        assertEquals(1_010, Prose.tooLarge(file, 0).orElseThrow().start().line());
    }

    @Test
    void rendersFootnotesInTheOrderOfTheirNumbers() {
        assertEquals(
                """
                <p>a<sup id="x-wm-note-1-use-1"><a href="#x-wm-note-1" aria-label="1">1</a></sup> \
                b<sup id="x-wm-note-2-use-1"><a href="#x-wm-note-2" aria-label="2">2</a></sup> \
                c<sup id="x-wm-note-1-use-2"><a href="#x-wm-note-1" aria-label="1">1</a></sup></p>
                <section class="footnotes" aria-label="">
                <ol>
                <li id="x-wm-note-1">
                <p>one</p>
                <p>more \
                <a href="#x-wm-note-1-use-1" class="back" aria-label="1, 1">↩\uFE0E<sup>1</sup></a> \
                <a href="#x-wm-note-1-use-2" class="back" aria-label="1, 2">↩\uFE0E<sup>2</sup></a></p>
                </li>
                <li id="x-wm-note-2">
                <p>two <em>b</em> <a href="#x-wm-note-2-use-1" class="back" aria-label="2">↩\uFE0E</a></p>
                </li>
                </ol>
                </section>
                """,
                prose("a[^z] b[^y] c[^Z]\n\n[^y]: two *b*\n[^z]: one\n\n    more\n")
                        .toHtml(link -> link, 0, "x-")
                        .markup());
    }

    @Test
    void rendersFootnotesToWhichOnlyFootnotesRefer() {
        String html = html("a[^1]\n\n[^2]: two[^1]\n[^1]: one[^2]\n[^3]: lost[^3]\n");
        assertTrue(html.contains("<li id=\"wm-note-2\">\n<p>two<sup id=\"wm-note-1-use-2\">"), html);
        assertFalse(html.contains("lost"), html);
    }

    @Test
    void findsFlawsOfFootnotes() {
        Prose prose = prose("""
                a[^1] [^lost] \\[^x] `[^y]` [^1][^gone]

                [^1]: one
                [^1]: again

                [^2]: two, as in [^3]

                [^3]: three
                """);
        assertEquals(
                List.of(
                        "UNDEFINED_FOOTNOTE lost",
                        "UNDEFINED_FOOTNOTE gone",
                        "UNUSED_FOOTNOTE 2",
                        "REPEATED_FOOTNOTE 1"),
                prose.flaws().stream()
                        .map(flaw -> flaw.kind() + " " + flaw.name())
                        .toList());
        assertEquals(List.of(), prose.unreadLinks());
        assertTrue(prose("## A\n\n[^1]: one\n").isEmpty());
    }

    @Test
    void strikesOutBetweenTwoTildes() {
        assertEquals("<p><del>a</del> ~b~ ~~~c~~~</p>\n", html("~~a~~ ~b~ ~~~c~~~"));
        assertTrue(prose("omni~~bus~~es").toHtml(link -> link, BUS).markup().contains("\"true-true\""));
    }

    @Test
    void rendersBoxesToTick() {
        assertEquals(
                """
                <ul>
                <li class="task"><input type="checkbox" disabled aria-labelledby="x-wm-task-1"> <span id="x-wm-task-1">a <em>b</em></span></li>
                <li class="task"><input type="checkbox" disabled checked aria-labelledby="x-wm-task-2"> <span id="x-wm-task-2"><a href="c">d</a></span>
                <ol>
                <li class="task"><input type="checkbox" disabled checked aria-labelledby="x-wm-task-3"> <span id="x-wm-task-3">e</span></li>
                </ol>
                </li>
                <li>[ ]</li>
                <li>[x] f</li>
                <li>[y] g</li>
                <li>[x]h</li>
                </ul>
                """,
                prose("- [ ] a *b*\n- [x] [d](c)\n  1. [X] e\n- [ ]\n- \\[x] f\n- [y] g\n- [x]h\n")
                        .toHtml(link -> link, 0, "x-")
                        .markup());
        Passage item = prose("- [x]  a&b\n").passages().get(0);
        assertEquals("a&b", item.text());
        assertEquals(new Span("content/pages/a.md", 1, 8, 1, 11), item.span(0, 3));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "https://www.example.org/a_b?c=d&e=f#g https://www.example.org/a_b?c=d&e=f#g",
                "http://example.org/_a_/__b__/*c* http://example.org/_a_/__b__/*c*",
                "https://example.org/a?b=1&amp;c=2 https://example.org/a?b=1&c=2",
                "https://en.example.org/wiki/A_(b) https://en.example.org/wiki/A_(b)",
                "www.example.org https://www.example.org",
                "a.b+c@example.org mailto:a.b+c@example.org",
                "https://tŷ.example/ https://tŷ.example/",
            })
    void turnsBareAddressesIntoLinks(String typed, String destination) {
        for (String around :
                List.of("%s", "See %s.", "(%s)", "*%s*", "é &amp; \\* %s, and", "## A %s", "- %s", "> %s")) {
            var file = SourceFile.of("a.md", around.formatted(typed) + "\n");
            List<Prose.Link> links = Prose.parse(file, 0).links();
            assertEquals(1, links.size(), around);
            assertEquals(destination, links.get(0).destination());
            assertEquals(typed, Places.text(file, links.get(0).span()));
            assertEquals(typed, Places.text(file, links.get(0).textSpan()));
            assertEquals(List.of(), TypedLinks.in(file, 0));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "e.g. this",
                "file.md",
                "example.org",
                "`https://example.org/`",
                "![https://example.org/](x.png)",
                "ftp://example.org/",
                "javascript://example.org/%0Aalert(1)",
                "https\\://example.org/",
                "a@b",
                "@example",
                "a\\@example.org",
                "https://",
                "    https://example.org/",
            })
    void turnsNoOtherWordsIntoLinks(String typed) {
        assertEquals(List.of(), prose(typed).links());
    }

    @Test
    void rendersAddressesSoThatTheyArePrintedOnce() {
        assertEquals(
                "<p><a class=\"address\" href=\"https://a.org/\">https://a.org/</a> "
                        + "<a class=\"address\" href=\"https://b.org/\">https://b.org/</a> "
                        + "<a class=\"address\" href=\"mailto:c@d.org\">c@d.org</a> "
                        + "<a href=\"https://e.org/\">f https://g.org/</a></p>\n",
                html("https://a.org/ <https://b.org/> c@d.org [f https://g.org/](https://e.org/)"));
    }

    @Test
    void takesTheIdsOfHeadings() {
        Prose prose =
                prose("## A *b* {#c}\n\n## C\n\n## {#d}\n\nE {#é-1_f}\n---\n\n## F \\{#g}\n\n## `{#h}`\n\nI {#i}\n");
        assertEquals(
                "A b c, C c-1,  d, E é-1_f, F {#g} f-g, {#h} h",
                prose.headings().stream()
                        .map(heading -> heading.text() + " " + heading.anchor())
                        .collect(Collectors.joining(", ")));
        assertEquals("<h2 id=\"c\">A <em>b</em></h2>\n", html("## A *b* {#c} ##"));
        assertTrue(prose.toHtml(link -> link).markup().contains("{#i}"));
    }

    @Test
    void findsFlawsOfTheIdsOfHeadings() {
        var file = SourceFile.of("a.md", "## A {#b c}\n\n## D {#wm-main}\n\n## E {#f}\n\n## F {#f}\n\n## G {#}\n");
        Prose prose = Prose.parse(file, 0);
        assertEquals(
                "MALFORMED_HEADING_ID {#b c}, RESERVED_HEADING_ID {#wm-main}, REPEATED_HEADING_ID {#f}, MALFORMED_HEADING_ID {#}",
                prose.flaws().stream()
                        .map(flaw -> flaw.kind() + " " + Places.text(file, flaw.span()))
                        .collect(Collectors.joining(", ")));
        assertEquals(
                List.of("a", "d", "f", "f-1", "g"),
                prose.headings().stream().map(Prose.Heading::anchor).toList());
    }

    /** As on GitHub, with the combining marks of scripts in which a letter is more than one character. */
    @Test
    void keepsMarksInTheIdsOfHeadings() {
        assertEquals(
                List.of("हिन्दी-भाषा", "café", "ภาษาไทย", "a_b"),
                prose("## हिन्दी भाषा\n\n## Cafe\u0301!\n\n## ภาษาไทย\n\n## a_b\n").headings().stream()
                        .map(Prose.Heading::anchor)
                        .toList());
    }

    @Test
    void showsTheTitleOfAnImageAsItsCaption() {
        assertEquals(
                "<figure><img src=\"x.png\" alt=\"a\" decoding=\"async\"><figcaption>b &quot;c&quot;</figcaption></figure>\n",
                prose("![a](x.png 'b \"c\"')").toHtml(link -> link).markup());
        assertEquals(
                "<p>d <img src=\"x.png\" alt=\"a\" title=\"b\" decoding=\"async\"></p>\n",
                prose("d ![a](x.png \"b\")").toHtml(link -> link).markup());
        Prose prose = prose("![a](x.png\n  'a bus')\n");
        assertEquals("a a bus", prose.text());
        Passage title = prose.passages().get(1);
        assertEquals("IMAGE a bus", title.kind() + " " + title);
        assertEquals(new Span("content/pages/a.md", 2, 6, 2, 9), title.span(2, 5));
    }

    @Test
    void takesFootnotesThatAreLongerThanAParagraph() {
        String notes = "[^a]: b\n".repeat(3_000);
        assertEquals(Optional.empty(), Prose.tooLong(SourceFile.of("a.md", notes), 0));
        assertTrue(
                Prose.tooLong(SourceFile.of("a.md", notes.replace(":", " ")), 0).isPresent());
    }
}
