package org.waymark.directory;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.waymark.schema.Alphabet;

/**
 * The orders in which readers see entries. They depend only on the content and on the alphabet of its language.
 *
 * @param alphabet that of the language of the site
 */
public record DisplayOrder(Alphabet alphabet) {
    /** From A to Z, ignoring case and accents; equal labels by id. */
    public Comparator<Entry> byLabel() {
        return Comparator.comparing((Entry entry) -> alphabet.key(entry.label()))
                .thenComparing(Entry::id);
    }

    /** Entries from A to Z. Faster than the comparator for many entries, since it looks at each label once. */
    public List<Entry> fromAToZ(Collection<Entry> entries) {
        record Keyed(String key, Entry entry) {}
        return entries.stream()
                .map(entry -> new Keyed(alphabet.key(entry.label()), entry))
                .sorted(Comparator.comparing(Keyed::key)
                        .thenComparing(keyed -> keyed.entry().id()))
                .map(Keyed::entry)
                .toList();
    }

    /** Compares two labels like {@link #byLabel}. */
    public int compare(String label, String other) {
        return alphabet.key(label).compareTo(alphabet.key(other));
    }

    /**
     * Compares two keys. Numbers at the same position are compared by value: {@code section 9} comes before
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
}
