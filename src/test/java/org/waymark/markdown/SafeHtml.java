package org.waymark.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nu.validator.htmlparser.common.XmlViolationPolicy;
import nu.validator.htmlparser.dom.HtmlDocumentBuilder;
import org.w3c.dom.DocumentFragment;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** All that a rendered body may contain, as an HTML parser sees it. */
final class SafeHtml {
    private static final Set<String> NONE = Set.of();
    private static final Map<String, Set<String>> ALLOWED = Map.ofEntries(
            Map.entry("a", Set.of("href", "title", "class", "aria-label")),
            Map.entry("blockquote", NONE),
            Map.entry("br", NONE),
            Map.entry("button", Set.of("type", "class", "popovertarget", "aria-label")),
            Map.entry("code", Set.of("class")),
            Map.entry("del", NONE),
            Map.entry("div", Set.of("class", "role", "tabindex", "aria-label")),
            Map.entry("em", NONE),
            Map.entry("figcaption", NONE),
            Map.entry("figure", NONE),
            Map.entry("h2", Set.of("id")),
            Map.entry("h3", Set.of("id")),
            Map.entry("h4", Set.of("id")),
            Map.entry("h5", Set.of("id")),
            Map.entry("h6", Set.of("id")),
            Map.entry("hr", NONE),
            Map.entry("img", Set.of("src", "alt", "title", "width", "height", "loading", "decoding")),
            Map.entry("input", Set.of("type", "disabled", "checked", "aria-labelledby")),
            Map.entry("label", Set.of("class")),
            Map.entry("li", Set.of("class", "id")),
            Map.entry("ol", Set.of("start")),
            Map.entry("p", NONE),
            Map.entry("pre", NONE),
            Map.entry("section", Set.of("class", "aria-label")),
            Map.entry("span", Set.of("aria-hidden", "id")),
            Map.entry("strong", NONE),
            Map.entry("sup", Set.of("id")),
            Map.entry("table", NONE),
            Map.entry("tbody", NONE),
            Map.entry("td", Set.of("class", "colspan")),
            Map.entry("th", Set.of("class", "scope")),
            Map.entry("thead", NONE),
            Map.entry("tr", NONE),
            Map.entry("ul", NONE));

    private static final Set<String> CLASSES = Set.of(
            "address",
            "back",
            "centre",
            "changed",
            "footnotes",
            "left",
            "right",
            "scroller",
            "task",
            "term",
            "term-words");

    private final List<String> elements = new ArrayList<>();

    private SafeHtml() {}

    /** The names of the elements in the order of their start tags. */
    static List<String> elements(String html) {
        var safe = new SafeHtml();
        DocumentFragment fragment = parse(html);
        safe.visit(fragment);
        return safe.elements;
    }

    /** Any fault at which the parser would have to guess fails. */
    private static DocumentFragment parse(String html) {
        var parser = new HtmlDocumentBuilder(XmlViolationPolicy.ALLOW);
        parser.setErrorHandler(new Strict());
        try {
            return parser.parseFragment(new InputSource(new StringReader(html)), "div");
        } catch (IOException | SAXException e) {
            throw new AssertionError(e.getMessage() + " in:\n" + html, e);
        }
    }

    private void visit(Node node) {
        if (node instanceof Element element) {
            String name = element.getLocalName();
            assertTrue(ALLOWED.containsKey(name), () -> "an element " + name);
            elements.add(name);
            NamedNodeMap attributes = element.getAttributes();
            for (int i = 0; i < attributes.getLength(); i++) {
                visit(name, attributes.item(i));
            }
        } else {
            assertTrue(
                    node.getNodeType() == Node.TEXT_NODE || node.getNodeType() == Node.DOCUMENT_FRAGMENT_NODE,
                    () -> "a node of type " + node.getNodeType());
        }
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            visit(child);
        }
    }

    private static void visit(String element, Node attribute) {
        String name = attribute.getLocalName();
        String value = attribute.getNodeValue();
        assertTrue(ALLOWED.get(element).contains(name), () -> element + " has an attribute " + name);
        if (name.equals("href") || name.equals("src")) {
            assertTrue(isSafe(value), () -> "an address " + value);
        } else if (name.equals("class") && !element.equals("code")) {
            assertTrue(CLASSES.contains(value), () -> "a class " + value);
        } else if (name.equals("type")) {
            assertEquals(element.equals("input") ? "checkbox" : "button", value);
        }
    }

    /**
     * As a browser would see it, determined differently from the code under test: a known scheme, or a path without
     * one.
     */
    private static boolean isSafe(String address) {
        String seen = address.replaceAll("[\\t\\n\\r]", "").replaceFirst("^[\\x00-\\x20]+", "");
        return seen.matches("(?is)(https?|mailto|tel):.*")
                || !seen.matches("(?s)([a-zA-Z][a-zA-Z0-9+.-]*:|[/\\\\]{2}).*");
    }

    private static final class Strict implements ErrorHandler {
        @Override
        public void warning(SAXParseException e) {}

        @Override
        public void error(SAXParseException e) throws SAXException {
            throw e;
        }

        @Override
        public void fatalError(SAXParseException e) throws SAXException {
            throw e;
        }
    }
}
