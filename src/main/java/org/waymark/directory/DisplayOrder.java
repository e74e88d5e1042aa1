package org.waymark.directory;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The orders in which readers see entries. They depend only on the content. */
public final class DisplayOrder {
    /** From A to Z, ignoring case and accents; equal labels by id. */
    public static final Comparator<Entry> BY_LABEL =
            Comparator.comparing((Entry entry) -> fold(entry.label())).thenComparing(Entry::id);

    private DisplayOrder() {}

    /** Entries from A to Z. Faster than the comparator for many entries, since it folds each label once. */
    public static List<Entry> fromAToZ(Collection<Entry> entries) {
        record Folded(String label, Entry entry) {}
        return entries.stream()
                .map(entry -> new Folded(fold(entry.label()), entry))
                .sorted(Comparator.comparing(Folded::label)
                        .thenComparing(folded -> folded.entry().id()))
                .map(Folded::entry)
                .toList();
    }

    /** Compares two labels like {@link #BY_LABEL}. */
    public static int compare(String label, String other) {
        return fold(label).compareTo(fold(other));
    }

    /**
     * Compares two folded texts. A number in both, at the same place, counts by its size: {@code section 9} comes before
     * {@code section 10}.
     */
    static int compareWithNumbers(String text, String other) {
        int i = 0;
        int j = 0;
        while (i < text.length() && j < other.length()) {
            int end = endOfNumber(text, i);
            int otherEnd = endOfNumber(other, j);
            int difference = end > i && otherEnd > j
                    ? compareNumbers(text.substring(i, end), other.substring(j, otherEnd))
                    : Character.compare(text.charAt(i), other.charAt(j));
            if (difference != 0) {
                return difference;
            }
            i = Math.max(end, i + 1);
            j = Math.max(otherEnd, j + 1);
        }
        return Integer.compare(text.length() - i, other.length() - j);
    }

    private static int endOfNumber(String text, int start) {
        int end = start;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end;
    }

    /** Compares two numbers of any length. */
    private static int compareNumbers(String digits, String other) {
        String number = digits.replaceFirst("^0+", "");
        String otherNumber = other.replaceFirst("^0+", "");
        return number.length() == otherNumber.length()
                ? number.compareTo(otherNumber)
                : Integer.compare(number.length(), otherNumber.length());
    }

    static String fold(String label) {
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
