package org.waymark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.render.OutputFile;
import org.waymark.schema.FieldType;
import org.waymark.schema.Group;
import org.waymark.schema.ListOf;
import org.waymark.source.Invisible;
import org.xml.sax.InputSource;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Hostile content in any field, text or setting is published as text or not at all. Every output is parsed by a
 * parser for its format. {@code -Dhostile.step=1} uses all strings and pages; the default is a sample.
 */
class HostileSiteTest {
    private static final List<String> STRINGS = HostileText.strings();

    private static final List<List<String>> BATCHES = HostileText.batches();

    private static final List<String> SOME = HostileText.some().stream()
            .filter(text -> HostileText.some().indexOf(text) % HostileText.STEP == 0)
            .toList();

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final JsonMapper CONSTANTS = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_UNQUOTED_PROPERTY_NAMES)
            .build();

    /** What Markdown turns hostile content into, besides what all texts here contain; and list pages. */
    private static final Set<String> OF_MARKDOWN = Set.of("h1", "h2", "h3", "hr", "ol", "ol start", "br", "a rel");

    /** Enough entries for lists to have bars. */
    private static final Set<String> OF_HARMLESS = vocabulary(HtmlSite.of(HostileProject.built(
            List.of("Some plain words", "Other words", "More words", "Words again", "Further words", "Last words"))));

    /** Words may have decomposed accents, and a heading may contain only spaces. Neither harms a page. */
    private static final List<String> TOLERATED =
            List.of(" is not in Unicode Normalization Form C.", " Empty heading.");

    @Thorough("makes and checks hundreds of pages")
    @ParameterizedTest
    @FieldSource("BATCHES")
    void publishesHostileContentAsPlainText(List<String> strings) throws Exception {
        BuiltSite built = HostileProject.built(strings);
        assertEquals(0, built.errors(), () -> built.diagnostics().toString());
        checkFiles(built);
        assertCarried(built, strings);
        var checker = new NuChecker();
        List<OutputFile> pages = built.files().stream()
                .filter(file -> !file.path().matches(".*h-\\d+.*") || isAmongSome(file.path()))
                .toList();
        assertEquals(
                List.of(),
                checker.check(pages).stream()
                        .filter(finding -> TOLERATED.stream().noneMatch(finding::contains))
                        .toList());
    }

    private static boolean isAmongSome(String path) {
        String number = path.replaceFirst(".*h-(\\d+).*", "$1");
        return Integer.parseInt(number) % HostileText.STEP == 0 && !path.contains("was-");
    }

    @ParameterizedTest
    @FieldSource("SOME")
    void publishesHostileSettingsAsPlainText(String string) throws Exception {
        BuiltSite built = BuiltSite.of(HostileProject.settings(string), HostileProject.SETTINGS);
        assertEquals(0, built.errors(), () -> built.diagnostics().toString());
        checkFiles(built);
    }

    @Test
    void coversEveryFieldOfEveryKind() {
        var project = new HostileProject(List.of("Plain words", "https://www.example.org/"));
        Set<String> reached = new TreeSet<>(project.taken().keySet());
        var fields = new TreeSet<String>();
        Stream.concat(TestKinds.ALL.forReaders().stream(), TestKinds.ALL.all().stream())
                // Of bank holidays, only the days are read.
                .filter(kind -> !Set.of("route-ledger", "bank-holidays").contains(kind.name()))
                .forEach(kind -> kind.fields()
                        .forEach(field -> addTexts(kind.name() + "." + field.name(), field.type(), fields)));
        fields.removeIf(name -> name.matches(".*\\.(former-ids|was|language|order|shape)|.*\\.scale\\..*"));
        project.refusals().forEach(refusal -> reached.add(refusal.field()));
        fields.removeAll(reached);
        assertEquals(Set.of(), fields);
    }

    private static void addTexts(String name, FieldType<?> type, Set<String> names) {
        if (HostileProject.isText(type)) {
            names.add(name);
        } else if (type instanceof ListOf<?> items) {
            addTexts(name, items.item(), names);
        } else if (type instanceof Group<?> group) {
            group.fields().forEach(field -> addTexts(name + "." + field.name(), field.type(), names));
        }
    }

    @Test
    void reportsEveryRejectedString() {
        var project = new HostileProject(STRINGS);
        assertFalse(project.refusals().isEmpty());
        for (HostileProject.Refusal refusal : project.refusals()) {
            assertEquals(
                    1, refusal.findings().stream().filter(Diagnostic::isError).count(), refusal::toString);
        }
        Set<String> refusedEverywhere = new HashSet<>(STRINGS);
        Set<String> byTitles = project.refusals().stream()
                .filter(refusal -> refusal.field().equals("page.summary"))
                .map(HostileProject.Refusal::text)
                .collect(Collectors.toSet());
        refusedEverywhere.removeIf(text ->
                !Invisible.isIn(text.replace("\r\n", "")) && text.strip().indexOf('\n') < 0);
        assertEquals(refusedEverywhere, byTitles);
    }

    private static void checkFiles(BuiltSite built) throws Exception {
        HtmlSite site = HtmlSite.of(built);
        var unknown = vocabulary(site);
        unknown.removeAll(OF_HARMLESS);
        unknown.removeAll(OF_MARKDOWN);
        assertEquals(Set.of(), unknown);
        assertEquals(List.of(), unsafe(site));
        for (String page : site.pages().keySet()) {
            for (Element script : site.elements(page, "script")) {
                if (script.getAttribute("type").equals("application/ld+json")) {
                    JSON.readTree(script.getTextContent());
                } else {
                    assertTrue(
                            script.getAttribute("src").matches("(/|\\./|(\\.\\./)*)(assets|search)/[\\w.-]+\\.js"),
                            page);
                    assertEquals("", script.getTextContent(), page);
                }
            }
        }
        for (OutputFile file : built.files()) {
            if (file instanceof OutputFile.Made made && !made.path().endsWith(".png")) {
                String text = new String(made.bytes(), StandardCharsets.UTF_8);
                assertFalse(Invisible.isIn(text), made.path());
                check(made.path(), text);
            }
        }
    }

    /** Parses a file with a parser for its format. */
    private static void check(String path, String text) throws Exception {
        if (path.endsWith(".xml") || path.endsWith(".svg")) {
            var factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.newDocumentBuilder().parse(new InputSource(new StringReader(text)));
        } else if (path.endsWith(".webmanifest") || path.endsWith(".json")) {
            JSON.readTree(text);
        } else if (path.matches("(finder|search)/.*\\.js")) {
            // One call with constants, which are JSON except for Waymark's own names.
            assertTrue(text.matches("(?s)\\w+\\(.*\\);\n"), path);
            CONSTANTS.readTree("[" + text.substring(text.indexOf('(') + 1, text.lastIndexOf(");")) + "]");
        }
    }

    /** The elements of a site, and their attributes. */
    private static Set<String> vocabulary(HtmlSite site) {
        var found = new TreeSet<String>();
        for (String page : site.pages().keySet()) {
            for (Element element : site.elements(page, "*")) {
                found.add(element.getTagName());
                NamedNodeMap attributes = element.getAttributes();
                for (int i = 0; i < attributes.getLength(); i++) {
                    found.add(element.getTagName() + " " + ((Attr) attributes.item(i)).getName());
                }
            }
        }
        return found;
    }

    /**
     * Links that leave the site other than by a plain web, e-mail or telephone address, or whose target does not
     * exist.
     */
    private static List<String> unsafe(HtmlSite site) {
        var unsafe = new ArrayList<String>();
        Set<String> paths = new HashSet<>(site.paths());
        paths.add("assets/");
        for (String page : site.pages().keySet()) {
            for (HtmlSite.Reference reference : site.references(page)) {
                String value = reference.value();
                boolean plain = value.matches(
                                "https?://[\\p{L}\\p{N}][\\p{L}\\p{N}\\p{M}.-]*(:\\d+)?([/?#][^\\s\\\\]*)?|mailto:[^\\s\\\\]+|tel:\\+[0-9-]+")
                        && !value.matches("https?://[^/?#]*@.*|https?://[^/?#]*evil\\.invalid(?![^/?#]).*@.*");
                boolean own = value.isEmpty()
                        || (!reference.isExternal()
                                && value.matches("/?(?!/)[\\w./?=%&+-]*(#[^#\\s\"<>\\\\^`{|}\\[\\]]*)?"));
                if (!plain && !own) {
                    unsafe.add(reference.toString());
                }
            }
        }
        return unsafe;
    }

    /** The exact strings arrive, in data and on the page. */
    private static void assertCarried(BuiltSite built, List<String> strings) throws Exception {
        HtmlSite site = HtmlSite.of(built);
        for (int i = 0; i < strings.size(); i++) {
            String text = strings.get(i).strip();
            if (Invisible.isIn(text) || text.indexOf('\n') >= 0 || text.codePointCount(0, text.length()) > 90) {
                continue;
            }
            String page = "case-studies/h-" + i + "/index.html";
            JsonNode data = JSON.readTree(site.elements(page, "script").stream()
                    .filter(script -> script.getAttribute("type").equals("application/ld+json"))
                    .findFirst()
                    .orElseThrow()
                    .getTextContent());
            assertEquals(text, data.at("/@graph/0/name").asString(), page);
            assertEquals(
                    text,
                    site.elements(page, "h1")
                            .get(0)
                            .getTextContent()
                            .replaceFirst(" *NEW$", "")
                            .strip(),
                    page);
        }
    }
}
