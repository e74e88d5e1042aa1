package org.waymark.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import java.io.StringReader;
import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.waymark.SmallSite;
import org.xml.sax.InputSource;

class FeedTest {
    private static final String ATOM = "http://www.w3.org/2005/Atom";

    private final SmallSite site = SmallSite.with(
            "content/categories/workforce.md",
            "---\nname: Workforce & <staff>\nsummary: Finding staff.\nallow: [empty-category]\n---\n\nText.\n",
            "content/case-studies/second.md",
            SmallSite.original("content/case-studies/evening-hubs.md")
                    .replace("title: Evening hubs for a county", "title: A&E <b>")
                    .replace("published: 2025-02-01", "published: 2025-02-02\nreviewed: 2025-02-09"));

    @Test
    void conformToRfc4287() throws Exception {
        List<String> feeds = site.files().keySet().stream()
                .filter(path -> path.endsWith("feed.xml"))
                .toList();
        assertEquals(
                List.of("categories/enhanced-services/feed.xml", "categories/workforce/feed.xml", "feed.xml"), feeds);
        var ids = new HashSet<String>();
        for (String path : feeds) {
            Element feed = parse(site.file(path));
            assertEquals("feed", feed.getLocalName());
            assertTrue(ids.add(only(feed, "id")), "two feeds with one id");
            checkCommon(feed);
            assertFalse(only((Element) children(feed, "author").get(0), "name").isBlank());
            assertEquals(
                    List.of("https://directory.example.org/" + path),
                    links(feed, "self").stream()
                            .map(link -> link.getAttribute("href"))
                            .toList());
            var entries = new HashSet<String>();
            for (Node entry : children(feed, "entry")) {
                checkCommon((Element) entry);
                assertTrue(entries.add(only((Element) entry, "id")), "two entries with one id");
                OffsetDateTime.parse(only((Element) entry, "published"));
                assertFalse(only((Element) entry, "summary").isBlank());
            }
        }
    }

    /** Sections 4.1.1 and 4.1.2: one id, title and time each; one alternate link for each type and language. */
    private static void checkCommon(Element element) {
        assertTrue(URI.create(only(element, "id")).isAbsolute());
        assertFalse(only(element, "title").isBlank());
        OffsetDateTime.parse(only(element, "updated"));
        assertEquals(1, links(element, "alternate").size());
        assertTrue(URI.create(links(element, "alternate").get(0).getAttribute("href"))
                .isAbsolute());
    }

    @Test
    void listTheNewsOfTheirCategoryNewestFirst() throws Exception {
        Element feed = parse(site.file("categories/enhanced-services/feed.xml"));
        assertEquals("2025-02-09T00:00:00Z", only(feed, "updated"));
        assertEquals(
                List.of("A&E <b>", "Evening hubs for a county"),
                children(feed, "entry").stream()
                        .map(entry -> only((Element) entry, "title"))
                        .toList());
        Element empty = parse(site.file("categories/workforce/feed.xml"));
        assertEquals("Workforce & <staff> – A small directory", only(empty, "title"));
        assertEquals(List.of(), children(empty, "entry"));
    }

    @Test
    void areReadByAFeedReader() throws Exception {
        SyndFeed feed = new SyndFeedInput().build(new StringReader(site.file("categories/enhanced-services/feed.xml")));
        assertEquals("atom_1.0", feed.getFeedType());
        assertEquals("https://directory.example.org/categories/enhanced-services/", feed.getUri());
        assertEquals(
                List.of(
                        "alternate https://directory.example.org/categories/enhanced-services/",
                        "self https://directory.example.org/categories/enhanced-services/feed.xml"),
                feed.getLinks().stream()
                        .map(link -> link.getRel() + " " + link.getHref())
                        .toList());
        SyndEntry newest = feed.getEntries().get(0);
        assertEquals(2, feed.getEntries().size());
        assertEquals("A&E <b>", newest.getTitle());
        assertEquals("https://directory.example.org/case-studies/second/", newest.getLink());
        assertEquals(
                Instant.parse("2025-02-02T00:00:00Z"), newest.getPublishedDate().toInstant());
        assertEquals(
                Instant.parse("2025-02-09T00:00:00Z"), newest.getUpdatedDate().toInstant());
        assertFalse(newest.getDescription().getValue().isBlank());
    }

    @Test
    void areAdvertisedByTheCategory() {
        String page = site.page("categories/workforce/");
        assertTrue(page.contains("<link rel=\"alternate\" type=\"application/atom+xml\""
                + " title=\"Workforce &amp; &lt;staff&gt;: new case studies\""
                + " href=\"../../categories/workforce/feed.xml\">"));
        assertTrue(page.contains("<a href=\"../../categories/workforce/feed.xml\">"));
    }

    private static Element parse(String xml) throws Exception {
        var factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder()
                .parse(new InputSource(new StringReader(xml)))
                .getDocumentElement();
    }

    private static String only(Element parent, String name) {
        List<Node> found = children(parent, name);
        assertEquals(1, found.size(), name);
        return found.get(0).getTextContent();
    }

    private static List<Element> links(Element parent, String rel) {
        return children(parent, "link").stream()
                .map(Element.class::cast)
                .filter(link -> link.getAttribute("rel").equals(rel))
                .toList();
    }

    private static List<Node> children(Element parent, String name) {
        var found = new ArrayList<Node>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (ATOM.equals(child.getNamespaceURI()) && name.equals(child.getLocalName())) {
                found.add(child);
            }
        }
        return found;
    }
}
