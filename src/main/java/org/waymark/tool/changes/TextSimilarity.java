package org.waymark.tool.changes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.waymark.directory.Entry;
import org.waymark.schema.EntryName;

/** The lines of an entry, for measuring similarity. */
final class TextSimilarity {
    /** The minimum similarity of two entries that count as the same, higher than Git's default of a half. */
    static final double SAME = 0.6;

    /** The maximum number of pairs to compare: whoever moves that many entries knows it. */
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

    /** Matches removed and added entries by similarity, most similar first, as Git does with files. */
    static Map<EntryName, EntryName> pairs(Map<EntryName, Entry> removed, Map<EntryName, Entry> added) {
        if ((long) removed.size() * added.size() > MOST_PAIRS) {
            return Map.of();
        }
        var old = new LinkedHashMap<EntryName, TextSimilarity>();
        removed.forEach((name, entry) -> old.put(name, of(entry)));
        var alike = new ArrayList<Pair>();
        added.forEach((now, entry) -> {
            TextSimilarity text = of(entry);
            old.forEach((was, oldText) -> {
                double similarity = text.to(oldText);
                if (similarity >= SAME) {
                    alike.add(new Pair(was, now, similarity));
                }
            });
        });
        alike.sort(Comparator.comparingDouble(Pair::similarity).reversed()); // stable, so ties go to the first
        var pairs = new LinkedHashMap<EntryName, EntryName>();
        for (Pair pair : alike) {
            if (!pairs.containsValue(pair.now())) {
                pairs.putIfAbsent(pair.was(), pair.now());
            }
        }
        return pairs;
    }

    private record Pair(EntryName was, EntryName now, double similarity) {}

    private static TextSimilarity of(Entry entry) {
        boolean hasFile = entry.kind().place().isFolder();
        return new TextSimilarity(
                hasFile ? entry.file().text() : entry.label(),
                entry.label(),
                entry.body().isPresent());
    }

    /** The similarity, from 0 to 1. Entries without a text all look the same, so their names must be equal. */
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
