package org.waymark.diagnostic;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import org.waymark.source.Span;

/** Suggests the known name that was probably meant. */
public final class DidYouMean {
    private static final int LETTERS = 32;
    /** Longer names are not compared: they are rarely mistyped, and the cost is quadratic. */
    private static final int LONGEST = 200;

    private DidYouMean() {}

    /** The nearest known name, allowing about one wrong letter in three, case-insensitive. */
    public static Optional<String> nearest(String typed, Collection<String> known) {
        if (typed.length() > LONGEST) {
            return Optional.empty();
        }
        String wanted = fold(typed);
        int allowed = Math.max(1, wanted.length() / 3);
        String best = null;
        int least = allowed + 1;
        for (String candidate : known) {
            String folded = fold(candidate);
            int distance = distance(wanted, folded, least);
            if (distance < least || (distance == least && best != null && candidate.compareTo(best) < 0)) {
                best = candidate;
                least = distance;
            }
        }
        return Optional.ofNullable(best);
    }

    /**
     * A known name that was probably meant.
     *
     * @param isCertain whether it is the only plausible match: much nearer than any other, with few wrong letters and
     *     no wrong digit
     */
    public record Suggestion(String name, boolean isCertain) {
        /** A "did you mean" question for a finding's help. */
        public String question() {
            return "did you mean `" + name + "`?";
        }

        /** A fix, if the file contains the typed text exactly. */
        public Optional<Fix> fix(Optional<Span> where) {
            return where.map(span -> Fix.change(span, name, isCertain));
        }
    }

    /** The nearest known name, if it is near enough, and whether it is certain. */
    public static Optional<Suggestion> suggest(String typed, Collection<String> known) {
        return nearest(typed, known).map(name -> new Suggestion(name, isBeyondDoubt(typed, name, known)));
    }

    private static boolean isBeyondDoubt(String typed, String name, Collection<String> known) {
        String wanted = fold(typed);
        int least = distance(wanted, fold(name), Math.max(wanted.length(), name.length()));
        boolean isSlip = least * 5 <= wanted.length() || (least == 1 && wanted.length() >= 4);
        return isSlip
                && digits(wanted).equals(digits(fold(name)))
                && known.stream()
                        .filter(other -> !other.equals(name))
                        .allMatch(other -> isFartherThan(least + 1, wanted, fold(other)));
    }

    private static boolean isFartherThan(int distance, String wanted, String other) {
        return distance(wanted, other, distance) > distance;
    }

    /** Different digits mean something different: a second hub, a later year. */
    private static String digits(String name) {
        return name.replaceAll("\\D+", " ").strip();
    }

    /** A "did you mean" question with the nearest known name in backticks. */
    public static Optional<String> question(String typed, Collection<String> known) {
        return nearest(typed, known).map(name -> "did you mean `" + name + "`?");
    }

    private static String fold(String name) {
        return name.strip().toLowerCase(Locale.ROOT).replace('_', '-').replace(' ', '-');
    }

    /**
     * The edit distance: insertions, deletions, substitutions and swaps of adjacent letters (optimal string
     * alignment). Any distance above the limit is returned as some number above it. Only cells that can be within the
     * limit are computed, since a project with many broken links compares millions of pairs.
     */
    private static int distance(String a, String b, int limit) {
        int beyond = limit + 1;
        if (Math.abs(a.length() - b.length()) > limit || lettersApart(a, b) > limit) {
            return beyond;
        }
        int[] beforeLast = filled(b.length(), beyond);
        int[] last = filled(b.length(), beyond);
        int[] row = filled(b.length(), beyond);
        for (int j = 0; j <= Math.min(b.length(), limit); j++) {
            last[j] = j;
        }
        int leastBefore = 0;
        for (int i = 1; i <= a.length(); i++) {
            int from = Math.max(1, i - limit);
            int to = Math.min(b.length(), i + limit);
            row[from - 1] = from == 1 ? Math.min(i, beyond) : beyond;
            int least = row[from - 1];
            for (int j = from; j <= to; j++) {
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                int cell = Math.min(Math.min(row[j - 1] + 1, last[j] + 1), last[j - 1] + change);
                boolean swapped =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                if (swapped) {
                    cell = Math.min(cell, beforeLast[j - 2] + 1);
                }
                row[j] = Math.min(cell, beyond);
                least = Math.min(least, row[j]);
            }
            if (least > limit && leastBefore >= limit) { // a swap builds on the row before last
                return beyond;
            }
            leastBefore = least;
            int[] spare = beforeLast;
            beforeLast = last;
            last = row;
            row = spare;
        }
        return last[b.length()];
    }

    /** A lower bound of the distance: how many letters one has more of than the other, in any order. */
    private static int lettersApart(String a, String b) {
        int[] surplus = new int[LETTERS]; // letters may share a slot, which only lowers the bound
        for (int i = 0; i < a.length(); i++) {
            surplus[a.charAt(i) % LETTERS]++;
        }
        for (int i = 0; i < b.length(); i++) {
            surplus[b.charAt(i) % LETTERS]--;
        }
        int more = 0;
        int fewer = 0;
        for (int each : surplus) {
            more += Math.max(each, 0);
            fewer += Math.max(-each, 0);
        }
        return Math.max(more, fewer);
    }

    private static int[] filled(int length, int number) {
        int[] row = new int[length + 1];
        Arrays.fill(row, number);
        return row;
    }
}
