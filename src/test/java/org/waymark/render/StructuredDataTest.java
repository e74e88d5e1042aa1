package org.waymark.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.waymark.SmallSite;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

class StructuredDataTest {
    private static final String HOSTILE = "</script><!--<script>\"\\&amp;";
    private static final String STUDY = SmallSite.original("content/case-studies/evening-hubs.md");

    @Test
    void cannotCloseTheScriptElement() {
        SmallSite site = SmallSite.with(
                "content/case-studies/evening-hubs.md",
                STUDY.replace("title: Evening hubs for a county", "title: '" + HOSTILE + "'"));
        String page = site.page("case-studies/evening-hubs/");
        String json = data(page);
        for (String sign : List.of("<", ">", "&")) {
            assertFalse(json.contains(sign), sign);
        }
        assertEquals(HOSTILE, typed(page, "Article").get("headline"));
        assertEquals(HOSTILE, typed(page, "WebPage").get("name"));
    }

    @Test
    void describesACaseStudyWithItsOrganisationAndPlace() {
        String page = SmallSite.with(
                        "content/case-studies/evening-hubs.md",
                        STUDY.replace("published: 2025-02-01", "published: 2025-02-01\nreviewed: 2025-02-03"))
                .page("case-studies/evening-hubs/");
        Map<String, Object> article = typed(page, "Article");
        assertEquals("2025-02-01", article.get("datePublished"));
        assertEquals("2025-02-03", article.get("dateModified"));
        assertFalse(article.containsKey("author"));
        assertEquals(Map.of("@type", "Place", "name", "Herefordshire"), article.get("contentLocation"));
        Map<?, ?> about = (Map<?, ?>) ((List<?>) article.get("about")).get(0);
        assertEquals("Organization", about.get("@type"));
        assertEquals("Taurus Healthcare", about.get("name"));
        assertEquals("2025-02-03", typed(page, "WebPage").get("lastReviewed"));
    }

    @Test
    void omitsUnknownValues() {
        SmallSite site = SmallSite.with();
        Map<String, Object> page = typed(site.page("services/extended-access/"), "WebPage");
        assertFalse(page.containsKey("lastReviewed"));
        assertFalse(page.containsKey("dateModified"));
        Map<String, Object> organisation = typed(site.page("organisations/taurus-healthcare/"), "Organization");
        assertFalse(organisation.containsKey("url"));
        assertFalse(organisation.containsKey("identifier"));
    }

    @Test
    void givesTheTermsOfTheGlossaryAndTheServicesAsSets() {
        SmallSite site = SmallSite.with();
        Map<String, Object> glossary = typed(site.page("glossary/"), "DefinedTermSet");
        Map<?, ?> term = (Map<?, ?>) ((List<?>) glossary.get("hasDefinedTerm")).get(0);
        assertEquals("PCN", term.get("name"));
        assertEquals(List.of("primary care network"), term.get("alternateName"));
        assertEquals("https://directory.example.org/glossary/#pcn", term.get("url"));
        assertFalse(term.containsKey("description"));
        Map<String, Object> services = typed(site.page("services/"), "DefinedTermSet");
        assertEquals(1, ((List<?>) services.get("hasDefinedTerm")).size());
        assertEquals(
                Map.of("@id", services.get("@id")),
                typed(site.page("services/extended-access/"), "DefinedTerm").get("inDefinedTermSet"));
    }

    @Test
    void numbersTheBreadcrumbs() {
        Map<String, Object> crumbs = typed(SmallSite.with().page("services/extended-access/"), "BreadcrumbList");
        List<?> steps = (List<?>) crumbs.get("itemListElement");
        assertEquals(
                List.of("Home", "Services", "Enhanced services", "Extended access"),
                steps.stream().map(step -> ((Map<?, ?>) step).get("name")).toList());
        assertEquals("https://directory.example.org/", ((Map<?, ?>) steps.get(0)).get("item"));
    }

    @Test
    void isOnExactlyTheIndexablePages() {
        SmallSite.with().files().forEach((path, text) -> {
            if (path.endsWith(".html")) {
                boolean hidden = text.contains("content=\"noindex\"");
                assertEquals(!hidden, text.contains("application/ld+json"), path);
                if (!hidden) {
                    typed(text, "WebPage");
                }
            }
        });
    }

    @Test
    void declaresTheSearchIfThereIsOne() {
        SmallSite site = SmallSite.with();
        assertEquals(
                site.files().containsKey("search/index.html"),
                typed(site.page(""), "WebSite").containsKey("potentialAction"));
    }

    private static String data(String page) {
        String start = "<script type=\"application/ld+json\">";
        int from = page.indexOf(start) + start.length();
        assertTrue(from >= start.length(), "no data");
        return page.substring(from, page.indexOf("</script>", from));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> typed(String page, String type) {
        Map<String, Object> all = (Map<String, Object>) parse(data(page));
        assertEquals("https://schema.org", all.get("@context"));
        return ((List<Map<String, Object>>) all.get("@graph"))
                .stream()
                        .filter(node -> node.get("@type").equals(type))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("no " + type));
    }

    private static Object parse(String json) {
        try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), json)) {
            parser.nextToken();
            Object value = value(parser);
            assertEquals(null, parser.nextToken());
            return value;
        }
    }

    private static Object value(JsonParser parser) {
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            var object = new LinkedHashMap<String, Object>();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                parser.nextToken();
                assertFalse(object.containsKey(name), "twice: " + name);
                object.put(name, value(parser));
            }
            return object;
        }
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            var array = new ArrayList<Object>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                array.add(value(parser));
            }
            return array;
        }
        return parser.getString();
    }
}
