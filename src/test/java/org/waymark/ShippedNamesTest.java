package org.waymark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.waymark.content.ProjectShape;
import org.waymark.schema.Citation;
import org.waymark.schema.CommonFields;
import org.waymark.schema.Eligibility;
import org.waymark.schema.Field;
import org.waymark.schema.FieldType;
import org.waymark.schema.Figure;
import org.waymark.schema.Group;
import org.waymark.schema.Kind;
import org.waymark.schema.PostalAddress;
import org.waymark.schema.ServiceArea;
import org.waymark.schema.Shape;
import org.waymark.source.SourceFile;

/**
 * The engine knows no kind, field or vocabulary of a shape that Waymark ships: their names occur only in the files of the shape,
 * in its templates and in the explanations, whose examples are entries of it.
 */
class ShippedNamesTest {
    private static final Path MAIN = Path.of("src/main/java/org/waymark");

    private static final List<String> ENGINE =
            List.of("schema", "directory", "content", "check", "plan", "search", "render", "tool", "cli");

    private static final List<String> SHAPES = List.of("catalogue", "local-services", "services-with-examples");

    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|//[^\\n]*");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"");

    /** Groups whose parts the engine names itself. */
    private static final List<FieldType<?>> FIXED = List.of(
            Citation.TYPE, Eligibility.TYPE, Figure.TYPE, PostalAddress.BRITISH, PostalAddress.OTHER, ServiceArea.TYPE);

    /**
     * Names that are also plain English. They count only if they are a whole string, and not where listed here with a
     * reason.
     */
    private static final Map<String, String> ALSO_WORDS = new TreeMap<>(Map.ofEntries(
            Map.entry("accessibility", "a type of field, and its vocabulary"),
            Map.entry("added", "a role, and a sort of change"),
            Map.entry("address", "a type of field, and a property of schema.org"),
            Map.entry("also", "a doubled word of texts"),
            Map.entry("area", "what a map draws of a choice"),
            Map.entry("category", "a property of schema.org"),
            Map.entry("changed", "a kind of change, a role and an event of the preview"),
            Map.entry("code", "a part of reports"),
            Map.entry("cost", "another word for a type of field"),
            Map.entry("definition", "a role"),
            Map.entry("email", "a part of settings and of schema.org"),
            Map.entry("ended", "a role"),
            Map.entry("expansion", "a role"),
            Map.entry("hours", "a unit of time, and what the view of opening hours is called"),
            Map.entry("item", "a part of structured data"),
            Map.entry("items", "what a list has"),
            Map.entry("kind", "a part of reports"),
            Map.entry("languages", "a type of field, and its vocabulary"),
            Map.entry("licence", "a setting"),
            Map.entry("name", "a part of settings, sources, feeds, manifests and schema.org"),
            Map.entry("order", "a role"),
            Map.entry("ordinary-word", "a role"),
            Map.entry("page", "what is counted, and what templates see"),
            Map.entry("pages", "what is counted, and a part of reports"),
            Map.entry("period", "a type of field, and a label of how one is shown"),
            Map.entry("phone", "a type of field"),
            Map.entry("place", "an example of the name of a field"),
            Map.entry("places", "a part of reports"),
            Map.entry("position", "a type of field"),
            Map.entry("published", "a part of sources, feeds and reports"),
            Map.entry("sources", "the heading of a list for editors"),
            Map.entry("status", "a part of reports"),
            Map.entry("summary", "a role, and a part of settings, feeds and reports"),
            Map.entry("tag", "a part of HTML and of Git"),
            Map.entry("term", "what an anchor of a list is called"),
            Map.entry("title", "a part of settings, sources, feeds, schemas and reports"),
            Map.entry("type", "the type of a field, and a part of many formats"),
            Map.entry("website", "a word that says nothing as the text of a link")));

    @Test
    void theEngineKnowsNoNameOfAShippedShape() throws IOException {
        Set<String> distinctive = names();
        distinctive.removeAll(ALSO_WORDS.keySet());
        assertTrue(distinctive.containsAll(Set.of("case-study", "organisation", "regions", "ods-code", "pcns")));
        Pattern whole = Pattern.compile(distinctive.stream().map(Pattern::quote).collect(Collectors.joining("|")));
        Pattern inPath = Pattern.compile("(?:content|kinds|vocabularies|page)/(?:"
                + names().stream().map(Pattern::quote).collect(Collectors.joining("|")) + ")\\b");
        var found = new TreeSet<String>();
        for (Path file : sources()) {
            Matcher literals =
                    LITERAL.matcher(COMMENT.matcher(Files.readString(file)).replaceAll(""));
            while (literals.find()) {
                String text = literals.group(1);
                if (whole.matcher(text).matches() || inPath.matcher(text).find() || isCompound(text)) {
                    found.add(MAIN.relativize(file) + ": " + text);
                }
            }
        }
        // Columns and tables of the specification of Open Referral.
        Pattern ofOpenReferral = Pattern.compile(
                "(?:plan|schema|tool.data).(?:Service\\w+|OpenReferral)\\.java: (?:accessibility|alert|languages|services?|status)");
        found.removeIf(each -> ofOpenReferral.matcher(each).matches());
        String folder = "plan" + MAIN.getFileSystem().getSeparator();
        assertEquals(Set.of(folder + "Pages.java: page/glossary", folder + "PageTemplates.java: page/glossary"), found);
    }

    /** Pairs of words that no text of the engine contains by chance. */
    private static boolean isCompound(String text) {
        return Stream.of("case stud", "case-stud", "federation", "glossary term", "glossary-term", "ods-code", "pcn")
                .anyMatch(text.toLowerCase(Locale.ROOT)::contains);
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(MAIN)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file ->
                            ENGINE.contains(MAIN.relativize(file).getName(0).toString()))
                    .sorted()
                    .toList();
        }
    }

    private static Set<String> names() {
        var names = new TreeSet<String>();
        for (String name : SHAPES) {
            Shape shape = ProjectShape.readable(TestProject.smallWith(SourceFile.of(
                    "content/site.yaml",
                    TestProject.small().content().stream()
                                    .filter(file -> file.path().equals("content/site.yaml"))
                                    .findFirst()
                                    .orElseThrow()
                                    .text()
                            + "shape: " + name + "\n")));
            assertEquals(name, shape.name());
            for (Kind kind : shape.kinds()) {
                names.add(kind.name());
                names.add(kind.plural());
                kind.fields().stream()
                        .filter(field -> !CommonFields.isCommon(field))
                        .forEach(field -> add(field, names));
            }
            names.addAll(shape.vocabularies().keySet());
        }
        return names;
    }

    private static void add(Field<?> field, Set<String> names) {
        names.add(field.name());
        // Figures and citations are types of Waymark, with their own parts.
        if (field.itemType() instanceof Group<?> group && !FIXED.contains(group)) {
            group.fields().forEach(part -> names.add(part.name()));
        }
    }
}
