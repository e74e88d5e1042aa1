package org.waymark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.w3c.dom.Element;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.render.OutputFile;
import org.waymark.source.ProjectReader;

/** Directories of made-up kinds show what they have, and nothing that they lack. */
public class MadeUpDirectoriesTest {
    /** Folders below the resource {@code made-up}. */
    public static final List<String> NAMES = List.of("events", "laws", "nothing", "recipes", "single");

    public static final List<String> HOSTILE = List.of(
            "<script>window.pwned=1</script>",
            "\"><img src=x onerror=window.pwned=1>",
            "</script><svg onload=window.pwned=1>",
            "{{window.pwned=1}}",
            "${window.pwned=1}",
            "javascript:window.pwned=1",
            "safe\u202Egnp.exe",
            "]]><!--",
            "W".repeat(10_000));

    private static final Settings SETTINGS = new Settings(LocalDate.of(2025, 6, 1), Optional.empty());

    private static final Map<String, BuiltSite> SITES = new ConcurrentHashMap<>();

    public static BuiltSite site(String name) {
        return SITES.computeIfAbsent(
                name, each -> BuiltSite.of(ProjectReader.read(TestProject.resource("/made-up/" + each)), SETTINGS));
    }

    private static Map<String, String> texts(String name) {
        var texts = new TreeMap<String, String>();
        for (OutputFile file : site(name).files()) {
            if (file instanceof OutputFile.Made made && !made.path().endsWith(".png")) {
                texts.put(made.path(), new String(made.bytes(), StandardCharsets.UTF_8));
            }
        }
        return texts;
    }

    private static List<String> listed(Map<String, String> texts) {
        return texts.getOrDefault("sitemap.xml", "")
                .lines()
                .filter(line -> line.contains("<loc>"))
                .map(line -> line.replaceAll("^.*example\\.org/|</loc>.*$", ""))
                .collect(Collectors.toList());
    }

    @ParameterizedTest
    @FieldSource("NAMES")
    void everyPageIsValidAndEveryLinkLeadsSomewhere(String name) throws Exception {
        BuiltSite site = site(name);
        assertEquals(List.of(), site.diagnostics());
        assertEquals(List.of(), new NuChecker().check(site.files()));
        assertEquals(List.of(), HtmlSite.of(site).deadLinks());
    }

    @Test
    void aDirectoryWithoutEntriesOffersNothing() {
        Map<String, String> texts = texts("nothing");
        assertEquals(List.of(""), listed(texts));
        String home = texts.getOrDefault("index.html", "");
        for (String absent :
                List.of("<nav class=\"signpost\"", "aria-label=\"Main\"", "class=\"counts\"", "role=\"search\"")) {
            assertFalse(home.contains(absent), absent + " is in\n" + home);
        }
        assertTrue(texts.keySet().stream().noneMatch(path -> path.startsWith("whats-new") || path.startsWith("feed")));
    }

    @Test
    void aKindWithoutAListIsInTheAToZ() {
        Map<String, String> texts = texts("single");
        assertEquals(List.of("", "a-to-z/", "boats/mary-ann/", "boats/sea-horse/", "data/", "search/"), listed(texts));
        assertTrue(texts.getOrDefault("index.html", "").contains(">A to Z</a></li>\n</ul>\n</nav>"));
    }

    @Test
    void emptyListsAreNotOffered() {
        Map<String, String> texts = texts("recipes");
        assertFalse(listed(texts).contains("glossary/"));
        assertTrue(texts.getOrDefault("glossary/index.html", "").contains("There is no glossary term yet."));
        assertFalse(texts.getOrDefault("index.html", "").contains("feed.xml"));
        // Pages could be reviewed, but none was.
        assertFalse(listed(texts).contains("whats-new/"));
        assertFalse(texts.getOrDefault("index.html", "").contains("whats-new"));
    }

    @Test
    void theHomePageHasTheDeclaredSections() {
        String home = texts("recipes").getOrDefault("index.html", "");
        String main = home.substring(home.indexOf("<main"));
        List<String> headings = Pattern.compile("<h2 id=\"([^\"]+)\">([^<]+)</h2>")
                .matcher(main)
                .results()
                .map(found -> found.group(1) + " " + found.group(2))
                .toList();
        // Neither a map nor the newest entries: there are no outlines, and no dates on which recipes were added.
        assertEquals(
                List.of(
                        "wm-find Find your way",
                        "wm-page-about About the cookbook",
                        "wm-recipes Quick to cook",
                        "wm-recipes-by-course Recipes by course",
                        "wm-diets For whom",
                        "wm-matrix-recipes What there is for whom",
                        "wm-figures The directory in numbers",
                        "wm-tools Tools"),
                headings);
        assertEquals(1, home.split("role=\"search\"", -1).length - 1);
        assertTrue(main.contains("role=\"search\""), main);
        assertFalse(main.contains("class=\"take-part\""), main);
        assertTrue(main.contains("<a href=\"./recipes/by-course/main/\">Main dishes</a>"), main);
        assertEquals(4, main.split("<li class=\"card\">", -1).length - 1);
    }

    @Test
    void groupsAreTablesOrFollowEachOther() {
        String cake = texts("recipes").getOrDefault("recipes/plum-cake/index.html", "");
        assertTrue(cake.contains("<th scope=\"col\">Amount</th><th scope=\"col\">What</th>"), cake);
        assertTrue(cake.contains("<tr><td></td><td>salt</td></tr>"), cake);
        Map<String, String> laws = texts("laws");
        String act = laws.getOrDefault("acts/harbours-act/index.html", "");
        assertTrue(act.contains("<h3>Preliminary</h3>"), act);
        assertTrue(act.contains("<tr><td>2</td><td>This act applies to the whole island.</td></tr>"), act);
        assertTrue(
                laws.getOrDefault("print/index.html", "").contains("<td>This act applies to the whole island.</td>"));
        // Where no act names another, nothing is said about it.
        assertFalse(act.contains("Amends"), act);
    }

    @Test
    void listsOfOneFileHaveTheirForm() {
        Map<String, String> laws = texts("laws");
        String rulings = laws.getOrDefault("rulings/index.html", "");
        assertTrue(rulings.indexOf("In re Lamps") < rulings.indexOf("Gull v Harbour Board"), rulings);
        assertFalse(rulings.contains("wm-letter"), rulings);
        String words = laws.getOrDefault("words/index.html", "");
        assertTrue(words.contains(">Other words</h2>"), words);
    }

    @Test
    void whatIsPastComesLastAndSaysSo() {
        Map<String, String> events = texts("events");
        String list = events.getOrDefault("events/index.html", "");
        assertTrue(list.contains("5 events, soonest first."), list);
        assertTrue(list.contains("<p class=\"meta\">Past event · 10 April 2025 · Old mill</p>"), list);
        String home = events.getOrDefault("index.html", "");
        assertFalse(home.contains("Past event"), home);
        assertTrue(events.getOrDefault("events/spring-concert/index.html", "").contains(">Past event</p>"));
    }

    @Test
    void hostileTextsHarmNothing() throws Exception {
        for (String words : List.of("Plain", "\"><script>window.pwned=1</script>", "{{x}} ${1 + 1}")) {
            BuiltSite site = BuiltSite.of(StrangeDirectory.of(words, HOSTILE), SETTINGS);
            assertEquals(
                    List.of(),
                    site.diagnostics().stream().filter(Diagnostic::isError).toList());
            assertEquals(
                    List.of(),
                    new NuChecker()
                            .check(site.files().stream()
                                    .filter(file -> !file.path().matches("things/t-[2-9]/.*"))
                                    .toList()));
            HtmlSite html = HtmlSite.of(site);
            assertEquals(List.of(), html.deadLinks());
            for (String page : html.pages().keySet()) {
                for (Element script : html.elements(page, "script")) {
                    assertFalse(script.getTextContent().startsWith("window.pwned"), page);
                }
                for (Element image : html.elements(page, "img")) {
                    assertFalse(image.hasAttribute("onerror"), page);
                }
                for (Element link : html.elements(page, "a")) {
                    assertFalse(link.getAttribute("href").startsWith("javascript:"), page);
                }
            }
        }
    }
}
