package org.waymark;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import nu.validator.htmlparser.common.XmlViolationPolicy;
import nu.validator.htmlparser.dom.HtmlDocumentBuilder;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.waymark.render.OutputFile;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * A built site as browsers see it.
 *
 * @param pages the parsed pages by path, such as {@code services/index.html}
 */
record HtmlSite(BuiltSite edition, Map<String, Document> pages) {
    /** The assumed base URL of the site, for resolving links. */
    private static final URI HOST = URI.create("https://site.invalid/");

    /**
     * A link from a page.
     *
     * @param value as it is on the page
     */
    record Reference(String page, Element element, String value) {
        boolean isExternal() {
            return value.matches("(?s)[a-zA-Z][a-zA-Z0-9+.-]*:.*|//.*");
        }

        /** The resolved address, relative to the site's root. */
        URI target() {
            return HOST.relativize(HOST.resolve(page).resolve(value));
        }

        @Override
        public String toString() {
            return page + ": " + value;
        }
    }

    /** The links within the site that lead nowhere. */
    List<String> deadLinks() {
        return references()
                .filter(reference -> !reference.isExternal())
                .filter(reference -> file(reference.target().getPath()).isEmpty())
                .map(Reference::toString)
                .toList();
    }

    static HtmlSite of(BuiltSite edition) {
        var parser = new HtmlDocumentBuilder(XmlViolationPolicy.ALLOW);
        var pages = new TreeMap<String, Document>();
        for (OutputFile file : edition.files()) {
            if (file.path().endsWith(".html") && file instanceof OutputFile.Made made) {
                try {
                    var source = new InputSource(new ByteArrayInputStream(made.bytes()));
                    source.setEncoding("UTF-8");
                    pages.put(file.path(), parser.parse(source));
                } catch (IOException | SAXException e) {
                    throw new IllegalStateException(file.path(), e);
                }
            }
        }
        return new HtmlSite(edition, pages);
    }

    List<String> paths() {
        return edition.files().stream().map(OutputFile::path).toList();
    }

    /** The file that a web server sends for an address relative to the root, if there is one. */
    Optional<String> file(String address) {
        String file = address.isEmpty() || address.endsWith("/") ? address + "index.html" : address;
        return paths().stream().filter(file::equals).findFirst();
    }

    /** Everything on a page that a browser loads or a reader can follow. */
    List<Reference> references(String page) {
        var found = new ArrayList<Reference>();
        for (Element element : elements(page, "*")) {
            for (String attribute : List.of("href", "src", "action", "poster")) {
                if (element.hasAttribute(attribute)) {
                    found.add(new Reference(page, element, element.getAttribute(attribute)));
                }
            }
            if (element.getAttribute("http-equiv").equals("refresh")) {
                String content = element.getAttribute("content");
                found.add(new Reference(page, element, content.substring(content.indexOf("url=") + 4)));
            }
        }
        return found;
    }

    Stream<Reference> references() {
        return pages.keySet().stream().flatMap(page -> references(page).stream());
    }

    List<Element> elements(String page, String name) {
        NodeList nodes = pages.get(page).getElementsByTagName(name);
        var elements = new ArrayList<Element>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    List<String> ids(String page) {
        return elements(page, "*").stream()
                .map(element -> element.getAttribute("id"))
                .filter(id -> !id.isEmpty())
                .toList();
    }

    /** Whether a page tells search engines not to list it. */
    boolean isUnlisted(String page) {
        return elements(page, "meta").stream()
                .anyMatch(meta -> meta.getAttribute("name").equals("robots")
                        && meta.getAttribute("content").contains("noindex"));
    }
}
