package org.waymark.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import org.junit.jupiter.params.provider.ValueSource;

class StillPictureTest {
    private static final String START =
            "<svg xmlns='http://www.w3.org/2000/svg' xmlns:x='http://www.w3.org/1999/xlink'>";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>window.pwned=1</script>",
                "<SCRIPT/>",
                "<y:script xmlns:y='http://www.w3.org/2000/svg'/>",
                "<g onload='window.pwned=1'/>",
                "<g ONCLICK='x'/>",
                "<a x:href='javascript:window.pwned=1'><rect/></a>",
                "<a href='https://evil.invalid/'><rect/></a>",
                "<use href='https://evil.invalid/x.svg#y'/>",
                "<image href='//evil.invalid/x.png'/>",
                "<image href='data:image/svg+xml,x'/>",
                "<foreignObject/>",
                "<b xmlns='http://www.w3.org/1999/xhtml'/>",
                "<animate attributeName='href' to='javascript:x'/>",
                "<animateTransform attributeName='transform'/>",
                "<set attributeName='onclick' to='x'/>",
                "<style>@import 'https://evil.invalid/x.css';</style>",
                "<style>@\\69mport 'https://evil.invalid/x.css';</style>",
                "<style><![CDATA[* { fill: url( 'https://evil.invalid/x' ) }]]></style>",
                "<style>@im<!-- -->port 'https://evil.invalid/x.css';</style>",
                "<style>@im<?x y?>port 'https://evil.invalid/x.css';</style>",
                "<style>@im<![CDATA[port 'https://evil.invalid/x.css';]]></style>",
                "<style><g/>@import 'https://evil.invalid/x.css';</style>",
                "<style>@im<g>x</g>port 'https://evil.invalid/x.css';</style>",
                "<rect fill='url(https://evil.invalid/x#y)'/>",
                "<rect style='background:u\\72l(x)'/>",
                "<rect style='background:url\\28 x)'/>",
                "<?xml-stylesheet href='https://evil.invalid/x.xsl'?>",
                "<g>",
                "&x;"
            })
    void refusesWhatRunsOrLoads(String content) {
        assertFalse(StillPicture.isSvg((START + content + "</svg>").getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void refusesEntitiesAndOtherEncodingsOfThem() {
        String entity = "<!DOCTYPE svg [<!ENTITY x '<script/>'>]>" + START + "&x;</svg>";
        assertFalse(StillPicture.isSvg(entity.getBytes(StandardCharsets.UTF_8)));
        assertFalse(StillPicture.isSvg(entity.getBytes(StandardCharsets.UTF_16)));
        assertFalse(StillPicture.isSvg((START + "<script/></svg>").getBytes(StandardCharsets.UTF_16)));
        assertFalse(StillPicture.isSvg(new byte[0]));
    }

    /** Browsers add such attributes to the elements, though they do not stand there. */
    @Test
    void refusesAttributesThatTheDocumentTypeAdds() {
        String declared = "<!DOCTYPE svg [<!ATTLIST svg onload CDATA 'window.pwned=1'>%s]%s>" + START + "</svg>";
        for (String doctype : List.of(
                declared.formatted("", ""),
                declared.formatted(" ".repeat(20_000), ""),
                declared.formatted("", " ".repeat(20_000)),
                "<?xml version='1.0' encoding='ISO-2022-JP'?>"
                        + declared.formatted("", "").replace("ATTLIST", "AT\u001B(BTLIST"))) {
            assertFalse(StillPicture.isSvg(doctype.getBytes(StandardCharsets.UTF_8)), doctype);
            assertFalse(StillPicture.isSvg(doctype.getBytes(StandardCharsets.UTF_16)), doctype);
        }
    }

    @Test
    void readsManySpacesAtOnce() {
        String style = "<style>.a { fill: url(" + " ".repeat(1_000_000) + "#b) }</style>";
        byte[] drawing = (START + style + "</svg>").getBytes(StandardCharsets.UTF_8);
        assertTrue(assertTimeoutPreemptively(Duration.ofSeconds(20), () -> StillPicture.isSvg(drawing)));
    }

    @Test
    void refusesWhatIsNoTextWithoutAWord() {
        PrintStream before = System.err;
        var printed = new ByteArrayOutputStream();
        System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            assertFalse(StillPicture.isSvg(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'}));
            assertFalse(StillPicture.isSvg(new byte[] {0x1F, (byte) 0x8B, 8, 0}));
            assertFalse(StillPicture.isSvg((START + "\u00E9</svg>").getBytes(StandardCharsets.ISO_8859_1)));
            assertFalse(StillPicture.isSvg(("<?xml version='1.0' encoding='none-such'?>" + START + "</svg>")
                    .getBytes(StandardCharsets.UTF_8)));
        } finally {
            System.setErr(before);
        }
        assertEquals("", printed.toString(StandardCharsets.UTF_8));
    }

    @Test
    void takesDrawingsInTheEncodingThatTheyName() {
        String drawing = "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>" + START + "<title>\u00E9</title></svg>";
        assertTrue(StillPicture.isSvg(drawing.getBytes(StandardCharsets.ISO_8859_1)));
        assertTrue(StillPicture.isSvg((START + "<title>\u00E9</title></svg>").getBytes(StandardCharsets.UTF_16)));
    }

    @Test
    void takesDrawings() {
        String drawing = "<?xml version='1.0'?><!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' "
                + "'http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd'>" + START
                + "<title>A bus</title><style>.a { fill: url(#b) }</style><linearGradient id='b'/>"
                + "<use x:href='#b'/><rect class='a' transform='rotate(3)' style='fill:url(\"#b\")'/>"
                + "<image href='data:image/png;base64,AAAA'/></svg>";
        assertTrue(StillPicture.isSvg(drawing.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void keepsProgramsOutOfTheSite(@TempDir Path folder) throws IOException {
        Path images = Files.createDirectories(folder.resolve("content/images"));
        Files.writeString(images.resolve("evil.SVG"), START + "<script>window.pwned=1</script></svg>");
        Files.writeString(images.resolve("good.svg"), START + "</svg>");
        Project project = ProjectReader.read(folder);
        assertEquals(List.of("content/images/evil.SVG"), project.others());
        assertEquals(1, project.images().size());
    }
}
