package org.waymark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.directory.Directory;
import org.waymark.render.OutputFile;
import org.waymark.schema.Id;
import org.waymark.schema.Kind;
import org.waymark.source.Project;
import org.waymark.source.ProjectReader;
import org.waymark.source.SourceFile;
import org.waymark.tool.edit.ChangedProject;
import org.waymark.tool.edit.Refusal;
import org.waymark.tool.edit.Rename;

/**
 * A directory of unforeseen kinds is read, checked, listed, filtered, searched and published. No name of a kind, a
 * field or a vocabulary is one of the shapes that Waymark ships.
 */
class ForeignShapeTest {
    private static final Path FOLDER = TestProject.resource("/foreign");
    static final Settings SETTINGS = new Settings(LocalDate.of(2025, 6, 1), Optional.empty());

    static List<SourceFile> shapeFiles() {
        try (Stream<Path> files = Files.walk(FOLDER.resolve("content/shape"))) {
            return files.filter(Files::isRegularFile)
                    .sorted()
                    .map(file -> {
                        try {
                            return SourceFile.of(
                                    FOLDER.relativize(file).toString().replace('\\', '/'), Files.readString(file));
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    })
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Each test changes some files of the project or none. */
    private static final Build BUILD = Build.kept();

    private static BuiltSite site() {
        BuiltSite site = BuiltSite.of(BUILD, ProjectReader.read(FOLDER), SETTINGS);
        assertEquals(List.of(), site.diagnostics());
        return site;
    }

    private static Map<String, String> texts(BuiltSite site) {
        var texts = new TreeMap<String, String>();
        for (OutputFile file : site.files()) {
            if (file instanceof OutputFile.Made made && !made.path().endsWith(".png")) {
                texts.put(made.path(), new String(made.bytes(), StandardCharsets.UTF_8));
            }
        }
        return texts;
    }

    @Test
    void everyEntryListFilterAndChoiceHasAPage() {
        List<String> pages = site().files().stream()
                .map(OutputFile::path)
                .filter(path -> path.endsWith("index.html"))
                .map(path -> path.substring(0, path.length() - "index.html".length()))
                .sorted()
                .toList();
        assertEquals(
                List.of(
                        "",
                        "a-to-z/",
                        "boroughs/",
                        "boroughs/east-side/",
                        "boroughs/west-side/",
                        "data/",
                        "exhibitions/",
                        "exhibitions/by-admission/free/",
                        "exhibitions/by-admission/ticket/",
                        "exhibitions/by-borough/east-side/",
                        "exhibitions/by-borough/west-side/",
                        "exhibitions/by-theme/crafts/",
                        "exhibitions/by-theme/folding/",
                        "exhibitions/by-theme/inks/",
                        "exhibitions/by-theme/paper-making/",
                        "exhibitions/by-theme/river/",
                        "exhibitions/by-venue/old-mill/",
                        "exhibitions/by-venue/town-hall/",
                        "exhibitions/by-with/maker-old-mill/",
                        "exhibitions/by-with/venue-old-mill/",
                        "exhibitions/ink/",
                        "exhibitions/paper-boats/",
                        "makers/",
                        "makers/ada/",
                        "makers/old-mill/",
                        "print/",
                        "search/",
                        "themes/",
                        "themes/crafts/",
                        "themes/folding/",
                        "themes/inks/",
                        "themes/paper-making/",
                        "themes/river/",
                        "tips/",
                        "venues/",
                        "venues/old-mill/",
                        "venues/the-mill/",
                        "venues/town-hall/",
                        "visiting/",
                        "whats-new/",
                        "where-and-how/"),
                pages);
    }

    @Test
    void pagesShowEachFieldByItsType() {
        String page = texts(site()).getOrDefault("exhibitions/paper-boats/index.html", "");
        for (String shown : List.of(
                "<h1>Paper boats on the river</h1>",
                "<p class=\"eyebrow\">Exhibition</p>",
                "<dt>Venues</dt><dd><a href=\"../../venues/old-mill/\">Old Mill</a><br><a href=\"../../venues/town-hall/\">Town Hall</a></dd>",
                "<dt>Admission</dt><dd>Free</dd>",
                "<dt>Rooms</dt><dd>3</dd>",
                "<strong>120</strong> <span>boats folded by children</span>",
                "<a href=\"https://www.example.org/boats\">The boats</a>. The made-up city. Seen on",
                "<p>Take the tram to the mill.</p>",
                "Where ink comes from",
                "Added to the directory: <time datetime=\"2025-05-02\">2 May 2025</time>",
                "Ask about this exhibition")) {
            assertTrue(page.contains(shown), shown + " is not in\n" + page);
        }
        String venue = texts(site()).getOrDefault("venues/old-mill/index.html", "");
        for (String shown : List.of(
                "<dt>Borough</dt><dd><a href=\"../../boroughs/east-side/\">East Side</a></dd>",
                "<dt>Website</dt><dd><a class=\"address\" href=\"https://mill.example.org/\">https://mill.example.org/</a></dd>",
                "<dt>E-mail</dt><dd><a href=\"mailto:hello@mill.example.org\">hello@mill.example.org</a></dd>",
                "<dt>Step-free</dt><dd>Yes</dd>",
                "<dt>Built</dt><dd><time datetime=\"1799\">1799</time></dd>",
                ">Exhibitions</h2>")) {
            assertTrue(venue.contains(shown), shown + " is not in\n" + venue);
        }
    }

    @Test
    void pagesBeginWithWhatTheirKindsShowFirst() {
        Map<String, String> texts = texts(site());
        String venue = texts.getOrDefault("venues/old-mill/index.html", "");
        String glance = venue.substring(venue.indexOf("<dl>"));
        assertTrue(
                glance.startsWith("<dl>\n<div class=\"first\"><dt>Who shows you round</dt><dd>\n<ul class=\"who\">\n"
                        + "<li><a class=\"who-name\" href=\"../../makers/ada/\">Ada of the ink</a>\n"
                        + "<span class=\"who-line\"><a href=\"../../exhibitions/paper-boats/\" aria-label=\"Exhibition: Paper"
                        + " boats on the river\">Exhibition</a> · Admission: Free</span>\n</li>\n"),
                glance);
        assertContains(
                texts,
                "venues/old-mill/index.html",
                "\"provider\":[{\"@type\":\"Thing\",\"@id\":\"https://on.example.org/makers/ada/#maker\","
                        + "\"name\":\"Ada of the ink\"}]");
        assertContains(texts, "venues/index.html", "<p class=\"meta\">Who shows you round: Ada of the ink</p>");
        assertContains(texts, "print/index.html", "Who shows you round: Ada of the ink");
    }

    @Test
    void namesTheEntriesThatNameAnother() {
        String maker = texts(site()).getOrDefault("makers/old-mill/index.html", "");
        assertTrue(
                maker.contains("<dt>Seen at</dt><dd>\n<ul class=\"who\">\n"
                        + "<li><a class=\"who-name\" href=\"../../exhibitions/paper-boats/\">Paper boats on the river</a>\n"
                        + "<span class=\"who-line\">Price: 1,200.50</span>\n</li>"),
                maker);
        assertTrue(maker.contains("<h2 id=\"wm-first\">Takes part in</h2>"), maker);
        assertFalse(maker.contains("<dt>Takes part in</dt>"), maker);
    }

    @Test
    void saysSoWhereNobodyIsKnown() {
        Map<String, String> texts = texts(site());
        assertContains(texts, "makers/ada/index.html", "<p>No exhibition is recorded here yet.</p>");
        assertContains(texts, "makers/ada/index.html", ">Tell us about an exhibition</a>");
    }

    /** Otherwise the separators and the words around a name in Arabic would be in the wrong order. */
    @Test
    void isolatesNamesOfTheOtherDirectionInLists() throws IOException {
        String path = "content/venues/old-mill.yaml";
        SourceFile renamed = SourceFile.of(
                path, Files.readString(FOLDER.resolve(path)).replace("called: Old Mill", "called: المطحنة"));
        BuiltSite site = BuiltSite.of(
                BUILD, TestProject.with(ProjectReader.read(FOLDER), List.of(renamed), List.of()), SETTINGS);
        assertEquals(List.of(), site.diagnostics());
        assertContains(texts(site), "exhibitions/index.html", "\u2068المطحنة\u2069 · Town Hall");
    }

    @Test
    void choicesCountUnderThoseToWhichTheyBelong() {
        Map<String, String> texts = texts(site());
        for (String shown :
                List.of("<a href=\"../../themes/folding/\">Crafts › Making paper › Folding</a>", "Themes</dt>")) {
            assertContains(texts, "exhibitions/paper-boats/index.html", shown);
        }
        assertContains(texts, "exhibitions/by-theme/crafts/index.html", "2 exhibitions: Crafts.");
        assertContains(texts, "exhibitions/by-theme/paper-making/index.html", "1 exhibition: Making paper.");
        assertContains(texts, "exhibitions/index.html", ">Crafts › Inks</a> (1)");
        assertContains(
                texts, "themes/crafts/index.html", "<dd><a href=\"../../themes/paper-making/\">Making paper</a><br>");
        assertContains(texts, "themes/crafts/index.html", "<dd><a href=\"#wm-exhibitions\">2 exhibitions</a></dd>");
        assertContains(texts, "themes/folding/index.html", "<a href=\"../../themes/paper-making/\">Making paper</a>");
        assertContains(
                texts, "themes/index.html", "<th scope=\"row\" class=\"depth-2\"><a href=\"../themes/folding/\">");
    }

    @Test
    void referencesToSeveralKindsAreLinkedBothWays() {
        Map<String, String> texts = texts(site());
        assertContains(
                texts,
                "exhibitions/paper-boats/index.html",
                "<dt>With</dt><dd><a href=\"../../makers/old-mill/\">The paper makers</a><br><a href=\"../../venues/old-mill/\">Old Mill</a></dd>");
        assertContains(texts, "makers/old-mill/index.html", ">Takes part in</h2>");
        assertContains(texts, "makers/ada/index.html", ">Guides through</h2>");
        assertContains(texts, "exhibitions/by-with/maker-old-mill/index.html", "1 exhibition: The paper makers.");
    }

    @ParameterizedTest
    @CsvSource({"ada, guide: lovelace", "old-mill, 'with: [maker/lovelace, venue/old-mill]'"})
    void renamesReferencesEverywhere(String id, String expected) {
        Project project = ProjectReader.read(FOLDER);
        Directory directory = Build.once().check(project, SETTINGS).directory();
        Kind maker = directory.kinds().named("maker").orElseThrow();
        Project renamed = ChangedProject.of(project, Rename.of(directory, project, maker, new Id(id), "lovelace"));
        String text = renamed.content().stream()
                .filter(file -> file.path().endsWith("paper-boats.md"))
                .findFirst()
                .orElseThrow()
                .text();
        assertTrue(text.contains(expected), text);
        assertEquals(List.of(), BuiltSite.of(renamed, SETTINGS).diagnostics());
    }

    @Test
    void valuesOfEachTypeAreShownAsPeopleReadThem() {
        Map<String, String> texts = texts(site());
        for (String shown : List.of(
                "<dt>On show</dt><dd>April 2018 to 2020</dd>",
                "<dt>Length of the walk</dt><dd>12 km</dd>",
                "<dt>Climb</dt><dd>1,200 steps</dd>",
                "<td><a href=\"tel:+33-1-42-68-53-00\">+33 1 42 68 53 00</a></td>",
                "<dt>Price</dt><dd>1,200.50</dd>",
                "<dt>Phone</dt><dd><a href=\"tel:+44-20-7946-0018\">020 7946 0018</a></dd>",
                "<dt>Catalogue</dt><dd>978-0-306-40615-7</dd>",
                "<dt>Shelf</dt><dd>NR-A12</dd>",
                "<img src=\"../../images/boats.svg\" alt=\"A paper boat on dark water\" width=\"40\" height=\"20\" loading=\"lazy\" decoding=\"async\">",
                "<figcaption>The poster of the first year.<br>Drawing: the made-up city</figcaption>",
                "\"startDate\":\"2018-04\"",
                "\"endDate\":\"2020\"",
                "\"telephone\":\"+44 20 7946 0018\"",
                "\"image\":\"https://on.example.org/images/boats.svg\"")) {
            assertContains(texts, "exhibitions/paper-boats/index.html", shown);
        }
        for (String shown : List.of(
                "<dt>On show</dt><dd>since 2024</dd>",
                "<dt>Length of the walk</dt><dd>2.5 miles</dd>",
                "<dt>Climb</dt><dd>1 step</dd>",
                "<dt>Price</dt><dd>0.5</dd>",
                "\"startDate\":\"2024\"")) {
            assertContains(texts, "exhibitions/ink/index.html", shown);
        }
        assertContains(texts, "print/index.html", "April 2018 to 2020");
        assertContains(texts, "print/index.html", "020 7946 0018");
        assertTrue(texts.containsKey("images/boats.svg"));
        assertFalse(texts.containsKey("images/secret-alarms.svg"));
    }

    private static void assertContains(Map<String, String> texts, String file, String shown) {
        String text = texts.getOrDefault(file, "");
        assertTrue(text.contains(shown), shown + " is not in " + file + "\n" + text);
    }

    @Test
    void listsSearchFeedsAndDataKnowThem() {
        Map<String, String> texts = texts(site());
        assertTrue(texts.getOrDefault("feed.xml", "").contains("<title>Paper boats on the river</title>"));
        assertTrue(texts.getOrDefault("venues/old-mill/feed.xml", "").contains("Paper boats"));
        assertTrue(texts.getOrDefault("tips/index.html", "").contains("<li id=\"bring-a-coat\">"));
        assertTrue(texts.getOrDefault("print/index.html", "").contains("Oak galls, soot and squid."));
        assertTrue(texts.getOrDefault("where-and-how/index.html", "").contains("<th scope=\"row\">By ticket</th>"));
        assertTrue(texts.getOrDefault("exhibitions/paper-boats/index.html", "").contains("\"@type\":\"Event\""));
        String index = texts.entrySet().stream()
                .filter(file ->
                        file.getKey().startsWith("search/") && file.getKey().endsWith(".js"))
                .map(Map.Entry::getValue)
                .collect(Collectors.joining());
        for (String found : List.of("Exhibition", "Old Mill", "Tip", "West Side")) {
            assertTrue(index.contains(found), found);
        }
        String facets = texts.entrySet().stream()
                .filter(file -> file.getKey().endsWith("facets.js"))
                .map(Map.Entry::getValue)
                .collect(Collectors.joining());
        assertTrue(facets.contains("\"on the West Side\""), facets);
    }

    @Test
    void everyPageIsValidAndEveryLinkLeadsSomewhere() throws Exception {
        BuiltSite site = site();
        assertEquals(List.of(), new NuChecker().check(site.files()));
        HtmlSite html = HtmlSite.of(site);
        List<String> dead = html.references()
                .filter(reference -> !reference.isExternal())
                .filter(reference -> html.file(reference.target().getPath()).isEmpty())
                .map(HtmlSite.Reference::toString)
                .toList();
        assertEquals(List.of(), dead);
    }

    /** Nothing that only editors may see is published. */
    @Test
    void noReaderSeesASecret() {
        for (Map.Entry<String, String> file : texts(site()).entrySet()) {
            for (String secret : List.of("secret", "987654321", "987,654,321", "figure-not-in-text")) {
                assertFalse(file.getValue().contains(secret), secret + " is in " + file.getKey());
            }
        }
    }

    /** The words of a shape are treated as plain text in every output. */
    @ParameterizedTest
    @ValueSource(strings = {"\"><script>x()</script>", "</script><script>x()//]]>", "'-x()-'${1 + 1}", "&amp;<b>a\\b"})
    void wordsOfAShapeActNowhere(String hostile) throws Exception {
        Project foreign = ProjectReader.read(FOLDER);
        var number = new AtomicInteger();
        List<SourceFile> changed = foreign.content().stream()
                .filter(file -> file.path().startsWith("content/shape/"))
                .map(file -> SourceFile.of(file.path(), withWords(file.text(), hostile, number)))
                .toList();
        // The first choice of each vocabulary, by its new label.
        List<SourceFile> entries = foreign.content().stream()
                .filter(file -> !file.path().startsWith("content/shape/"))
                .map(file -> SourceFile.of(
                        file.path(),
                        file.text()
                                .replaceAll(
                                        "(?m)^borough: .*$",
                                        "borough: " + Matcher.quoteReplacement(first(changed, "boroughs")))
                                .replaceAll(
                                        "(?m)^admission: .*$",
                                        "admission: " + Matcher.quoteReplacement(first(changed, "admission")))
                                .replaceAll(
                                        "\\b(alt|caption|credit): (\"[^\"]*\"|[^,}]*)",
                                        "$1: " + Matcher.quoteReplacement(quoted(hostile, 0)))
                                .replaceAll(
                                        "(?m)^themes: .*$",
                                        Matcher.quoteReplacement("themes: [" + first(changed, "themes") + "]"))))
                .toList();
        Project project = TestProject.with(
                foreign, Stream.concat(changed.stream(), entries.stream()).toList(), List.of());
        BuiltSite site = BuiltSite.of(project, SETTINGS);
        assertEquals(
                List.of(),
                site.diagnostics().stream().filter(Diagnostic::isError).toList());
        assertEquals(List.of(), new NuChecker().check(site.files()));
        HtmlSite html = HtmlSite.of(site);
        for (String page : html.pages().keySet()) {
            assertTrue(
                    html.elements(page, "script").stream()
                            .noneMatch(script -> script.getTextContent().startsWith("x()")),
                    page);
            assertTrue(html.elements(page, "b").isEmpty(), page);
        }
    }

    /** Without former ids, the old address would be lost. */
    @Test
    void refusesToRenameWhatKeepsNoFormerIds() {
        Project project = ProjectReader.read(FOLDER);
        Directory directory = Build.once().check(project, SETTINGS).directory();
        Kind note = directory.kinds().named("note").orElseThrow();
        Refusal refusal =
                assertThrows(Refusal.class, () -> Rename.of(directory, project, note, new Id("visiting"), "visits"));
        assertTrue(String.valueOf(refusal.getMessage()).contains("content/shape/kinds/note.yaml"));
    }

    /** A field that accepts any value may name the entry too. */
    @Test
    void refusesToRenameWhileTheShapeHasFaults() {
        Project foreign = ProjectReader.read(FOLDER);
        String path = "content/shape/kinds/exhibition.yaml";
        String text = shapeFiles().stream()
                .filter(file -> file.path().equals(path))
                .findFirst()
                .orElseThrow()
                .text();
        Project project = TestProject.with(
                foreign, List.of(SourceFile.of(path, text.replace("to: venue}", "to: venu}"))), List.of());
        Directory directory = Build.once().check(project, SETTINGS).directory();
        Kind venue = directory.kinds().named("venue").orElseThrow();
        Refusal refusal =
                assertThrows(Refusal.class, () -> Rename.of(directory, project, venue, new Id("old-mill"), "mill"));
        assertTrue(String.valueOf(refusal.getMessage()).contains("the shape has errors"));
    }

    private static final Pattern WORDS = Pattern.compile(
            "(?<!roles: \\{)\\b(one|many|a|label|label-of-many|shown-there-as|any|title|about|about-each|phrase|ask|link):"
                    + " (\"[^\"]*\"|[^,}\\n]+)");

    /** A file of the shape with different words for readers, no two of which are the same. */
    private static String withWords(String text, String hostile, AtomicInteger number) {
        return WORDS.matcher(text)
                .replaceAll(word ->
                        Matcher.quoteReplacement(word.group(1) + ": " + quoted(hostile, number.incrementAndGet())));
    }

    private static String quoted(String hostile, int number) {
        return "'" + hostile.replace("'", "''") + " " + number + "'";
    }

    private static String first(List<SourceFile> shape, String vocabulary) {
        String text = shape.stream()
                .filter(file -> file.path().endsWith(vocabulary + ".yaml"))
                .findFirst()
                .orElseThrow()
                .text();
        Matcher label = Pattern.compile("label: ('(?:[^']|'')*')").matcher(text);
        assertTrue(label.find());
        return label.group(1);
    }

    @Test
    void mistakesInEntriesAreReportedByTheWordsOfTheShape() {
        Project project = TestProject.with(
                ProjectReader.read(FOLDER), List.of(SourceFile.of("content/exhibitions/ink.md", """
                        ---
                        heading: Where ink comes from
                        gist: Oak galls, soot and squid.
                        at: [town-hal]
                        with: [maker/ada, makers/ada, maker/adda, old-mill]
                        rooms: {count: 2, guide: adda}
                        poster: {file: boat.svg, alt: IMG_0001.jpg}
                        running: 2020 to 2018
                        ring: 020 7946 00188
                        admision: Free
                        announced: 1/4/25
                        ---

                        Text with a [dead link](../venues/new-mill.yaml).
                        """)), List.of());
        assertEquals(
                List.of(
                        "content/exhibitions/ink.md:4:6 unknown-reference",
                        "content/exhibitions/ink.md:5:19 invalid-value",
                        "content/exhibitions/ink.md:5:31 unknown-reference",
                        "content/exhibitions/ink.md:5:43 invalid-value",
                        "content/exhibitions/ink.md:6:26 unknown-reference",
                        "content/exhibitions/ink.md:7:16 missing-image",
                        "content/exhibitions/ink.md:7:31 missing-alt-text",
                        "content/exhibitions/ink.md:8:10 invalid-value",
                        "content/exhibitions/ink.md:9:7 invalid-value",
                        "content/exhibitions/ink.md:10:1 unknown-field",
                        "content/exhibitions/ink.md:11:12 invalid-value",
                        "content/exhibitions/ink.md:14:25 broken-link"),
                BuiltSite.of(project, SETTINGS).diagnostics().stream()
                        .filter(Diagnostic::isError)
                        .map(finding -> finding.span() + " " + finding.code())
                        .toList());
    }
}
