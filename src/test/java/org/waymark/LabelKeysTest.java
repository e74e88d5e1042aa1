package org.waymark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.waymark.content.SiteLabels;
import org.waymark.schema.LabelPlaceholders;

/** Each label is used, and every label that templates, scripts and Java use exists. */
class LabelKeysTest {
    private static final Pattern IN_TEMPLATES = Pattern.compile("label\\(\"([^\"]*)\"");
    private static final Pattern IN_SCRIPTS = Pattern.compile("labels\\.(?:text|parts)\\(([^,)]*)");
    private static final Pattern QUOTED = Pattern.compile("\"([a-z-]+)\"");

    private static final Set<String> KEYS =
            SiteLabels.shipped("services-with-examples").keySet();

    @Test
    void templatesUseLabelsThatAreThere() throws IOException {
        var missing = new TreeSet<String>();
        for (String text : texts("templates", ".ftlh")) {
            Matcher use = IN_TEMPLATES.matcher(text);
            while (use.find()) {
                if (!KEYS.contains(use.group(1))) {
                    missing.add(use.group(1));
                }
            }
        }
        assertEquals(Set.of(), missing);
    }

    @Test
    void scriptsUseLabelsThatAreThere() throws IOException {
        var missing = new TreeSet<String>();
        for (String text : texts("templates/assets", ".js")) {
            Matcher use = IN_SCRIPTS.matcher(text);
            while (use.find()) {
                Matcher key = QUOTED.matcher(use.group(1));
                while (key.find()) {
                    if (!KEYS.contains(key.group(1)) && !key.group(1).startsWith("-")) {
                        missing.add(key.group(1));
                    }
                }
            }
        }
        assertEquals(Set.of(), missing);
    }

    @Test
    void everyPlaceIsExplained() {
        var unexplained = new TreeSet<String>();
        // Labels for the templates of one shape explain themselves.
        SiteLabels.shipped("base").values().stream()
                .flatMap(label -> label.sentences().stream())
                .flatMap(sentence -> sentence.places().stream())
                .map(Object::toString)
                .filter(place -> LabelPlaceholders.meaning(place).startsWith("what the page puts in"))
                .forEach(unexplained::add);
        assertEquals(Set.of(), unexplained);
    }

    @Test
    void everyLabelIsUsed() throws IOException {
        var unused = new TreeSet<>(KEYS);
        Stream.concat(texts("templates", ".ftlh").stream(), texts("src/main/java/org/waymark", ".java").stream())
                .forEach(text -> {
                    Matcher quoted = QUOTED.matcher(text);
                    while (quoted.find()) {
                        unused.remove(quoted.group(1));
                    }
                });
        assertEquals(Set.of(), unused);
    }

    private static List<String> texts(String folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            var texts = new ArrayList<String>();
            for (Path file :
                    files.filter(path -> path.toString().endsWith(ending)).toList()) {
                texts.add(Files.readString(file));
            }
            return texts;
        }
    }
}
