package org.waymark.tool.changes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.waymark.directory.Document;
import org.waymark.schema.EntryName;

/** The lines of an entry, for telling how alike two are. */
final class TextSimilarity {
    /** From how much of the longer text in common on two entries are the same, more than the half that Git asks for. */
    static final double SAME = 0.6;

    /** More pairs than this are not looked at: whoever moves so much knows it. */
    private static final int MOST_PAIRS = 250_000;

    private final Map<String, Integer> lines = new HashMap<>();
    private final int length;
    private final String label;
    private final boolean hasText;

    private TextSimilarity(String text, String label, boolean hasText) {
        text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .forEach(line -> lines.merge(line, 1, Integer::sum));
        this.length = length(lines);
        this.label = label.toLowerCase(Locale.ROOT);
        this.hasText = hasText;
    }

    /** Takes the most alike of those that are gone and those that are new for the same, as Git does with files. */
    static Map<EntryName, EntryName> pairs(Map<EntryName, Document> removed, Map<EntryName, Document> added) {
        if ((long) removed.size() * added.size() > MOST_PAIRS) {
            return Map.of();
        }
        var old = new LinkedHashMap<EntryName, TextSimilarity>();
        removed.forEach((name, document) -> old.put(name, of(document)));
        var alike = new ArrayList<Pair>();
        added.forEach((now, document) -> {
            TextSimilarity text = of(document);
            old.forEach((was, oldText) -> {
                double likeness = text.to(oldText);
                if (likeness >= SAME) {
                    alike.add(new Pair(was, now, likeness));
                }
            });
        });
        alike.sort(Comparator.comparingDouble(Pair::likeness).reversed()); // stable, so that of equals the first wins
        var pairs = new LinkedHashMap<EntryName, EntryName>();
        for (Pair pair : alike) {
            if (!pairs.containsValue(pair.now())) {
                pairs.putIfAbsent(pair.was(), pair.now());
            }
        }
        return pairs;
    }

    private record Pair(EntryName was, EntryName now, double likeness) {}

    private static TextSimilarity of(Document document) {
        boolean hasFile = document.kind().place().isFolder();
        return new TextSimilarity(
                hasFile ? document.file().text() : document.label(),
                document.label(),
                document.body().isPresent());
    }

    /** From 0, nothing in common, to 1. Entries without a text are all alike in form, so their names must be equal. */
    private double to(TextSimilarity other) {
        if (!hasText && !label.equals(other.label)) {
            return 0;
        }
        Map<String, Integer> common = new HashMap<>();
        lines.forEach((line, count) -> {
            int both = Math.min(count, other.lines.getOrDefault(line, 0));
            if (both > 0) {
                common.put(line, both);
            }
        });
        return (double) length(common) / Math.max(1, Math.max(length, other.length));
    }

    private static int length(Map<String, Integer> lines) {
        return lines.entrySet().stream()
                .mapToInt(line -> line.getKey().length() * line.getValue())
                .sum();
    }
}
