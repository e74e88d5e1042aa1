package org.waymark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.waymark.diagnostic.Codes;
import org.waymark.directory.PublishedEntries;
import org.waymark.directory.Site;
import org.waymark.render.OutputFile;
import org.waymark.schema.Kind;
import org.waymark.source.SourceFile;

/** What the pages of the shape for local services say about its example. */
class LocalServicesTest {
    private static final BuiltSite SITE =
            BuiltSite.of(ShippedShapesTest.project("local-services"), TestProject.SETTINGS);

    private static String page(String path) {
        return SITE.files().stream()
                .filter(OutputFile.Made.class::isInstance)
                .map(OutputFile.Made.class::cast)
                .filter(file -> file.path().equals(path + "index.html"))
                .map(file -> new String(file.bytes(), StandardCharsets.UTF_8))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no page " + path));
    }

    private static List<String> links(String page, String start) {
        return Pattern.compile("href=\"(?:\\.\\./)*(" + start + "[^\"/]+)/\"")
                .matcher(page)
                .results()
                .map(match -> match.group(1))
                .distinct()
                .toList();
    }

    @Test
    @Timeout(20)
    void aLongChainOfCategoriesIsReadAndOrderedAtOnce() {
        List<SourceFile> chain = IntStream.range(0, 3_000)
                .mapToObj(i -> SourceFile.of(
                        "content/categories/c" + i + ".yaml",
                        "name: C" + i + "\nsummary: The category " + i + ".\npart-of: c" + (i + 1) % 3_000 + "\n"))
                .toList();
        var project = TestProject.with(ShippedShapesTest.project("local-services"), chain, List.of());
        Edition checked = Build.once().check(project, TestProject.SETTINGS);
        assertEquals(
                List.of("content/categories/c0.yaml"),
                checked.diagnostics().stream()
                        .filter(finding -> finding.code().equals(Codes.SELF_REFERENCE))
                        .map(finding -> finding.span().path())
                        .toList());
        Kind category = checked.directory().kinds().named("category").orElseThrow();
        assertEquals(
                checked.directory().shown(category).size(),
                new PublishedEntries(checked.directory()).of(category).size());
    }

    @Test
    void pricesSayWhatIsFree() {
        String free = page("services/by-cost/free/");
        assertTrue(free.contains("Debt advice"));
        // Free for the first visit.
        assertFalse(free.contains("Toddler group"));
        assertTrue(page("services/by-cost/free-for-some/").contains("Toddler group"));
        assertTrue(page("services/by-cost/for-a-fee/").contains("Toddler group"));
        assertEquals(
                List.of(
                        "services/by-cost/free",
                        "services/by-cost/free-for-some",
                        "services/by-cost/what-you-can",
                        "services/by-cost/for-a-fee"),
                links(page("services/"), "services/by-cost/"));
    }

    @Test
    void aCategoryHasWhatIsInTheCategoriesBelowIt() {
        String home = page("services/by-category/home/");
        assertTrue(home.contains("Night shelter") && home.contains("Repair café"));
        assertFalse(page("services/by-category/repairs/").contains("Night shelter"));
        assertTrue(page("services/").contains("Home and repairs › Repairs and tools"));
        assertTrue(page("categories/home/").contains("Repair café"));
        assertTrue(page("categories/repairs/").matches("(?s).*<nav[^>]*>.*Home and repairs</a>.*<h1>.*"));
        // The tree is in the levels of headings.
        assertTrue(page("categories/")
                .matches("(?s).*<li>\\s*<h2><a [^>]*>Home and repairs</a>.*"
                        + "<li class=\"depth-1\">\\s*<h3><a [^>]*>Repairs and tools</a>.*"));
    }

    @Test
    void aFileHasTheBankHolidaysOfItsYears() {
        // As GOV.UK publishes it.
        String file = """
                {"england-and-wales":{"division":"england-and-wales","events":[\
                {"title":"New Year\\u2019s Day","date":"2027-01-01","notes":"","bunting":true},\
                {"title":"A day that was proclaimed","date":"2027-09-20","notes":"","bunting":false}]},\
                "scotland":{"division":"scotland","events":[\
                {"title":"2nd January","date":"2027-01-04","notes":"Substitute day","bunting":true}]}}""";
        var project = TestProject.with(
                ShippedShapesTest.project("local-services"),
                List.of(SourceFile.of("content/bank-holidays.yaml", file)),
                List.of());
        Edition checked = Build.once().check(project, TestProject.SETTINGS);
        assertEquals(List.of(), checked.diagnostics());
        Site.Calendar calendar = checked.directory().site().calendar();
        assertEquals("[2027-01-01, 2027-09-20]", calendar.bankHolidays(2027).toString());
        assertEquals(8, calendar.bankHolidays(2028).size());
    }

    @Test
    void machinesReadLanguagesAndAccessibility() {
        assertTrue(page("services/debt-advice/")
                .contains("\"availableChannel\":{\"@type\":\"ServiceChannel\",\"availableLanguage\":["
                        + "{\"@type\":\"Language\",\"name\":\"English\",\"alternateName\":\"en\"}"));
        assertTrue(page("places/mill-lane-hall/")
                .contains("{\"@type\":\"LocationFeatureSpecification\",\"name\":\"Hearing loop\""));
    }
}
