package org.waymark.directory;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.waymark.schema.Entry;

/** The orders in which readers see entries. They depend on nothing but the content, on any machine. */
public final class DisplayOrder {
    /** From A to Z, without regard to case and accents; equal names by id. */
    public static final Comparator<Entry> BY_LABEL =
            Comparator.comparing((Entry entry) -> fold(entry.label())).thenComparing(Entry::id);

    private DisplayOrder() {}

    /** Entries from A to Z. For many of them sooner done than by the comparator, which folds two labels each time. */
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

    /** By an entry's own order, lowest first; entries without one come last, from A to Z. */
    public static <E extends Entry> Comparator<E> byOrder(Function<E, Optional<Integer>> order) {
        return Comparator.comparing((E entry) -> order.apply(entry).orElse(Integer.MAX_VALUE))
                .thenComparing(BY_LABEL);
    }

    /** Two names from A to Z, as {@link #BY_LABEL} compares them. */
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
