package org.waymark.directory;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.waymark.schema.Entry;

/** The orders in which readers see entries. They depend only on the content. */
public final class DisplayOrder {
    /** From A to Z, ignoring case and accents; equal labels by id. */
    public static final Comparator<Entry> BY_LABEL =
            Comparator.comparing((Entry entry) -> fold(entry.label())).thenComparing(Entry::id);

    private DisplayOrder() {}

    /** Entries from A to Z. Faster than the comparator for many entries, since it folds each label once. */
    public static <E extends Entry> List<E> fromAToZ(Collection<E> entries) {
        record Folded<E extends Entry>(String label, E entry) {}
        return entries.stream()
                .map(entry -> new Folded<>(fold(entry.label()), entry))
                .sorted(Comparator.comparing((Folded<E> folded) -> folded.label())
                        .thenComparing(folded -> folded.entry().id()))
                .map(Folded::entry)
                .toList();
    }

    /** Newest first, then from A to Z. */
    static List<CaseStudy> newestFirst(Collection<CaseStudy> studies) {
        // The sort is stable.
        return fromAToZ(studies).stream()
                .sorted(Comparator.comparing(CaseStudy::published).reversed())
                .toList();
    }

    /** By the entry's own order, lowest first; entries without one last, from A to Z. */
    public static <E extends Entry> Comparator<E> byOrder(Function<E, Optional<Integer>> order) {
        return Comparator.comparing((E entry) -> order.apply(entry).orElse(Integer.MAX_VALUE))
                .thenComparing(BY_LABEL);
    }

    /** Compares two labels like {@link #BY_LABEL}. */
    public static int compare(String label, String other) {
        return fold(label).compareTo(fold(other));
    }

    private static String fold(String label) {
        for (int i = 0; i < label.length(); i++) {
            if (label.charAt(i) >= 0x80) {
                return Normalizer.normalize(label, Normalizer.Form.NFD)
                        .replaceAll("\\p{Mn}", "")
                        .toLowerCase(Locale.ROOT);
            }
        }
        return label.toLowerCase(Locale.ROOT);
    }
}
