package org.waymark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.waymark.content.SiteLabels;
import org.waymark.render.OutputFile;
import org.waymark.schema.Label;
import org.waymark.source.Project;
import org.waymark.source.ProjectReader;
import org.waymark.source.SourceFile;

/**
 * Sites in Welsh, each of whose labels is the English one in brackets. So whatever readers see outside brackets is from
 * the content, or else hard-coded in a template, a script or Java.
 */
class TranslatedSiteTest {
    private static final Settings SETTINGS = new Settings(LocalDate.of(2025, 6, 1), Optional.empty(), true);
    private static final Map<String, BuiltSite> SITES = new HashMap<>();
    private static final String OPEN = "\u27e6";
    private static final String CLOSE = "\u27e7";

    /** Attributes that readers see or hear, and those that scripts read words from. */
    private static final Pattern ATTRIBUTE = Pattern.compile(
            " (aria-label|title|alt|placeholder|content|label|data-(?!root|scripts|folder|list|page|facet|id|name|labels)[a-z-]+)=\"([^\"]*)\"");

    private static final Pattern LABELS = Pattern.compile(" data-labels=\"([^\"]*)\"");
    private static final Pattern META = Pattern.compile(
            "<meta (?:charset|http-equiv|name=\"(?:viewport|robots|theme-color|twitter:card)\"|property=\"og:(?:type|url|image)\")[^>]*>");
    private static final Pattern JSON_STRING = Pattern.compile("\"[^\"\\\\]*(?:\\\\.[^\"\\\\]*)*\"");
    private static final Pattern STRUCTURED_DATA =
            Pattern.compile("(?s)<script type=\"application/ld\\+json\">(.*?)</script>");
    private static final Pattern SCRIPT_STRING = Pattern.compile("\"(?:[^\"\\\\\\n]|\\\\.)*\"|`[^`]*`");

    /** What comes between values in more than one label. */
    private static final Pattern BETWEEN = Pattern.compile(" \u00b7 |, |: | \\((?=\\d)");

    private static Project translated(String name, SourceFile... more) {
        Project project = ProjectReader.read(TestProject.resource("/" + name));
        String shape = name.equals("golden") ? "services-with-examples" : "none";
        List<SourceFile> files = new ArrayList<>(List.of(more));
        files.add(SourceFile.of("content/shape/labels/cy.yaml", labels(shape)));
        project.content().stream()
                .filter(file -> file.path().equals("content/site.yaml"))
                .forEach(site ->
                        files.add(SourceFile.of(site.path(), site.text().replace("language: en-GB", "language: cy"))));
        return TestProject.with(project, files, List.of());
    }

    private static BuiltSite site(String name) {
        return SITES.computeIfAbsent(name, each -> BuiltSite.of(translated(each), SETTINGS));
    }

    /** All labels in brackets, in each form that Welsh has. */
    static String labels(String shape) {
        var text = new StringBuilder();
        SiteLabels.shipped(shape)
                .forEach((key, label) -> text.append('"')
                        .append(key)
                        .append("\": ")
                        .append(written(key, label))
                        .append('\n'));
        return text.toString();
    }

    private static String written(String key, Label label) {
        if (label instanceof Label.Items items) {
            boolean isData = key.equals("alphabet") || key.equals("ignored-first-words");
            return items.items().stream()
                    .map(item -> isData ? quoted(item) : bracketed(item))
                    .collect(Collectors.joining(", ", "[", "]"));
        } else if (label instanceof Label.Counted counted) {
            return Stream.of("zero", "one", "two", "few", "many", "other")
                    .map(form -> form + ": "
                            + bracketed(String.valueOf(counted.forms()
                                    .getOrDefault(form, counted.forms().get("other")))))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        return Set.of("thousands", "millions").contains(key) ? quoted(label.toString()) : bracketed(label.toString());
    }

    private static String bracketed(String text) {
        return quoted(OPEN + text + CLOSE);
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\\\"") + '"';
    }

    @ParameterizedTest
    @ValueSource(strings = {"golden", "foreign"})
    void saysNothingInEnglish(String name) {
        Project project = translated(name);
        BuiltSite site = site(name);
        assertEquals(0, site.errors(), () -> site.diagnostics().toString());
        assertEquals("", String.join("\n", strays(site.files(), known(project, site))));
    }

    @Test
    void findsAWordInATemplate() {
        Project project = translated(
                "golden",
                SourceFile.of(
                        "templates/part/actions.ftlh",
                        "<#macro list actions><p title=\"Odd\">Stray ${label(\"search\")}</p></#macro>"));
        BuiltSite site = BuiltSite.of(project, SETTINGS);
        List<OutputFile> pages = site.files().stream()
                .filter(file -> file.path().startsWith("about/"))
                .toList();
        List<String> strays = strays(pages, known(project, site));
        assertTrue(strays.contains("about/index.html: Stray"), strays::toString);
        assertTrue(strays.contains("about/index.html: Odd"), strays::toString);
    }

    @Test
    void scriptsHaveNoWords() {
        List<OutputFile> files = site("golden").files();
        for (OutputFile file : files) {
            if (file.path().startsWith("assets/") && file.path().endsWith(".js")) {
                String script = text(file)
                        .replaceAll("(?m)^\\s*//.*$|/\\*.*?\\*/|// [^\"\\n]*$", "")
                        // The words that searches leave out are compared, never shown.
                        .replaceAll("(?s)new Set\\(\\(?\".*?split\\(\" \"\\)\\)", "");
                Matcher string = SCRIPT_STRING.matcher(script);
                while (string.find()) {
                    String said = string.group().substring(1, string.group().length() - 1);
                    boolean isWords = said.matches(".*\\p{L}{2,} \\p{L}{2,}.*|\\p{Lu}\\p{Ll}+.*|.*\\p{L}+: ");
                    assertFalse(
                            isWords
                                    && !Set.of("use strict", "State", "Escape", "Enter", "ArrowUp", "ArrowDown")
                                            .contains(said),
                            file.path() + ": " + said);
                }
            }
        }
    }

    /** What readers see of a site that is neither a label nor from its content. */
    private static List<String> strays(List<OutputFile> files, Known known) {
        var strays = new TreeSet<String>();
        var asked = new HashMap<String, Boolean>();
        BiConsumer<String, String> add = (path, said) -> {
            if (!asked.computeIfAbsent(said, known::isKnown)) {
                strays.add(path + ": " + said);
            }
        };
        for (OutputFile file : files) {
            String path = file.path();
            if (path.endsWith(".html")) {
                page(text(file)).forEach(said -> add.accept(path, said));
            } else if (path.endsWith(".xml") && !path.equals("sitemap.xml")) {
                outside(text(file).replaceAll("<\\?[^>]*>|<(?:id|uri|published|updated)>[^<]*<", "<"))
                        .forEach(said -> add.accept(path, said));
            } else if (path.endsWith(".js") && !path.startsWith("assets/") && !path.matches("search/.*/x\\d+\\.js")) {
                strings(text(file)).forEach(said -> add.accept(path, said));
            }
        }
        return List.copyOf(strays);
    }

    private static Stream<String> page(String html) {
        var found = new ArrayList<String>();
        Matcher structured = STRUCTURED_DATA.matcher(html);
        if (structured.find()) {
            strings(structured.group(1)).forEach(found::add);
        }
        // The names of columns of data are the same in all languages.
        String plain = META.matcher(html.replaceAll("(?s)<script.*?</script>|<th scope=\"row\"><code>[^<]*</code>", ""))
                .replaceAll("");
        Matcher labels = LABELS.matcher(plain);
        while (labels.find()) {
            outside(unescaped(labels.group(1)).replaceAll("\"[a-z-]+\":|\"number\":\\[[^\\]]*\\]", ""))
                    .filter(said -> said.matches(".*\\p{L}{2,}.*") && !said.matches("[\\[\\],\"^{}\\s]*"))
                    .forEach(found::add);
        }
        Matcher attribute = ATTRIBUTE.matcher(plain);
        while (attribute.find()) {
            outside(attribute.group(2)).forEach(found::add);
        }
        outside(plain).forEach(found::add);
        return found.stream();
    }

    private static List<String> strings(String json) {
        var found = new ArrayList<String>();
        Matcher string =
                JSON_STRING.matcher(json.replaceAll("\"@?[A-Za-z_-]+\":|\"required name=search_term_string\"", "")
                        .replaceAll("\"(?:https?://|/|mailto:)[^\"]*\"|\"[A-Z][A-Za-z]+\"(?=[,}])", ""));
        while (string.find()) {
            outside(string.group()
                            .substring(1, string.group().length() - 1)
                            .replace("\\\"", "\"")
                            .replace("\\u0026", "&"))
                    .forEach(found::add);
        }
        return found;
    }

    /** The texts of a page that are not within brackets. A label with a link in it continues after the link. */
    private static Stream<String> outside(String html) {
        var texts = new ArrayList<String>();
        var text = new StringBuilder();
        int depth = 0;
        for (int i = 0; i < html.length(); i++) {
            char c = html.charAt(i);
            if (c == '<') {
                texts.add(text.toString());
                text.setLength(0);
                i = Math.max(i, html.indexOf('>', i));
            } else if (c == OPEN.charAt(0)) {
                texts.add(text.toString());
                text.setLength(0);
                depth++;
            } else if (c == CLOSE.charAt(0)) {
                depth--;
            } else if (depth == 0) {
                text.append(c);
            }
        }
        texts.add(text.toString());
        assertEquals(0, depth, html);
        return texts.stream()
                .flatMap(each -> BETWEEN.splitAsStream(unescaped(each)))
                .map(String::strip)
                .filter(each -> each.codePoints().anyMatch(Character::isLetter));
    }

    private static String unescaped(String text) {
        return text.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }

    private static String text(OutputFile file) {
        return new String(((OutputFile.Made) file).bytes(), StandardCharsets.UTF_8);
    }

    private static Known known(Project project, BuiltSite site) {
        var texts = new ArrayList<String>();
        project.content().stream()
                .filter(file -> !file.path().contains("/labels/"))
                .forEach(file -> texts.add(file.text()));
        project.others().forEach(texts::add);
        if (project.content().stream().noneMatch(file -> file.path().startsWith("content/shape/kinds"))) {
            for (String file : List.of("base", "services-with-examples")) {
                texts.addAll(shapeFiles(file));
            }
        }
        // Lines of a kind file can contain the name of the kind.
        site.directory()
                .kinds()
                .forReaders()
                .forEach(kind -> List.copyOf(texts).stream()
                        .filter(text -> text.matches("(?s).*\\{(?:[Mm]any|one|a)\\}.*"))
                        .forEach(text -> texts.add(
                                text.replaceAll("\\{[Mm]any\\}", kind.noun().many())
                                        .replace("{one}", kind.noun().one())
                                        .replace("{a}", kind.noun().a()))));
        // Field names are used if a field has no label.
        site.directory().kinds().forReaders().stream()
                .flatMap(kind -> kind.fields().stream())
                .forEach(field -> texts.add(field.display().label()));
        site.directory()
                .kinds()
                .shape()
                .vocabularies()
                .values()
                .forEach(vocabulary -> vocabulary
                        .options()
                        .forEach(option -> vocabulary
                                .aboutEach()
                                .ifPresent(about -> texts.add(about.replace("{label}", option.label())))));
        // The names that scripts compare, if the values of a filter are entries of several kinds.
        site.directory()
                .entries()
                .forEach(entry ->
                        entry.formerIds().forEach(id -> texts.add(entry.kind().name() + "-" + id)));
        return new Known(
                texts.stream().map(Known::words).collect(Collectors.joining(" | ", " ", " ")),
                texts.stream()
                        .flatMap(text -> Stream.of(text.split("[:,{}\\[\\]\n\"#|]")))
                        .map(Known::words)
                        .collect(Collectors.toSet()),
                english());
    }

    /** The English words of labels. */
    private static Set<String> english() {
        return SiteLabels.shipped("services-with-examples").values().stream()
                .flatMap(label -> label instanceof Label.Items items
                        ? items.items().stream()
                        : label.sentences().stream()
                                .flatMap(sentence ->
                                        Stream.concat(Stream.of(sentence.toString()), sentence.texts().stream())))
                .map(Known::words)
                .filter(words -> words.length() > 3)
                .collect(Collectors.toSet());
    }

    private static List<String> shapeFiles(String shape) {
        try (Stream<Path> files = Files.walk(Path.of("src/main/resources/org/waymark/shapes", shape))) {
            var texts = new ArrayList<String>();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!file.toString().contains("labels")) {
                    texts.add(Files.readString(file));
                }
            }
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What the content and the shape say, in lower case and without punctuation.
     *
     * @param words all, in order
     * @param values those that stand alone, such as titles
     * @param english those of labels
     */
    private record Known(String words, Set<String> values, Set<String> english) {
        static String words(String text) {
            return text.replaceAll("[^\\p{L}\\p{Nd}]+", " ").strip().toLowerCase(Locale.ROOT);
        }

        /** A text that is also a label only counts as content if it is a whole value there, not part of a sentence. */
        boolean isKnown(String said) {
            String plain = words(said);
            // Letters of the alphabet, patterns that a script fills in, and what only scripts read: addresses, numbers
            // in
            // letters, stems.
            boolean isNoWord =
                    said.matches("\\p{Lu}|~[a-z]+~|index|[0-9a-f]{10}|[a-z-]+/(?:[a-z-]+/)?|[A-Z]{3}|(?s).*[$!|].*");
            return isNoWord || values.contains(plain) || !english.contains(plain) && words.contains(" " + plain + " ");
        }
    }
}
