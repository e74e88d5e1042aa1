package org.waymark.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.waymark.Build;
import org.waymark.BuiltSite;
import org.waymark.TestProject;
import org.waymark.Thorough;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.Fingerprints;
import org.waymark.report.ReportFormat;
import org.waymark.source.Project;
import org.waymark.source.SourceFile;

/**
 * Texts designed to be slow to process: four times the text may take a few times as long to read, check, render and
 * report, but not sixteen times as long. Measures the processor time of one thread, so other load does not matter; slow
 * results are measured again before they count.
 */
@Thorough("measures time on long texts")
class HostileTextsTest {
    private static final String ENTRY = "content/case-studies/evening-hubs.md";
    private static final String FRONT_MATTER = """
            ---
            title: Evening hubs for a county
            summary: About hubs.
            organisation: taurus-healthcare
            services: [extended-access]
            place: Herefordshire
            region: Midlands
            confidence: high
            sources:
              - {title: About us, publisher: Taurus, url: 'https://www.example.org/', seen: 2025}
            published: 2025-02-01
            ---

            """;

    private static final int LENGTH = 12_000;
    private static final int PARAGRAPH = 6_000;
    /** Linear growth gives 4, quadratic growth 16. */
    private static final double MOST_GROWTH = 10;
    /** In nanoseconds; shorter times are meaningless. */
    private static final long LEAST_TIME = 20_000_000;

    private static final ForkJoinPool ONE_THREAD = new ForkJoinPool(1);

    /** It keeps what the text does not change, so that mostly the text is measured. */
    private static final Build BUILD = Build.kept();

    @AfterAll
    static void endThread() {
        ONE_THREAD.shutdown();
    }

    /** Each is a paragraph, repeated with blank lines between. */
    private static Map<String, IntFunction<String>> paragraphs() {
        var texts = new LinkedHashMap<String, IntFunction<String>>();
        for (String sign : List.of(
                "[",
                "]",
                "[a](",
                "[a](b",
                "![a",
                "[a][b]",
                "[a b](c d ",
                "[a](b c) ",
                "[a](b \"",
                "[a](<b",
                "*",
                "*a ",
                "*a",
                "*a **a ",
                "a**b",
                "_a ",
                "__a",
                "*_",
                "*[a](b)* ",
                "`a``",
                "<",
                "<a ",
                "<a b=\"",
                "a <!-- ",
                "a <?",
                "a <![CDATA[",
                "a <!A ",
                "<http:",
                "<http://a.b> ",
                "&amp;",
                "&#x41;",
                "&a",
                "\\",
                "\\[",
                "a",
                "A",
                " ",
                "a ",
                "a     \n",
                "PCN ",
                "XQZ ",
                "XQZ (",
                "the the ",
                "A. ",
                "1",
                "1,",
                "943 476 5919 ",
                "a@",
                "b.",
                "07700 900",
                "+44 7700 ",
                "a-",
                "a'",
                "\"a ",
                "\u201ca ",
                "a/",
                "\u00a31",
                "10% ",
                "color organize ",
                "in order to ",
                "http://",
                "www.a",
                "1 March 2021 ",
                "since ",
                "\uD83D\uDE00 ",
                "a\u0301\u0323",
                "a\u0085\u2028\u2029",
                "a\r",
                "[a\n",
                "[a]: b \"c\n",
                "> a\n",
                "- ",
                "1. ",
                "* ",
                "\t",
                "|a",
                "~~a",
                "~~a~~ ",
                "[^a]",
                "[^a]: ",
                "- [x] ",
                "https://a.org/_b_",
                "www.a.org/ ",
                "&amp; www.a.org/ ",
                "*www.a.org/* ",
                "a@b.org ",
                "```\na\n```\n",
                "<<<<<<< \n",
                "a** ",
                " ~~a",
                "{{ a ",
                "{a=\"",
                "$a_",
                ":a",
                "==a ",
                "''a ",
                "[[a",
                "[b]",
                "[^a",
                "[a] (./",
                "(a)[./",
                "<%a",
                "*[a",
                "&#9",
                "-a\n",
                "(1) a\n",
                "\u2022 a\n",
                "a\tb\n",
                "+--+\n",
                "## a\n",
                "##\n\n",
                "**A**\n\n",
                "    A b c d e.\n\n",
                "TODO: ",
                "[insert ",
                "\u0001")) {
            texts.put(named(sign), length -> sign.repeat(length / sign.length()));
        }
        texts.put("brackets in brackets", length -> "[".repeat(length / 2) + "a" + "]".repeat(length / 2));
        texts.put("emphasis in emphasis", length -> "*".repeat(length / 2) + "a" + "*".repeat(length / 2));
        texts.put("images in images", length -> "![".repeat(length / 6) + "a" + "](b)".repeat(length / 6));
        texts.put("words in a broken link", length -> "[a](" + " a".repeat(length / 2 - 2));
        texts.put("round brackets in a link", length -> "[a](" + "(".repeat(length - 4));
        texts.put("one letter with many accents", length -> "a" + "\u0301\u0323".repeat(length / 2));
        texts.put("codes in a host", length -> "https://\u00e9" + "&#65;".repeat(length / 5));
        texts.put("marks in a host", length -> "https://\u00e9" + "*_".repeat(length / 2) + "a");
        texts.put("look-alike hosts", length -> "https://n\u04bbs.uk ".repeat(length / 15));
        texts.put("misleading links", length -> "[www.a.uk](https://b.uk) ".repeat(length / 25));
        texts.put("backticks of all lengths", length -> grown(length, i -> "a" + "`".repeat(i % 170)));
        return texts;
    }

    /** Each is a whole text. */
    private static Map<String, IntFunction<String>> texts() {
        var texts = new LinkedHashMap<String, IntFunction<String>>();
        for (String line : List.of(
                "## A\n",
                "###### a\n\n",
                "a\n===\n",
                "- a\n",
                "\n",
                "> ".repeat(100) + "a\n",
                "<div>\n\n",
                "---\n\n",
                "![a](../images/bus.svg)\n\n",
                "\u0001[a](b.md)\n\n",
                "- `a` [b](c.md) *d*\n",
                "a\r\n\r\n")) {
            texts.put(named(line), length -> line.repeat(length / line.length()));
        }
        texts.put("quotes", ">"::repeat);
        texts.put("headings", length -> grown(length, i -> "## Heading " + i + "\n\n"));
        texts.put("headings like numbered ones", length -> grown(length, i -> "## A\n## A-" + i + "\n"));
        texts.put("definitions", length -> grown(length, i -> "[a" + i + "]: http://b" + i + "\n"));
        texts.put(
                "definitions and their uses",
                length -> grown(length / 2, i -> "[a" + i + "]: http://b" + i + "\n")
                        + grown(length / 2, i -> "\n[a" + i + "]\n"));
        texts.put("broken links", length -> grown(length, i -> "[Abc](no-" + i + ".md)\n\n"));
        texts.put("broken images", length -> grown(length, i -> "![](../images/x" + i + ".svg)\n\n"));
        texts.put("tags", length -> grown(length, i -> "<b" + i + ">\n\n"));
        texts.put("rows of a table", length -> "| a | b |\n|---|---|\n" + "| *a **a | `c \\|` |\n".repeat(length / 19));
        texts.put(
                "missing cells",
                length -> "|a".repeat(20) + "\n" + "|-".repeat(20) + "\n" + "|\\\n".repeat(length / 12));
        texts.put("footnotes", length -> grown(length, i -> "a[^" + i + "]\n\n[^" + i + "]: b\n"));
        texts.put(
                "footnotes of footnotes",
                length -> "[^0]\n\n" + grown(length, i -> "[^" + i + "]: b[^" + (i + 1) + "]\n"));
        texts.put("uses of a footnote", length -> "[^a]: b\n" + "\n[^a]\n".repeat(length / 6));
        texts.put("footnotes without a use", length -> grown(length, i -> "[^" + i + "]: b\n"));
        texts.put("uses without a footnote", length -> grown(length, i -> "[^" + i + "]\n\n"));
        texts.put("boxes", length -> "- [x] a\n".repeat(length / 8));
        texts.put("ids of headings", length -> grown(length, i -> "## a {#b" + i + "}\n\n"));
        texts.put("the same id of headings", length -> "## a {#b}\n\n".repeat(length / 11));
        texts.put("tables", length -> "|a\n|-\n|b\n\n".repeat(length / 10));
        texts.put("bars in a cell", length -> "|a|\n|-|\n" + grown(length, i -> "|" + "\\|".repeat(50) + "`\\|`\n"));
        texts.put("a comment without an end", length -> "<!-- " + "a\n\n".repeat(length / 3));
        texts.put("code without an end", length -> "```\n" + "a\n\n".repeat(length / 3));
        return texts;
    }

    /** Each replaces the fields of an entry. */
    private static Map<String, IntFunction<String>> fields() {
        var texts = new LinkedHashMap<String, IntFunction<String>>();
        for (String sign : List.of("[", "{", "{a: ", "- ", "? ", "a: ", "]", "\t", "'", "abc ", "&a ", ": ", ",")) {
            texts.put(named(sign), sign::repeat);
            texts.put("a value of " + named(sign), length -> "summary: " + sign.repeat(length / sign.length()));
            texts.put("a list of " + named(sign), length -> "services: [" + sign.repeat(length / sign.length()));
        }
        for (String line : List.of(
                "a: \"\n",
                "k: v\n",
                "@\n",
                "a: @b\n",
                "abc\n",
                "a: ]\n",
                "a:b\n",
                "a: |x\n",
                "a: *\n",
                "a: 'b' c\n",
                "a: \"\\q\"\n",
                "<<: *a\n",
                "<<: {a: b}\n",
                "%YAML 1.2\n",
                "a: b\n--- \n",
                "a: b\n...\n",
                "\ta: b\n",
                "a:\n    b: c\n  d: e\n",
                "# a\n",
                "a: \u0001\n",
                "a: b\u0085",
                "a: b\u2028")) {
            texts.put(named(line), length -> line.repeat(length / line.length()));
        }
        texts.put("deeper and deeper", length -> grown((int) Math.sqrt(2.0 * length), i -> " ".repeat(i) + "a:\n"));
        texts.put("lines in quotes", length -> "summary: '" + "a\n  ".repeat(length / 4));
        texts.put("fields", length -> grown(length, i -> "k" + i + ": v\n"));
        texts.put("fields with broken lists", length -> grown(length, i -> "k" + i + ": [v\n"));
        texts.put("broken fields of a field", length -> "a:\n" + grown(length, i -> "  k" + i + ": @v\n"));
        texts.put("broken items", length -> "a:\n" + "  - @v\n".repeat(length / 7));
        texts.put("a long name", length -> "a".repeat(length) + ": b");
        texts.put("anchors", length -> grown(length, i -> "k" + i + ": &a" + i + " [b]\n"));
        texts.put(
                "an alias bomb",
                length -> "a0: &a0 [x]\n"
                        + grown(length, i -> "a" + (i + 1) + ": &a" + (i + 1) + " [*a" + i + ",*a" + i + "]\n"));
        texts.put("aliases", length -> "a: &a b\nc: [" + "*a,".repeat(length / 3) + "]");
        texts.put("tags", length -> "a: [" + "!a b,".repeat(length / 5) + "]");
        texts.put("characters of two units", length -> grown(length, i -> "k" + i + ": \uD83D\uDE00\n"));
        texts.put("references", length -> "services:\n" + grown(length, i -> "  - no-" + i + "\n"));
        texts.put("former ids", length -> "former-ids: [" + grown(length, i -> "a" + i + ", ") + "]");
        texts.put("a long id", length -> "former-ids: [" + "a-".repeat(length / 2) + "b]");
        texts.put("a long address", length -> "contact: " + "a.".repeat(length / 2) + "@b");
        texts.put("a long date", length -> "published: " + "1 ".repeat(length / 2));
        return texts;
    }

    @TestFactory
    Stream<DynamicTest> takesLinearTime() {
        var paragraphs = paragraphs().entrySet().stream()
                .map(family -> DynamicTest.dynamicTest(
                        "paragraphs of " + family.getKey(),
                        () -> growInProportion(length -> FRONT_MATTER
                                + (family.getValue().apply(PARAGRAPH) + "\n\n").repeat(length / PARAGRAPH))));
        var texts = texts().entrySet().stream()
                .map(family -> DynamicTest.dynamicTest(
                        "a text of " + family.getKey(),
                        () -> growInProportion(
                                length -> FRONT_MATTER + family.getValue().apply(length))));
        var fields = fields().entrySet().stream()
                .map(family -> DynamicTest.dynamicTest(
                        "fields of " + family.getKey(),
                        () -> growInProportion(
                                length -> "---\n" + family.getValue().apply(length) + "\n---\n\nText.\n")));
        return Stream.of(paragraphs, texts, fields).flatMap(each -> each);
    }

    private static void growInProportion(IntFunction<String> text) {
        long little = time(text.apply(LENGTH));
        long much = time(text.apply(4 * LENGTH));
        for (int again = 0; again < 4 && isTooSlow(little, much); again++) {
            little = Math.max(little, time(text.apply(LENGTH)));
            much = Math.min(much, time(text.apply(4 * LENGTH)));
        }
        assertTrue(!isTooSlow(little, much), "from " + little / 1_000_000 + " ms to " + much / 1_000_000 + " ms");
    }

    private static boolean isTooSlow(long little, long much) {
        return much > MOST_GROWTH * Math.max(little, LEAST_TIME);
    }

    private static long time(String text) {
        SourceFile file = SourceFile.decode(ENTRY, text.getBytes(StandardCharsets.UTF_8));
        return ONE_THREAD
                .submit(() -> {
                    var clock = ManagementFactory.getThreadMXBean();
                    long start = clock.getCurrentThreadCpuTime();
                    buildAndReport(file);
                    return clock.getCurrentThreadCpuTime() - start;
                })
                .join();
    }

    private static void buildAndReport(SourceFile file) {
        Project project = TestProject.smallWith(file);
        List<Diagnostic> found = BuiltSite.of(BUILD, project, TestProject.SETTINGS.withUnpublished())
                .diagnostics();
        Map<String, SourceFile> files =
                project.content().stream().collect(Collectors.toMap(SourceFile::path, each -> each));
        ReportFormat.text(files, false).render(found);
        var fingerprints = new Fingerprints(found, files);
        found.forEach(fingerprints::of);
    }

    @Test
    void reportsATooLongParagraphWithoutParsingIt() {
        assertEquals(List.of(ENTRY + ":14:1 too-long"), places(FRONT_MATTER + "*[a](b)* ".repeat(2_000)));
        assertEquals(List.of(ENTRY + ":16:1 too-long"), places(FRONT_MATTER + "Text.\n\n" + "a\n".repeat(9_000)));
    }

    @Test
    void acceptsAListLongerThanAParagraph() {
        assertEquals(List.of(), places(FRONT_MATTER + "- The bus takes people home.\n".repeat(1_000)));
    }

    @Test
    void reportsAtMostFiftyMistakesOfAFile() {
        List<String> found = places("---\n" + grown(9_000, i -> "a" + i + ": @b\nb" + i + ": c\n") + "---\n\nText.\n");
        assertEquals(50, found.size());
        assertTrue(found.stream().allMatch(each -> each.endsWith("invalid-yaml")));
    }

    @Test
    void reportsTooManyAccentsOnOneLetter() {
        assertEquals(
                List.of(ENTRY + ":14:32 control-character"), places(FRONT_MATTER + "a" + "\u0301".repeat(31) + "\n"));
    }

    /** A surrogate pair split at the end of the parser's buffer. */
    @Test
    void readsASurrogatePairAtAnyOffset() {
        for (int length = 1_018; length < 1_030; length++) {
            String comment = "#" + "a".repeat(length) + "\uD83D\uDE00\n";
            assertEquals(List.of(), places(FRONT_MATTER.replaceFirst("---\n", "---\n" + comment) + "Text.\n"));
        }
    }

    @Test
    void reportsWhereListsAreNestedTooDeeply() {
        assertEquals(
                1,
                places("---\nservices: " + "[".repeat(100_000) + "\n---\n\nText.\n")
                        .size());
        assertEquals(
                1, places("---\n" + "- ".repeat(100_000) + "\n---\n\nText.\n").size());
    }

    private static List<String> places(String text) {
        return BuiltSite.of(TestProject.smallWith(SourceFile.of(ENTRY, text)), TestProject.SETTINGS)
                .diagnostics()
                .stream()
                .map(found -> found.span() + " " + found.code())
                .toList();
    }

    private static String grown(int length, IntFunction<String> piece) {
        var text = new StringBuilder();
        for (int i = 0; text.length() < length; i++) {
            text.append(piece.apply(i));
        }
        return text.toString();
    }

    /** A printable name for any string. */
    private static String named(String sign) {
        String name = sign.length() > 20 ? sign.substring(0, 20) + "…" : sign;
        return name.chars()
                .mapToObj(c -> c > ' ' && c < 0x7F ? String.valueOf((char) c) : String.format("U+%04X", c))
                .collect(Collectors.joining());
    }
}
