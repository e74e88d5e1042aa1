package org.waymark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.waymark.HtmlSite.Reference;
import org.waymark.render.OutputFile;
import org.waymark.source.Project;
import org.waymark.source.ProjectReader;

/** Invariants of every site, tested on a small directory, an awkward one and the one bundled with Waymark. */
class InvariantsTest {
    private static final Settings RELEASE = new Settings(LocalDate.of(2026, 11, 21), Optional.empty());

    private static Sample small;
    private static Sample bundled;
    private static List<Sample> samples;

    @BeforeAll
    static void buildSamples() {
        small = Sample.of("the small", TestProject.small(), TestProject.SETTINGS);
        bundled = Sample.of("the bundled", ProjectReader.read(Path.of("")), RELEASE);
        samples = List.of(small, Sample.of("the awkward", TestProject.awkward(), TestProject.SETTINGS), bundled);
    }

    private record Sample(String name, Project project, Settings settings, HtmlSite site) {
        static Sample of(String name, Project project, Settings settings) {
            BuiltSite edition = BuiltSite.of(project, settings);
            assertEquals(0, edition.errors(), () -> name + ": " + edition.diagnostics());
            return new Sample(name, project, settings, HtmlSite.of(edition));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    @ParameterizedTest
    @FieldSource("samples")
    void givesTheSameBytesTwice(Sample sample) {
        assertSame(sample, BuiltSite.of(sample.project(), sample.settings()));
    }

    @ParameterizedTest
    @FieldSource("samples")
    void givesTheSameBytesWhateverTheOrderOfFiles(Sample sample) {
        for (int seed = 0; seed < 2; seed++) {
            Project shuffled = shuffled(sample.project(), new Random(seed));
            assertNotEquals(sample.project(), shuffled);
            assertSame(sample, BuiltSite.of(shuffled, sample.settings()));
        }
    }

    @ParameterizedTest
    @FieldSource("samples")
    void givesTheSameBytesWithOneThread(Sample sample) throws Exception {
        var pool = new ForkJoinPool(1);
        try {
            assertSame(
                    sample,
                    pool.submit(() -> BuiltSite.of(sample.project(), sample.settings()))
                            .get());
        } finally {
            pool.shutdown();
        }
    }

    @ParameterizedTest
    @FieldSource("samples")
    void givesTheSameBytesInEveryLocaleAndTimeZone(Sample sample) {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            for (String tag : List.of("tr-TR", "ar-EG-u-ca-buddhist-nu-arab")) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
                assertSame(sample, BuiltSite.of(sample.project(), sample.settings()));
            }
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    /** In a separate JVM, since classes that are already loaded may have read the locale. */
    @Thorough("starts a process")
    @Test
    void givesTheSameBytesOnAnotherMachine(@TempDir Path folder) throws Exception {
        Path output = folder.resolve("site");
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Duser.language=tr",
                        "-Duser.country=TR",
                        "-Duser.timezone=Pacific/Kiritimati",
                        "-Dfile.encoding=ISO-8859-1",
                        "-Djava.util.concurrent.ForkJoinPool.common.parallelism=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.waymark.cli.Main",
                        "build",
                        "--as-of",
                        RELEASE.asOf().toString(),
                        "--output",
                        output.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(other.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(other.waitFor(60, TimeUnit.SECONDS));
        assertEquals(0, other.exitValue(), said);
        var published = new TreeMap<String, String>();
        try (Stream<Path> files = Files.walk(output)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String path = output.relativize(file).toString().replace('\\', '/');
                if (!path.startsWith(".waymark/")) {
                    published.put(path, Files.readString(file, StandardCharsets.ISO_8859_1));
                }
            }
        }
        assertEquals(contents(bundled.site().edition()), published);
    }

    @ParameterizedTest
    @FieldSource("samples")
    void hasNoBrokenLink(Sample sample) {
        HtmlSite site = sample.site();
        assertNone(site.references().filter(reference -> !reference.isExternal()), reference -> {
            Optional<String> file = site.file(reference.target().getPath());
            String fragment = reference.target().getFragment();
            return file.isPresent() && (fragment == null || site.ids(file.get()).contains(fragment));
        });
    }

    @ParameterizedTest
    @FieldSource("samples")
    void linksPagesOnlyByRelativePaths(Sample sample) {
        String ownAddress = sample.site().edition().directory().site().baseUrl();
        assertNone(sample.site().references(), reference -> {
            boolean canonical = reference.element().getAttribute("rel").equals("canonical");
            boolean leadsHome = reference.value().startsWith(ownAddress);
            // The page for unknown addresses is shown at any depth.
            boolean fromRoot =
                    reference.value().startsWith("/") && !reference.page().equals("404.html");
            return canonical == leadsHome && !fromRoot;
        });
    }

    @ParameterizedTest
    @FieldSource("samples")
    void declaresCanonicalAddresses(Sample sample) {
        HtmlSite site = sample.site();
        String ownAddress = site.edition().directory().site().baseUrl();
        for (String page : listed(site)) {
            List<String> canonical = site.references(page).stream()
                    .filter(reference -> reference.element().getAttribute("rel").equals("canonical"))
                    .map(Reference::value)
                    .toList();
            assertEquals(List.of(ownAddress + page.replaceFirst("index\\.html$", "")), canonical);
        }
    }

    @ParameterizedTest
    @FieldSource("samples")
    void linksEveryPageFromTheHomePage(Sample sample) {
        HtmlSite site = sample.site();
        Set<String> reached = new HashSet<>(Set.of("index.html"));
        var waiting = new ArrayDeque<>(reached);
        while (!waiting.isEmpty()) {
            for (Reference reference : site.references(waiting.remove())) {
                if (reference.element().getTagName().equals("a") && !reference.isExternal()) {
                    String file = site.file(reference.target().getPath()).orElseThrow();
                    if (site.pages().containsKey(file) && reached.add(file)) {
                        waiting.add(file);
                    }
                }
            }
        }
        assertEquals(
                Set.of(),
                site.pages().keySet().stream()
                        .filter(page -> !site.isUnlisted(page) && !reached.contains(page))
                        .collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @FieldSource("samples")
    void givesEveryPageAUniqueTitle(Sample sample) {
        var pages = new TreeMap<String, String>();
        for (String page : listed(sample.site())) {
            String title = text(sample.site(), page, "title").get(0);
            assertTrue(!title.isBlank(), page);
            assertEquals(null, pages.put(title, page), page + " has the same title: " + title);
        }
    }

    @ParameterizedTest
    @FieldSource("samples")
    void givesEveryPageOneMainHeadingWithoutSkippingLevels(Sample sample) {
        HtmlSite site = sample.site();
        for (String page : site.pages().keySet()) {
            List<Integer> levels = site.elements(page, "*").stream()
                    .map(Element::getTagName)
                    .filter(name -> name.matches("h[1-6]"))
                    .map(name -> name.charAt(1) - '0')
                    .toList();
            assertEquals(1, levels.stream().filter(level -> level == 1).count(), page);
            int before = 0;
            for (int level : levels) {
                assertTrue(level <= before + 1, page + ": a heading of level " + level + " below one of " + before);
                before = level;
            }
        }
    }

    @ParameterizedTest
    @FieldSource("samples")
    void givesUniqueIdsOnEachPage(Sample sample) {
        for (String page : sample.site().pages().keySet()) {
            List<String> ids = sample.site().ids(page);
            assertEquals(List.copyOf(new TreeSet<>(ids)), ids.stream().sorted().toList(), page);
        }
    }

    @ParameterizedTest
    @FieldSource("samples")
    void sitemapListsExactlyTheIndexablePages(Sample sample) throws Exception {
        HtmlSite site = sample.site();
        String ownAddress = site.edition().directory().site().baseUrl();
        var listed = new TreeSet<String>();
        for (String address : texts(xml(site, "sitemap.xml"), "loc")) {
            assertTrue(address.startsWith(ownAddress), address);
            listed.add(site.file(address.substring(ownAddress.length())).orElseThrow());
        }
        assertEquals(listed(site), listed);
    }

    @ParameterizedTest
    @FieldSource("samples")
    void linksPagesFromTheFeed(Sample sample) throws Exception {
        HtmlSite site = sample.site();
        String ownAddress = site.edition().directory().site().baseUrl();
        Document feed = xml(site, "feed.xml");
        NodeList links = feed.getElementsByTagName("link");
        for (int i = 0; i < links.getLength(); i++) {
            String address = ((Element) links.item(i)).getAttribute("href");
            assertTrue(site.file(address.substring(ownAddress.length())).isPresent(), address);
        }
        assertEquals(
                Math.min(
                        50,
                        site.edition().directory().shown(TestKinds.CASE_STUDY).size()),
                feed.getElementsByTagName("entry").getLength());
        List<String> ids = texts(feed, "id");
        assertEquals(ids.size(), Set.copyOf(ids).size());
    }

    @Test
    void notFoundPageUsesLinksFromTheRoot() {
        var settings = new Settings(RELEASE.asOf(), Optional.of("https://example.org/below/here"));
        HtmlSite site = HtmlSite.of(BuiltSite.of(small.project(), settings));
        assertNone(
                site.references("404.html").stream()
                        .filter(reference ->
                                !reference.isExternal() && !reference.value().startsWith("#")),
                reference -> reference.value().startsWith("/below/here/")
                        && site.file(reference.target().getPath().substring("below/here/".length()))
                                .isPresent());
    }

    @Test
    void bundledDirectoryHasNoFindings() {
        BuiltSite edition = bundled.site().edition();
        assertEquals(List.of(), edition.diagnostics());
        assertEquals(4, edition.directory().shown(TestKinds.CATEGORY).size());
        assertEquals(22, edition.directory().shown(TestKinds.SERVICE).size());
        assertEquals(40, edition.directory().shown(TestKinds.CASE_STUDY).size());
    }

    /** The pages that search engines should find: all but redirects and the page for unknown addresses. */
    private static Set<String> listed(HtmlSite site) {
        return site.pages().keySet().stream()
                .filter(page -> !site.isUnlisted(page))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static void assertSame(Sample sample, BuiltSite edition) {
        assertEquals(sample.site().edition().diagnostics(), edition.diagnostics());
        assertEquals(contents(sample.site().edition()), contents(edition));
    }

    private static Map<String, String> contents(BuiltSite edition) {
        var contents = new TreeMap<String, String>();
        for (OutputFile file : edition.files()) {
            contents.put(file.path(), new String(bytes(file), StandardCharsets.ISO_8859_1));
        }
        return contents;
    }

    private static byte[] bytes(OutputFile file) {
        try {
            return file instanceof OutputFile.Made made
                    ? made.bytes()
                    : Files.readAllBytes(((OutputFile.Copied) file).source());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Project shuffled(Project project, Random random) {
        return new Project(
                shuffled(project.content(), random),
                shuffled(project.images(), random),
                shuffled(project.attachments(), random),
                shuffled(project.hostFiles(), random),
                shuffled(project.others(), random),
                shuffled(project.unread(), random),
                shuffled(project.templates(), random),
                shuffled(project.assets(), random));
    }

    private static <T> List<T> shuffled(List<T> list, Random random) {
        var copy = new ArrayList<>(list);
        Collections.shuffle(copy, random);
        return copy;
    }

    private static void assertNone(Stream<Reference> references, Predicate<Reference> valid) {
        assertEquals(
                List.of(),
                references.filter(valid.negate()).map(Reference::toString).toList());
    }

    private static List<String> text(HtmlSite site, String page, String element) {
        return site.elements(page, element).stream()
                .map(Element::getTextContent)
                .toList();
    }

    private static Document xml(HtmlSite site, String path) throws Exception {
        OutputFile file = site.edition().files().stream()
                .filter(each -> each.path().equals(path))
                .findFirst()
                .orElseThrow();
        return DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(bytes(file)));
    }

    private static List<String> texts(Document document, String element) {
        NodeList nodes = document.getElementsByTagName(element);
        var texts = new ArrayList<String>();
        for (int i = 0; i < nodes.getLength(); i++) {
            texts.add(nodes.item(i).getTextContent());
        }
        return texts;
    }
}
