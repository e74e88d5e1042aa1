package org.waymark.model;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.waymark.schema.Entry;

/** The orders in which readers see entries. They depend on nothing but the content, on any machine. */
public final class DisplayOrder {
    /** From A to Z, without regard to case and accents; equal names by id. */
    public static final Comparator<Entry> BY_LABEL =
            Comparator.comparing((Entry entry) -> fold(entry.label())).thenComparing(Entry::id);

    /** Newest first, then from A to Z. */
    public static final Comparator<CaseStudy> NEWEST_FIRST =
            Comparator.comparing(CaseStudy::published).reversed().thenComparing(BY_LABEL);

    private DisplayOrder() {}

    /** By an entry's own order, lowest first; entries without one come last, from A to Z. */
    public static <E extends Entry> Comparator<E> byOrder(Function<E, Optional<Integer>> order) {
        return Comparator.comparing((E entry) -> order.apply(entry).orElse(Integer.MAX_VALUE))
                .thenComparing(BY_LABEL);
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
