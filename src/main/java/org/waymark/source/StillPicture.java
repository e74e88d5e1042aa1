package org.waymark.source;

import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Tells drawings in SVG from programs in SVG. A browser runs the latter when a reader opens the file itself, as a part of the
 * site (SVG 2, section 2.3: "secure static mode" holds within pages only). A still picture runs nothing and loads nothing.
 */
final class StillPicture {
    private static final String SVG = "http://www.w3.org/2000/svg";
    private static final Set<String> ACTIVE =
            Set.of("script", "foreignobject", "handler", "listener", "iframe", "audio", "video", "animate", "set");

    /** A part of the same file, or a picture within it. */
    private static final Pattern OWN =
            Pattern.compile("\\s*(#.*|data:image/(png|jpeg|gif|webp)[;,].*)?", Pattern.DOTALL);

    /** Styles that load something. A backslash could hide one. */
    private static final Pattern LOADING =
            Pattern.compile("@import|\\\\|url\\(\\s*+['\"]?+(?!\\s*+#)|image-set|src\\(", Pattern.CASE_INSENSITIVE);

    /**
     * Declarations within it give elements attributes, or texts other meanings, that do not stand there (XML 1.0, sections 3.3
     * and 4.2). The parser, which skips them, may keep no more of it than what follows them.
     */
    private static final Pattern PLAIN_DOCTYPE = Pattern.compile("<!DOCTYPE\\s+\\w[^\\[\\]]*>");

    /** The encoding in which a file says that it is (XML 1.0, section 4.3.3). */
    private static final Pattern ENCODING =
            Pattern.compile("(?:\u00EF\u00BB\u00BF)?<\\?xml[^>]*\\sencoding\\s*=\\s*[\"']([\\w.:-]+)");

    private StillPicture() {}

    /** Whether a file is well-formed SVG in which nothing runs or is loaded from elsewhere. */
    static boolean isSvg(byte[] file) {
        return isText(file) && isStill(file);
    }

    /** Of other bytes the parser would print a line of its own. */
    private static boolean isText(byte[] file) {
        try {
            encoding(file).newDecoder().decode(ByteBuffer.wrap(file));
            return true;
        } catch (CharacterCodingException | IllegalArgumentException e) {
            return false;
        }
    }

    private static Charset encoding(byte[] file) {
        String head = new String(file, 0, Math.min(file.length, 200), StandardCharsets.ISO_8859_1);
        if (head.startsWith("\u00FE\u00FF") || head.startsWith("\u00FF\u00FE")) {
            return StandardCharsets.UTF_16;
        }
        Matcher declared = ENCODING.matcher(head);
        return declared.lookingAt() ? Charset.forName(declared.group(1)) : StandardCharsets.UTF_8;
    }

    private static boolean isStill(byte[] file) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(file));
            StringBuilder style = null; // its text may come in pieces, with comments between them
            boolean isStill = true;
            while (isStill && reader.hasNext()) {
                int event = reader.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    isStill = style == null && isStill(reader);
                    style = reader.getLocalName().equalsIgnoreCase("style") ? new StringBuilder() : null;
                } else if (event == XMLStreamConstants.CHARACTERS && style != null) {
                    style.append(reader.getText());
                } else if (event == XMLStreamConstants.END_ELEMENT && style != null) {
                    isStill = !LOADING.matcher(style).find();
                    style = null;
                } else if (event == XMLStreamConstants.PROCESSING_INSTRUCTION) {
                    isStill = !reader.getPITarget().equalsIgnoreCase("xml-stylesheet");
                } else if (event == XMLStreamConstants.DTD) {
                    isStill = PLAIN_DOCTYPE.matcher(reader.getText()).matches();
                }
            }
            return isStill;
        } catch (XMLStreamException e) {
            return false;
        }
    }

    private static boolean isStill(XMLStreamReader element) {
        String name = element.getLocalName().toLowerCase(Locale.ROOT);
        boolean isForeign = "http://www.w3.org/1999/xhtml".equals(element.getNamespaceURI());
        if (isForeign
                || ACTIVE.contains(name)
                || (SVG.equals(element.getNamespaceURI()) && name.startsWith("animate"))) {
            return false;
        }
        for (int i = 0; i < element.getAttributeCount(); i++) {
            String attribute = element.getAttributeLocalName(i).toLowerCase(Locale.ROOT);
            String value = element.getAttributeValue(i);
            boolean isLink = attribute.equals("href") || attribute.equals("src");
            if (attribute.startsWith("on")
                    || (isLink && !OWN.matcher(value).matches())
                    || (!isLink
                            && value.indexOf('(') >= 0
                            && LOADING.matcher(value).find())
                    || (attribute.equals("style") && LOADING.matcher(value).find())) {
                return false;
            }
        }
        return true;
    }
}
