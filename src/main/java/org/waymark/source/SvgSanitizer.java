package org.waymark.source;

import java.io.StringReader;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;

/**
 * Rewrites SVGs using an allow-list. A browser that opens an SVG file runs its scripts as part of the site (SVG 2,
 * section 2.3: "secure static mode" applies only within pages). The output runs nothing, loads nothing and needs no
 * document type or entity.
 *
 * <p>Silently omits what browsers do not draw: comments, processing instructions, the document type, metadata, other
 * vocabularies, and attributes that SVG does not have. Anything else that is omitted is a {@link Drawing.Fault}. Runs
 * in linear time.
 */
final class SvgSanitizer {
    private static final String SVG = "http://www.w3.org/2000/svg";
    private static final String XLINK = "http://www.w3.org/1999/xlink";
    private static final String XHTML = "http://www.w3.org/1999/xhtml";

    /** Browsers reject, or crash on, elements nested several hundred deep. */
    private static final int DEEPEST = 200;

    /** An image within the SVG, in base64. Other formats and encodings could contain a document. */
    private static final Pattern EMBEDDED =
            Pattern.compile("data:image/(png|jpeg|jpg|gif|webp);base64,[A-Za-z0-9+/=]*+", Pattern.CASE_INSENSITIVE);

    private static final Pattern SPACE = Pattern.compile("[ \t\r\n]+");

    /** The encoding that a file declares (XML 1.0, section 4.3.3). */
    private static final Pattern ENCODING =
            Pattern.compile("<\\?xml[^>]*\\sencoding\\s*=\\s*[\"']([\\w.:-]+)", Pattern.CASE_INSENSITIVE);

    private final SourceFile file;
    private final XMLStreamReader in;
    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter out;
    private Optional<Drawing.Fault> fault = Optional.empty();
    private Optional<ImageSize> size = Optional.empty();
    private int depth;
    /** The depth within an omitted element; 0 outside one. */
    private int omitted;
    /** The style sheet being read; empty outside one. */
    private Optional<StringBuilder> style = Optional.empty();

    private SvgSanitizer(SourceFile file, String xml) throws XMLStreamException {
        this.file = file;
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        in = factory.createXMLStreamReader(new StringReader(xml));
        out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
    }

    /** The SVG to publish instead of a file. */
    static Drawing sanitize(String path, byte[] bytes) {
        Optional<FileFault> placeholder = bytes.length > Placeholder.HEAD
                ? Optional.empty()
                : Placeholder.in(bytes, "a drawing")
                        .filter(fault -> bytes.length == 0 || fault.help().contains("lfs"));
        if (placeholder.isPresent()) {
            FileFault found = placeholder.get();
            return new Drawing(
                    "",
                    Optional.empty(),
                    Optional.of(new Drawing.Fault(Span.startOf(path), found.text(), Optional.of(found.help()))));
        }
        Optional<String> decoded = decode(bytes);
        if (decoded.isEmpty()) {
            return refused(Span.startOf(path), "it is not text in the encoding that it declares");
        }
        SourceFile file = SourceFile.of(path, decoded.get());
        XmlProlog prolog = XmlProlog.of(file.text());
        if (prolog.declaresEntities()) {
            return refused(
                    file.span(prolog.doctypeStart(), prolog.doctypeStart() + "<!DOCTYPE".length()),
                    "its document type declares entities or attributes");
        }
        try {
            // Without a document type, a parser must reject every entity except XML's own five.
            return new SvgSanitizer(file, prolog.withoutDoctype(file.text())).rewrite();
        } catch (XMLStreamException e) {
            int line = Math.max(1, e.getLocation() == null ? 1 : e.getLocation().getLineNumber());
            int column =
                    Math.max(1, e.getLocation() == null ? 1 : e.getLocation().getColumnNumber());
            int at = file.offset(new Position(Math.min(line, file.lineCount()), column));
            return refused(file.span(at, at), "it is not well-formed XML here");
        }
    }

    private static Drawing refused(Span span, String text) {
        return new Drawing("", Optional.empty(), Optional.of(new Drawing.Fault(span, text, Optional.empty())));
    }

    /** The text of a file, without a byte order mark; empty if it cannot be decoded. */
    private static Optional<String> decode(byte[] bytes) {
        try {
            String decoded =
                    encoding(bytes).newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return Optional.of(decoded.startsWith("\uFEFF") ? decoded.substring(1) : decoded);
        } catch (CharacterCodingException | IllegalArgumentException | UnsupportedOperationException e) {
            return Optional.empty();
        }
    }

    private static Charset encoding(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, 200), StandardCharsets.ISO_8859_1);
        if (head.startsWith("\u00FE\u00FF") || head.startsWith("\u00FF\u00FE")) {
            return StandardCharsets.UTF_16;
        }
        Matcher declared = ENCODING.matcher(head);
        return declared.lookingAt() ? Charset.forName(declared.group(1)) : StandardCharsets.UTF_8;
    }

    private Drawing rewrite() throws XMLStreamException {
        while (in.hasNext()) {
            switch (in.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    depth++;
                    if (depth > DEEPEST) {
                        return refused(tag(), "its elements are nested more than " + DEEPEST + " deep");
                    }
                    if (depth == 1 && !(isSvg() && in.getLocalName().equals("svg"))) {
                        return refused(tag(), "its first element is not `<svg xmlns=\"" + SVG + "\">`");
                    }
                    start();
                }
                case XMLStreamConstants.END_ELEMENT -> end();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> text();
                case XMLStreamConstants.PROCESSING_INSTRUCTION -> {
                    if (in.getPITarget().equalsIgnoreCase("xml-stylesheet")) {
                        report(this::here, "`<?" + in.getPITarget() + "` loads a style sheet");
                    }
                }
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new XMLStreamException("no document type", in.getLocation());
                default -> {}
            }
        }
        out.flush();
        return new Drawing(text + "\n", size, fault);
    }

    private boolean isSvg() {
        return SVG.equals(in.getNamespaceURI());
    }

    private void start() throws XMLStreamException {
        String name = in.getLocalName();
        boolean isKept = isSvg() && SvgVocabulary.ELEMENTS.contains(name) && style.isEmpty();
        boolean isDrawn = isSvg() ? !name.equals("metadata") : XHTML.equals(in.getNamespaceURI());
        if (!isKept && isDrawn) {
            report(
                    this::tag,
                    "`<" + name + ">` is not allowed " + (style.isEmpty() ? "in a drawing" : "in a style sheet"));
        }
        if (omitted > 0 || !isKept) {
            omitted++;
            return;
        }
        out.writeStartElement(name);
        if (depth == 1) {
            out.writeDefaultNamespace(SVG);
            size = SvgSize.of(attribute("width"), attribute("height"), attribute("viewBox"));
        }
        for (int i = 0; i < in.getAttributeCount(); i++) {
            attribute(name, i);
        }
        if (name.equals("style")) {
            style = Optional.of(new StringBuilder());
        }
    }

    private String attribute(String name) {
        String value = in.getAttributeValue("", name);
        return value == null ? "" : value;
    }

    private void attribute(String element, int i) throws XMLStreamException {
        String namespace = in.getAttributeNamespace(i) == null ? "" : in.getAttributeNamespace(i);
        String name = in.getAttributeLocalName(i);
        String value = visible(in.getAttributeValue(i), name);
        if (name.equals("href") && (namespace.isEmpty() || namespace.equals(XLINK))) {
            boolean isReplaced = !namespace.isEmpty() && in.getAttributeValue("", "href") != null;
            if (!isReplaced) {
                link(element, value);
            }
        } else if (namespace.equals(XMLConstants.XML_NS_URI) && (name.equals("lang") || name.equals("space"))) {
            out.writeAttribute(XMLConstants.XML_NS_PREFIX, namespace, name, value);
        } else if (name.regionMatches(true, 0, "on", 0, 2)) {
            report(() -> attributeSpan(name), "`" + name + "` could run a program");
        } else if (namespace.isEmpty() && SvgVocabulary.STYLED.contains(name)) {
            Optional<String> found = SvgStyle.fault(value);
            found.ifPresent(what -> report(() -> attributeSpan(name), "`" + name + "` uses `" + what + "`"));
            if (found.isEmpty()) {
                out.writeAttribute(name, value);
            }
        } else if (namespace.isEmpty() && (name.startsWith("aria-") || SvgVocabulary.ATTRIBUTES.contains(name))) {
            out.writeAttribute(name, value);
        }
    }

    /** Links point to a part of the same file. An image may also be embedded. */
    private void link(String element, String value) throws XMLStreamException {
        String address = value.strip();
        boolean isImage = element.equals("image") || element.equals("feImage");
        String embedded = isImage ? SPACE.matcher(address).replaceAll("") : "";
        if (EMBEDDED.matcher(embedded).matches()) {
            out.writeAttribute("href", embedded);
        } else if (address.startsWith("#")) {
            out.writeAttribute("href", address);
        } else if (!address.isEmpty()) {
            report(() -> attributeSpan("href"), "`href` points outside the drawing");
        }
    }

    private void end() throws XMLStreamException {
        depth--;
        if (omitted > 0) {
            omitted--;
            return;
        }
        if (style.isPresent()) {
            String css = style.get().toString();
            style = Optional.empty();
            Optional<String> found = SvgStyle.fault(css);
            found.ifPresent(what -> report(this::here, "the style sheet that ends here uses `" + what + "`"));
            if (found.isEmpty()) {
                out.writeCharacters(css);
            }
        }
        out.writeEndElement();
    }

    private void text() throws XMLStreamException {
        if (omitted > 0 || depth == 0) {
            return;
        }
        String content = visible(in.getText(), "");
        if (style.isPresent()) {
            style.get().append(content);
        } else {
            out.writeCharacters(content);
        }
    }

    /** A text without the characters that {@link Invisible} forbids everywhere. */
    private String visible(String value, String attribute) {
        boolean isAttribute = !attribute.isEmpty();
        String plain = value.replace('\r', '\n');
        plain = isAttribute ? plain.replace('\n', ' ').replace('\t', ' ') : plain;
        if (!Invisible.isIn(plain)) {
            return plain;
        }
        report(
                () -> isAttribute ? attributeSpan(attribute) : here(),
                "its text contains an invisible control character");
        var kept = new StringBuilder(plain.length());
        plain.codePoints().filter(c -> !Invisible.isIn(Character.toString(c))).forEach(kept::appendCodePoint);
        return kept.toString();
    }

    private void report(Supplier<Span> span, String text) {
        if (fault.isEmpty()) {
            fault = Optional.of(new Drawing.Fault(span.get(), text, Optional.empty()));
        }
    }

    /** The end of the token that the parser has just read. */
    private Span here() {
        int at = offset();
        return file.span(at, at);
    }

    private int offset() {
        return file.offset(new Position(
                Math.max(1, in.getLocation().getLineNumber()),
                Math.max(1, in.getLocation().getColumnNumber())));
    }

    /** The start of the current start tag. No attribute can contain {@code <} (XML 1.0, section 3.1). */
    private int tagStart() {
        return Math.max(0, file.text().lastIndexOf('<', Math.max(0, offset() - 1)));
    }

    private Span tag() {
        int start = tagStart();
        String name = in.getPrefix() == null || in.getPrefix().isEmpty()
                ? in.getLocalName()
                : in.getPrefix() + ":" + in.getLocalName();
        return file.span(start, Math.min(file.text().length(), start + 1 + name.length()));
    }

    private Span attributeSpan(String name) {
        Matcher typed = Pattern.compile("\\s([\\w.-]+:)?" + Pattern.quote(name) + "\\s*=")
                .matcher(file.text())
                .region(tagStart(), Math.max(tagStart(), offset()));
        return typed.find() ? file.span(typed.start() + 1, typed.end() - 1) : tag();
    }
}
