package org.waymark.diagnostic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Suggests the intended name. */
class DidYouMeanTest {
    @ParameterizedTest
    @CsvSource({
        "extended-acess,extended-access",
        "Extended_Access,extended-access",
        "extneded-acecss,extended-access", // two swaps
        "xtended-accesss,extended-access",
        "abcdef,abdcfe",
        "abc,abd",
        "ab,ba",
        "a,b",
    })
    void suggestsSimilarNames(String typed, String known) {
        assertEquals(Optional.of(known), DidYouMean.nearest(typed, List.of("something-else", known)));
    }

    @ParameterizedTest
    @CsvSource({"abc,xyz", "abcdef,fedcba", "extended-access,care-homes", "a,abc", "'',abc"})
    void suggestsNoDissimilarNames(String typed, String known) {
        assertEquals(Optional.empty(), DidYouMean.nearest(typed, List.of(known)));
    }

    /** Skipping names that cannot be near does not change the result. */
    @Test
    void findsTheSameAsComparingEveryPair() {
        var random = new Random(7);
        for (int i = 0; i < 5_000; i++) {
            String typed = word(random);
            var known = new ArrayList<String>();
            for (int j = random.nextInt(6); j >= 0; j--) {
                known.add(word(random));
            }
            assertEquals(nearest(typed, known), DidYouMean.nearest(typed, known), typed + " in " + known);
        }
    }

    private static Optional<String> nearest(String typed, List<String> known) {
        int allowed = Math.max(1, typed.length() / 3);
        return known.stream()
                .filter(each -> distance(typed, each) <= allowed)
                .min((a, b) -> distance(typed, a) == distance(typed, b)
                        ? a.compareTo(b)
                        : Integer.compare(distance(typed, a), distance(typed, b)));
    }

    private static String word(Random random) {
        var word = new StringBuilder();
        for (int i = random.nextInt(12); i > 0; i--) {
            word.append("abc1".charAt(random.nextInt(4)));
        }
        return word.toString();
    }

    private static int distance(String a, String b) {
        var table = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    table[i][j] = i + j;
                    continue;
                }
                int change = table[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                table[i][j] = Math.min(change, Math.min(table[i - 1][j], table[i][j - 1]) + 1);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    table[i][j] = Math.min(table[i][j], table[i - 2][j - 2] + 1);
                }
            }
        }
        return table[a.length()][b.length()];
    }
}
