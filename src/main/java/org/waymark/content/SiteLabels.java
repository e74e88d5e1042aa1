package org.waymark.content;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.waymark.diagnostic.Outcome;
import org.waymark.schema.Label;
import org.waymark.schema.LabelFile;
import org.waymark.schema.Labels;
import org.waymark.schema.LanguageTag;
import org.waymark.schema.Shape;
import org.waymark.source.SourceFile;
import org.waymark.source.Value;
import org.waymark.source.Value.Mapping;

/**
 * The labels of a site: the project's own override those that come with Waymark. A language takes what it lacks from the one
 * that contains it ({@code de-AT} from {@code de}), and each variety of English ultimately from {@code en-GB}.
 */
public final class SiteLabels {
    private static final Map<String, Map<String, Label>> SHIPPED = new ConcurrentHashMap<>();

    private SiteLabels() {}

    /** The labels that come with Waymark for sites of a shape, by key. They are read once. */
    public static Map<String, Label> shipped(String shape) {
        return SHIPPED.computeIfAbsent(shape, SiteLabels::read);
    }

    /** @throws IllegalStateException if a packed file is faulty, which a test rules out */
    private static Map<String, Label> read(String shape) {
        var labels = new LinkedHashMap<String, Label>();
        for (SourceFile file : Shapes.labels(shape)) {
            Outcome<Value> value = ContentReader.readYaml(file);
            if (!(value.value().orElse(null) instanceof Mapping mapping)) {
                throw new IllegalStateException("labels are not YAML: " + value.diagnostics());
            }
            Outcome<Map<String, Label>> decoded = LabelFile.decode(LabelFile.COMPLETE, mapping, Map.of());
            if (!decoded.diagnostics().isEmpty()) {
                throw new IllegalStateException("labels have faults: " + decoded.diagnostics());
            }
            labels.putAll(decoded.value().orElseThrow());
        }
        return Collections.unmodifiableMap(labels);
    }

    /** The labels of a site. Those that its language lacks, which is an error, are in English. */
    public static Labels of(Shape shape, String language) {
        var labels = new HashMap<>(shipped(shape.name()));
        shape.labelsIn(language).forEach(labels::putAll);
        return new Labels(language, labels);
    }

    /** The initial content of a label file in a language: every label in English, as a comment. */
    public static String initialText(String shape, String language) {
        Map<String, Label> known = shipped(shape);
        return Shapes.labels(shape).stream()
                .map(file -> LabelFile.initialText(language, file.text(), known))
                .collect(Collectors.joining("\n"));
    }

    /** The keys of labels that a language lacks, in alphabetical order. */
    public static List<String> missing(Shape shape, String language) {
        if (LanguageTag.isEnglish(language)) {
            return List.of();
        }
        var missing = new TreeSet<>(shipped(shape.name()).keySet());
        shape.labelsIn(language).forEach(labels -> missing.removeAll(labels.keySet()));
        return List.copyOf(missing);
    }
}
