package org.waymark.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.waymark.BuiltSite;
import org.waymark.TestProject;
import org.waymark.render.OutputFile;
import org.waymark.source.Project;
import org.waymark.source.SourceFile;

/** The entries that pages show first: few and many, none, drafts, and names that look like markup. */
class ShownFirstTest {
    private static final String SITE = """
            title: What there is
            summary: A made-up town and what one can do there.
            publisher: {name: A town, url: "https://www.example.org/"}
            language: en-GB
            base-url: https://town.example.org/
            contact: {email: editors@example.org}
            source: {title: A list, publisher: A town, url: "https://www.example.org/list", published: 2024}
            shape: local-services
            """;

    private static final String CATEGORY = "name: Food\nsummary: What there is to eat.\n";

    private final List<SourceFile> files = new ArrayList<>();

    ShownFirstTest() {
        add("site.yaml", SITE);
        add("categories/food.yaml", CATEGORY);
    }

    private void add(String path, String text) {
        files.add(SourceFile.of("content/" + path, text));
    }

    private void organisation(String id, String name, String more) {
        add("organisations/" + id + ".yaml", "name: " + name + "\ntype: Charity\n" + more);
    }

    private void service(String id, String organisation, String more) {
        add("services/" + id + ".md", """
                ---
                name: Lunch %1$s
                summary: A hot lunch.
                organisation: %2$s
                categories: [food]
                areas: [North]
                added: 2025-01-01
                %3$s---

                There is soup.
                """.formatted(id, organisation, more));
    }

    private void organisations(int count) {
        for (int i = 0; i < count; i++) {
            organisation("org-" + i, "Kitchen %03d".formatted(i), "");
            service("lunch-" + i, "org-" + i, "");
        }
    }

    @Test
    void saysWhereAServiceIsWithItsAddress() {
        organisation("kitchen", "Kitchen", "phone: 0113 496 0002\n");
        add(
                "places/hall.yaml",
                "name: The Hall\narea: North\naddress: {street: 3 Market Street, town: Otterbridge, postcode: ZZ1 3FG}\n");
        add("places/barn.yaml", "name: The Barn\narea: North\n");
        service("a", "kitchen", "places: [hall, barn]\n");
        service("b", "kitchen", "");
        String page = page("services/a/index.html");
        String glance = page.substring(page.indexOf("id=\"wm-glance\""), page.indexOf("</aside>"));
        assertTrue(glance.contains("<dt>Places</dt>"), glance);
        assertTrue(glance.contains("3 Market Street, Otterbridge, ZZ1 3FG"), glance);
        assertEquals(1, glance.split("The Hall", -1).length - 1, "named once: " + glance);
        assertTrue(glance.contains("The Barn"), glance);
        assertTrue(page("print/index.html").contains("The Hall, 3 Market Street, Otterbridge, ZZ1 3FG"));
        assertFalse(page("services/b/index.html").contains("<dt>Place"));
    }

    private String page(String path) {
        Project empty = TestProject.small().withContent(List.of());
        BuiltSite site = BuiltSite.of(TestProject.with(empty, files, List.of()), TestProject.SETTINGS);
        assertEquals(0, site.errors(), site.diagnostics().toString());
        return site.files().stream()
                .filter(file -> file.path().equals(path))
                .map(OutputFile.Made.class::cast)
                .map(file -> new String(file.bytes(), StandardCharsets.UTF_8))
                .findFirst()
                .orElseThrow();
    }

    private static int count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }

    @Test
    void showsEachWithWhereToRingAndWrite() {
        organisation(
                "soup",
                "Soup for all",
                "phone: 020 7946 0001\nemail: hello@soup.example.org\nwebsite: https://soup.example.org/\n");
        service("a", "soup", "");
        service("b", "soup", "");
        String page = page("categories/food/index.html");
        assertEquals(1, count(page, "class=\"who-name\""), page);
        for (String link : List.of(
                "<a class=\"who-name\" href=\"../../organisations/soup/\">Soup for all</a>",
                "<a href=\"tel:+44-20-7946-0001\">020 7946 0001</a>",
                "<a href=\"mailto:hello@soup.example.org\">hello@soup.example.org</a>",
                "<a href=\"https://soup.example.org/\">soup.example.org</a>")) {
            assertTrue(page.contains(link), link + " is not in\n" + page);
        }
    }

    @Test
    void readsTheFieldOfAnEntryItselfOnce() {
        organisation("soup", "Soup for all", "phone: 020 7946 0001\n");
        service("a", "soup", "");
        String page = page("services/a/index.html");
        assertTrue(page.contains("<dl>\n<div class=\"first\"><dt>Who offers it</dt>"), page);
        assertTrue(page.contains("<a href=\"tel:+44-20-7946-0001\">"), page);
        assertFalse(page.contains("<dt>Organisation</dt>"), page);
    }

    @Test
    void putsItsOwnContactBeforeItsOtherFacts() {
        organisation("soup", "Soup for all", "phone: 020 7946 0001\n");
        service("a", "soup", "who-for: Anyone\nphone: 020 7946 0002\n");
        String page = page("services/a/index.html");
        assertTrue(page.contains("</div>\n<div><dt>Phone</dt><dd><a href=\"tel:+44-20-7946-0002\">"), page);
    }

    @Test
    void showsOneMoreRatherThanALinkToIt() {
        organisations(FirstMaker.SHOWN + 1);
        String page = page("categories/food/index.html");
        assertEquals(FirstMaker.SHOWN + 1, count(page, "class=\"who-name\""), page);
        assertFalse(page.contains("and 1 more"), page);
        assertFalse(page.contains("id=\"wm-first\""), page);
    }

    @Test
    void leadsFromTheFirstOfManyToAllOfThem() {
        organisations(25);
        String page = page("categories/food/index.html");
        assertTrue(page.contains("<a href=\"#wm-first\">and 22 more</a>"), page);
        assertTrue(page.contains("<h2 id=\"wm-first\">Who offers this</h2>"), page);
        assertEquals(FirstMaker.SHOWN + 25, count(page, "class=\"who-name\""));
        assertFalse(page.contains("See all organisations"));
        String list = page("categories/index.html");
        assertTrue(list.contains("Who offers this: Kitchen 000, Kitchen 001, Kitchen 002 and 22 more"), list);
    }

    @Test
    void leadsToTheListWhereAPageHasNoRoomForAll() {
        organisations(FirstMaker.MOST + 20);
        String page = page("categories/food/index.html");
        assertEquals(FirstMaker.SHOWN + FirstMaker.MOST, count(page, "class=\"who-name\""));
        assertTrue(page.contains("<a class=\"more\" href=\"../../organisations/\">See all organisations</a>"), page);
    }

    @Test
    void leadsToTheListOfThoseThatNameTheEntry() {
        organisation("soup", "Soup for all", "");
        for (int i = 0; i < 9; i++) {
            service("lunch-" + i, "soup", "");
        }
        String page = page("organisations/soup/index.html");
        assertTrue(page.contains("<a href=\"#wm-first\">and 6 more</a>"), page);
        assertEquals(1, count(page, "id=\"wm-first\""), page);
        assertTrue(page.contains("<h2 id=\"wm-first\">Services</h2>"), page);
    }

    @Test
    void saysSoWhereNobodyIsKnownAndHowToTellTheEditors() {
        organisation("soup", "Soup for all", "");
        service("a", "soup", "draft: yes\n");
        String page = page("categories/food/index.html");
        assertTrue(
                page.contains("<p>No organisation in this directory is recorded as offering this yet.</p>\n"
                        + "<p><a href=\"mailto:editors@example.org?"),
                page);
        assertTrue(page.contains(">Tell us about an organisation</a>"), page);
        assertFalse(page.contains("Soup for all"), page);
    }

    @Test
    void keepsNamesThatLookLikeMarkup() {
        organisation("hostile", "'\"><img src=x onerror=alert(1)> & ''{count}'' ${site}'", "");
        service("a", "hostile", "");
        String page = page("categories/food/index.html");
        assertTrue(
                page.contains("href=\"../../organisations/hostile/\">&quot;&gt;&lt;img src=x onerror=alert(1)&gt; &amp;"
                        + " &#39;{count}&#39; ${site}</a>"),
                page);
        assertFalse(page.contains("<img src=x"), page);
        String list = page("categories/index.html");
        assertTrue(list.contains("Who offers this: &quot;&gt;&lt;img src=x"), list);
    }
}
