package org.waymark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.render.OutputFile;
import org.waymark.source.SourceFile;

/** Hostile addresses, in every field that takes one and in every form of link. */
class HostileAddressTest {
    private static final List<UnaryOperator<String>> LINKS = List.of(
            address -> "[words](" + address + ")",
            address -> "[words](<" + address + ">)",
            address -> "<" + address + ">",
            address -> "![words](" + address + ")",
            address -> "![words](<" + address + ">)",
            address -> "[words][a]\n\n[a]: " + address,
            address -> "[words][a]\n\n[a]: <" + address + ">",
            address -> "[![words](" + address + ")](" + address + ")");

    /** Fields of the small site: the file, and the field's current value. */
    private static final List<List<String>> FIELDS = List.of(
            List.of("content/site.yaml", "https://www.example.org/\n"),
            List.of("content/site.yaml", "https://directory.example.org/\n"),
            List.of("content/site.yaml", "https://www.example.org/report\n"),
            List.of("content/case-studies/evening-hubs.md", "https://www.example.org/about\n"));

    /** Markdown turns two of them, by escapes or line breaks, into exactly what they say. */
    private static final List<String> HONEST = List.of("https://nhs.uk", "https://nhs.uk.evil.invalid/");

    private static final Pattern TARGET = Pattern.compile(" (?:href|src)=\"([^\"]*)\"");

    static Stream<String> addresses() {
        return HostileText.addresses().stream();
    }

    /** Each is either an error or plain text, so no link on the page points elsewhere than its text says. */
    @Test
    void areNotLinkedFromPublishedText() {
        var pages = new TreeMap<String, String>();
        addresses()
                .forEach(address -> LINKS.forEach(link -> pages.put("hostile-" + pages.size(), link.apply(address))));
        errorPaths(build(pages)).forEach(path -> pages.remove(path.replaceAll(".*/|\\.md", "")));
        assertTrue(pages.size() > 20, "some are text");
        pages.put("hostile", "words");
        BuiltSite site = build(pages);
        assertEquals(List.of(), List.copyOf(errorPaths(site)));
        List<String> usual = targets(site, "hostile");
        pages.forEach((page, body) -> assertEquals(usual, targets(site, page), body));
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void areReportedInFields(String address) {
        for (List<String> field : FIELDS) {
            SourceFile usual = TestProject.small().content().stream()
                    .filter(file -> file.path().equals(field.get(0)))
                    .findFirst()
                    .orElseThrow();
            assertTrue(usual.text().contains(field.get(1)), field.toString());
            String text = usual.text().replace(field.get(1), quoted(address) + "\n");
            List<Diagnostic> errors = Build.once()
                    .check(TestProject.smallWith(SourceFile.of(field.get(0), text)), TestProject.SETTINGS)
                    .diagnostics()
                    .stream()
                    .filter(Diagnostic::isError)
                    .toList();
            assertTrue(
                    errors.stream().anyMatch(error -> error.span().path().equals(field.get(0))),
                    field.get(0) + ": " + address + " " + errors);
        }
    }

    private static BuiltSite build(Map<String, String> pages) {
        SourceFile[] files = pages.entrySet().stream()
                .map(page -> SourceFile.of(
                        "content/pages/" + page.getKey() + ".md",
                        "---\ntitle: %s\nsummary: A page.\n---\n\nThis is a text: %s\n"
                                .formatted(page.getKey(), page.getValue())))
                .toArray(SourceFile[]::new);
        return BuiltSite.of(TestProject.smallWith(files), TestProject.SETTINGS);
    }

    private static Set<String> errorPaths(BuiltSite site) {
        return site.diagnostics().stream()
                .filter(Diagnostic::isError)
                .map(error -> error.span().path())
                .collect(Collectors.toSet());
    }

    /** The targets of a page's links. All hostile addresses are mapped to the same text. */
    private static List<String> targets(BuiltSite site, String name) {
        String page = site.files().stream()
                .filter(file -> file.path().equals(name + "/index.html"))
                .map(file -> new String(((OutputFile.Made) file).bytes(), StandardCharsets.UTF_8))
                .findFirst()
                .orElseThrow();
        return TARGET.matcher(page.replaceAll("hostile-\\d+", "hostile"))
                .results()
                .map(target -> target.group(1))
                .filter(target -> !HONEST.contains(target))
                .toList();
    }

    /** Quoted as YAML (1.2, section 7.3.1). */
    private static String quoted(String address) {
        var text = new StringBuilder("\"");
        address.chars().forEach(c -> text.append(String.format("\\u%04x", c)));
        return text.append('"').toString();
    }
}
