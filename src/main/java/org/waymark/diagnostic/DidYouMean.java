package org.waymark.diagnostic;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import org.waymark.source.Span;

/** Finds the known name that someone probably meant. */
public final class DidYouMean {
    private DidYouMean() {}

    /** The nearest known name, if one is near: about one slip in three letters, letter case apart. */
    public static Optional<String> nearest(String typed, Collection<String> known) {
        String wanted = fold(typed);
        int allowed = Math.max(1, wanted.length() / 3);
        String best = null;
        int least = allowed + 1;
        for (String candidate : known) {
            String folded = fold(candidate);
            if (Math.abs(folded.length() - wanted.length()) > least) {
                continue;
            }
            int distance = distance(wanted, folded);
            if (distance < least || (distance == least && best != null && candidate.compareTo(best) < 0)) {
                best = candidate;
                least = distance;
            }
        }
        return Optional.ofNullable(best);
    }

    /**
     * A known name that someone probably meant.
     *
     * @param isCertain whether nobody can have meant another: it is much nearer than all others, few letters are wrong, and no
     *     digit is
     */
    public record Suggestion(String name, boolean isCertain) {
        /** For the help of a finding. */
        public String question() {
            return "did you mean `" + name + "`?";
        }

        /** The cure, where what was typed stands at a place letter by letter. */
        public Optional<Fix> fix(Optional<Span> place) {
            return place.map(span -> Fix.change(span, name, isCertain));
        }
    }

    /** The nearest known name, if one is near, and whether it is beyond doubt. */
    public static Optional<Suggestion> suggest(String typed, Collection<String> known) {
        return nearest(typed, known).map(name -> new Suggestion(name, isBeyondDoubt(typed, name, known)));
    }

    private static boolean isBeyondDoubt(String typed, String name, Collection<String> known) {
        String wanted = fold(typed);
        int least = distance(wanted, fold(name));
        boolean isSlip = least * 5 <= wanted.length() || (least == 1 && wanted.length() >= 4);
        return isSlip
                && digits(wanted).equals(digits(fold(name)))
                && known.stream()
                        .filter(other -> !other.equals(name))
                        .allMatch(other -> isFartherThan(least + 1, wanted, fold(other)));
    }

    private static boolean isFartherThan(int distance, String wanted, String other) {
        return Math.abs(other.length() - wanted.length()) > distance || distance(wanted, other) > distance;
    }

    /** One digit for another is another thing: a second hub, a later year. */
    private static String digits(String name) {
        return name.replaceAll("\\D+", " ").strip();
    }

    /** A question that names the nearest known name in backticks. */
    public static Optional<String> question(String typed, Collection<String> known) {
        return nearest(typed, known).map(name -> "did you mean `" + name + "`?");
    }

    private static String fold(String name) {
        return name.strip().toLowerCase(Locale.ROOT).replace('_', '-').replace(' ', '-');
    }

    /** Letters to add, drop, change or swap with their neighbour (optimal string alignment). */
    private static int distance(String a, String b) {
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(row[j - 1] + 1, last[j] + 1), last[j - 1] + change);
                boolean swapped =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                if (swapped) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
            }
            int[] spare = beforeLast;
            beforeLast = last;
            last = row;
            row = spare;
        }
        return last[b.length()];
    }
}
