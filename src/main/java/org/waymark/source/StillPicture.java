package org.waymark.source;

import java.io.ByteArrayInputStream;
import java.util.Locale;
import java.util.Set;
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

    private StillPicture() {}

    /** Whether a file is well-formed SVG in which nothing runs or is loaded from elsewhere. */
    static boolean isSvg(byte[] file) {
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
