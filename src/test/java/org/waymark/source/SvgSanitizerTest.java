package org.waymark.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.waymark.BuiltSite;
import org.waymark.TestProject;
import org.waymark.render.OutputFile;

class SvgSanitizerTest {
    private static final String START =
            "<svg xmlns='http://www.w3.org/2000/svg' xmlns:x='http://www.w3.org/1999/xlink'>";

    /** The result for content with nothing to keep. */
    private static final String EMPTY = "<svg xmlns=\"http://www.w3.org/2000/svg\"></svg>\n";

    private static Drawing sanitize(String drawing) {
        return SvgSanitizer.sanitize("content/images/a.svg", drawing.getBytes(StandardCharsets.UTF_8));
    }

    /** What remains of content inside an SVG. */
    private static String kept(String content) {
        String svg = sanitize(START + content + "</svg>").svg();
        return svg.equals(EMPTY) ? "" : svg.substring(EMPTY.indexOf("</"), svg.lastIndexOf("</svg>"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>window.pwned=1</script>",
                "<SCRIPT/>",
                "<y:script xmlns:y='http://www.w3.org/2000/svg'/>",
                "<metadata><script/></metadata>",
                "<z xmlns='urn:z'><script xmlns='http://www.w3.org/2000/svg'/></z>",
                "<foreignObject/>",
                "<b xmlns='http://www.w3.org/1999/xhtml'/>",
                "<animate attributeName='href' to='javascript:x'/>",
                "<animateTransform attributeName='transform'/>",
                "<set attributeName='onclick' to='x'/>",
                "<?xml-stylesheet href='https://evil.invalid/x.xsl'?>"
            })
    void reportsAndOmitsScripts(String content) {
        Drawing drawing = sanitize(START + content + "</svg>");
        assertTrue(drawing.fault().isPresent());
        assertEquals("", kept(content));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "onload='window.pwned=1'",
                "ONCLICK='x'",
                "x:onload='x'",
                "x:href='javascript:window.pwned=1'",
                "href='https://evil.invalid/'",
                "href='//evil.invalid/x.png'",
                "href='\uFF48ttps://evil.invalid/'",
                "href='a.svg#b'",
                "href='data:image/svg+xml,x'",
                "href='data:image/svg+xml;base64,AAAA'",
                "href='data:image/png,x'",
                "style='background:u\\72l(x)'",
                "style='background:url\\28 x)'",
                "style='background:url(//evil.invalid/x)'",
                "style='background:url(\"#a\" \"//evil.invalid/x\")'",
                "style='background:url(\"#a\n\" x)'",
                "style='background:image-set(\"//evil.invalid/x\" 1x)'",
                "style='background:src(\"//evil.invalid/x\")'",
                "style='--a:/*url(*/url(//evil.invalid/x)'",
                "style='background:\uFF55rl(x)'",
                "fill='url(https://evil.invalid/x#y)'",
                "fill='url(x'",
                "mask='url( x#y )'",
                "filter='URL(x)'"
            })
    void reportsAndOmitsAttributesThatRunOrLoad(String attribute) {
        String content = "<image " + attribute + "/>";
        assertTrue(sanitize(START + content + "</svg>").fault().isPresent());
        assertEquals("<image></image>", kept(content));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@import 'https://evil.invalid/x.css';",
                "@\\69mport 'https://evil.invalid/x.css';",
                "<![CDATA[* { fill: url( 'https://evil.invalid/x' ) }]]>",
                "@im<!-- -->port 'https://evil.invalid/x.css';",
                "@im<?x y?>port 'https://evil.invalid/x.css';",
                "@im<![CDATA[port 'https://evil.invalid/x.css';]]>",
                "<g/>@import 'https://evil.invalid/x.css';",
                "@im<g>x</g>port 'https://evil.invalid/x.css';",
                "@font-face{font-family:a;src:local(a)}",
                "@keyframes a{from{fill:red}}",
                "* { background: url(/*#*/x) }"
            })
    void omitsStyleSheetsThatLoadOrAnimate(String css) {
        String content = "<style>" + css + "</style>";
        assertTrue(sanitize(START + content + "</svg>").fault().isPresent());
        assertEquals("<style></style>", kept(content));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<g>",
                "&x;",
                "<rect fill='&x;'/>",
                "<rect fill='a' fill='b'/>",
                "<rect x='<'/>",
                "\u0001",
                "&#1;"
            })
    void rejectsMalformedXml(String content) {
        assertEquals("", sanitize(START + content + "</svg>").svg());
        assertTrue(sanitize(START + content + "</svg>").fault().isPresent());
    }

    /** Chromium knows the entities of XHTML for some document types; Java's parser drops them. */
    @Test
    void refusesEntitiesOfDocumentTypesThatBrowsersKnow() {
        String drawing = "<!DOCTYPE svg PUBLIC '-//W3C//DTD XHTML 1.0 Transitional//EN' 'x.dtd'>" + START
                + "<rect style='background:url&lpar;http://evil.invalid/x&rpar;'/></svg>";
        assertEquals("", sanitize(drawing).svg());
        assertEquals(
                "it is not well-formed XML here",
                sanitize(drawing).fault().orElseThrow().text());
        assertTrue(sanitize(drawing.replace("rect style", "text>&nbsp;</text><rect style"))
                .fault()
                .isPresent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16LE", "ISO-8859-1", "ISO-2022-JP"})
    void refusesDeclarationsInDocumentTypesInEveryEncoding(String encoding) throws IOException {
        for (String declared : List.of(
                "[<!ENTITY x '<script/>'>]",
                "[<!ATTLIST svg onload CDATA 'window.pwned=1'> ]",
                " ".repeat(20_000) + "[<!ATTLIST svg onload CDATA 'x'>" + " ".repeat(20_000) + "]",
                "PUBLIC '[' '>' [<!ENTITY % p SYSTEM 'x'>%p;]",
                "SYSTEM 'x")) {
            String drawing = "<?xml version='1.0' encoding='" + encoding + "'?><!-- a --><?b?>\n<!DOCTYPE svg "
                    + declared + ">" + START + "<g/></svg>";
            Drawing found = SvgSanitizer.sanitize("content/images/a.svg", drawing.getBytes(encoding));
            assertEquals("", found.svg(), declared);
            assertTrue(found.fault().isPresent(), declared);
        }
    }

    @Test
    void refusesAnythingButSvgInItsNamespace() {
        for (String drawing : List.of("<svg/>", "<html xmlns='http://www.w3.org/1999/xhtml'/>", "", "text", "<x/>")) {
            assertEquals("", sanitize(drawing).svg(), drawing);
            assertTrue(sanitize(drawing).fault().isPresent(), drawing);
        }
    }

    @Test
    void readsHugeFilesQuickly() {
        String spaces = " ".repeat(1_000_000);
        String style = "<style>.a { fill: url(" + spaces + "#b) }" + "a".repeat(1_000_000) + "</style>";
        String faults = "<rect onload='a' fill='url(x)'/>\n".repeat(100_000);
        String image = "<image href='data:image/png;base64," + "AAAA\n".repeat(1_000_000) + "'/>";
        for (String content : List.of(style, faults, image, "<g>" + "(".repeat(1_000_000) + "</g>")) {
            assertTimeoutPreemptively(Duration.ofSeconds(20), () -> sanitize(START + content + "</svg>"));
        }
    }

    @Test
    void refusesDeepNesting() {
        String deep = START + "<g>".repeat(100_000) + "</g>".repeat(100_000) + "</svg>";
        assertEquals(
                "its elements are nested more than 200 deep",
                sanitize(deep).fault().orElseThrow().text());
        assertEquals("", sanitize(deep).svg());
        assertTrue(sanitize(START + "<g>".repeat(190) + "</g>".repeat(190) + "</svg>")
                .fault()
                .isEmpty());
    }

    @Test
    void refusesBinaryFilesWithoutPrinting() {
        PrintStream before = System.err;
        var printed = new ByteArrayOutputStream();
        System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            for (byte[] bytes : List.of(
                    new byte[0],
                    new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'},
                    new byte[] {0x1F, (byte) 0x8B, 8, 0},
                    (START + "\u00E9</svg>").getBytes(StandardCharsets.ISO_8859_1),
                    ("<?xml version='1.0' encoding='none-such'?>" + START + "</svg>").getBytes(StandardCharsets.UTF_8),
                    (START + "<g").getBytes(StandardCharsets.UTF_8))) {
                assertEquals(
                        "", SvgSanitizer.sanitize("content/images/a.svg", bytes).svg());
            }
        } finally {
            System.setErr(before);
        }
        assertEquals("", printed.toString(StandardCharsets.UTF_8));
    }

    @Test
    void readsTheEncodingThatAFileDeclares() {
        String drawing = "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>" + START + "<title>\u00E9</title></svg>";
        String expected = "<svg xmlns=\"http://www.w3.org/2000/svg\"><title>\u00E9</title></svg>\n";
        assertEquals(
                expected,
                SvgSanitizer.sanitize("a.svg", drawing.getBytes(StandardCharsets.ISO_8859_1))
                        .svg());
        assertEquals(
                expected,
                SvgSanitizer.sanitize(
                                "a.svg", (START + "<title>\u00E9</title></svg>").getBytes(StandardCharsets.UTF_16))
                        .svg());
        assertEquals(
                expected,
                sanitize("\uFEFF" + START + "<title>\u00E9</title></svg>").svg());
    }

    @Test
    void keepsVisibleElements() {
        String content = "<title>A bus</title><style>@media (min-width: 9px) { .a { fill: url(#b) } }</style>"
                + "<linearGradient id=\"b\"></linearGradient><use href=\"#b\"></use>"
                + "<rect class=\"a\" transform=\"rotate(3) translate(1,2)\" style=\"fill:url('#b') rgb(1,2,3)\"></rect>"
                + "<image href=\"data:image/png;base64,AAAA\" aria-label=\"bus(es) &amp; &lt;trams>\"></image>"
                + "<text xml:space=\"preserve\" xml:lang=\"cy\">a  b &lt;c> <tspan>\uD83D\uDE8C</tspan></text>";
        assertEquals(content, kept(content).replace("&gt;", ">"));
        assertTrue(sanitize(START + content + "</svg>").fault().isEmpty());
    }

    @Test
    void rewritesOlderSvg() {
        assertEquals(
                "<use href=\"#a\"></use><image href=\"data:image/png;base64,AAAABBBB\"></image>",
                kept("<use x:href=' #a'/><image x:href='data:image/png;base64,AAAA\nBBBB'/>"));
        assertEquals("<use href=\"#b\"></use>", kept("<use x:href='https://evil.invalid/' href='#b'/>"));
        assertEquals("<use href=\"#b\"></use>", kept("<use href='#b' x:href='#a'/>"));
        assertEquals(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\"><g></g></svg>\n",
                sanitize("<s:svg xmlns:s='http://www.w3.org/2000/svg' width='9'><s:g/></s:svg>")
                        .svg());
    }

    /** As written by Inkscape and Illustrator. */
    @Test
    void silentlyOmitsWhatBrowsersDoNotDraw() {
        String drawing = "<?xml version='1.0' encoding='UTF-8' standalone='no'?>\n<!-- Created with a program -->\n"
                + "<!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' 'http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd'>\n"
                + "<svg xmlns='http://www.w3.org/2000/svg' xmlns:i='http://www.inkscape.org/namespaces/inkscape' "
                + "i:version='1.2' xml:base='https://example.org/' data-name='Layer'>"
                + "<i:namedview pagecolor='#fff'><i:grid/></i:namedview>"
                + "<metadata><r:RDF xmlns:r='urn:r'><r:li r:resource='https://example.org/'/>text</r:RDF></metadata>"
                + "<?x y?><g i:label='Layer 1'><!-- a --></g></svg>\n<!-- end -->\n";
        assertEquals(
                "<svg xmlns=\"http://www.w3.org/2000/svg\"><g></g></svg>\n",
                sanitize(drawing).svg());
        assertTrue(sanitize(drawing).fault().isEmpty());
    }

    @Test
    void omitsInvisibleCharacters() {
        assertEquals("<title>ab</title>", kept("<title>a&#x202E;b</title>"));
        assertEquals("<g aria-label=\"ab c\"></g>", kept("<g aria-label='a\u2066b&#10;c'/>"));
        assertEquals(
                "its text contains an invisible control character",
                sanitize(START + "<title>a\u202Eb</title></svg>")
                        .fault()
                        .orElseThrow()
                        .text());
    }

    @ParameterizedTest
    @CsvSource({
        "<script/>, 2, 3, 10",
        "<g onload='x'/>, 2, 6, 12",
        "<image  x:href = 'x'/>, 2, 11, 18",
        "<g y='é😀'/><set/>, 2, 15, 19",
        "&x;, 2, 6, 6"
    })
    void saysWhere(String content, int line, int start, int end) {
        Span span = sanitize(START + "\r\n  " + content + "\n</svg>")
                .fault()
                .orElseThrow()
                .span();
        assertEquals(new Span("content/images/a.svg", line, start, line, end), span);
    }

    @Test
    void reportsThePositionInALongFile() {
        String lines = "<g><path d='M 1 1'/></g>\n".repeat(40_000);
        assertEquals(
                new Span("content/images/a.svg", 40_001, 1, 40_001, 8),
                sanitize(START + lines + "<script/></svg>")
                        .fault()
                        .orElseThrow()
                        .span());
    }

    @Test
    void publishesTheRewrittenFile(@TempDir Path folder) throws IOException {
        TestProject.copySmall(folder);
        Path image = folder.resolve("content/images/tram.SVG");
        Files.writeString(image, START + "<!-- a --></svg>");
        BuiltSite site = BuiltSite.of(ProjectReader.read(folder), TestProject.SETTINGS);
        OutputFile published = site.files().stream()
                .filter(file -> file.path().equals("images/tram.SVG"))
                .findFirst()
                .orElseThrow();
        assertEquals(EMPTY, new String(((OutputFile.Made) published).bytes(), StandardCharsets.UTF_8));

        Files.writeString(image, START + "\n<script>window.pwned=1</script></svg>");
        BuiltSite refused = BuiltSite.of(ProjectReader.read(folder), TestProject.SETTINGS);
        assertEquals(List.of(), refused.files());
        assertEquals(
                List.of("content/images/tram.SVG:2:1 unknown-file "
                        + "this drawing cannot be published: `<script>` is not allowed in a drawing"),
                refused.edition().diagnostics().stream()
                        .map(found -> found.span() + " " + found.code().name() + " " + found.message())
                        .toList());
    }
}
