package org.waymark.schema;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Selects the plural form of a label for a number in a language (Unicode Technical Standard 35, part 3, section 5:
 * language plural
 * rules). Only whole numbers occur here, so the data in {@code plurals.txt} omit the rules for fractions. The
 * library that has all rules is thirteen times as large as this program.
 */
public final class PluralRules {
    /** The form of every number that matches no other. */
    public static final String OTHER = "other";

    /** In any language, a form for zero. */
    public static final String ZERO = "zero";

    /** All forms, in the order of the standard. */
    public static final List<String> FORMS = List.of(ZERO, "one", "two", "few", "many", OTHER);

    /** Larger numbers need a form of their own in some languages, but no directory has a million of anything. */
    private static final int[] LARGE = {1_000, 10_000, 100_000};

    private final Map<String, IntPredicate> rules;

    private PluralRules(Map<String, IntPredicate> rules) {
        this.rules = rules;
    }

    /** The rules of a language; for an unknown one, a single form for all numbers. */
    public static PluralRules of(String language) {
        try (var lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(PluralRules.class.getResourceAsStream("plurals.txt")),
                StandardCharsets.UTF_8))) {
            Map<String, String> found = new LinkedHashMap<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int bar = line.indexOf('|');
                if (bar > 0) {
                    for (String each : line.substring(0, bar).strip().split(" ", -1)) {
                        found.put(each, line.substring(bar + 1).strip());
                    }
                }
            }
            for (String tag : LanguageTag.fallbacks(language)) {
                String known = found.get(tag);
                if (known != null) {
                    return new PluralRules(parse(known));
                }
            }
            return new PluralRules(Map.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The form for a number of things. */
    public String form(int count) {
        for (Map.Entry<String, IntPredicate> rule : rules.entrySet()) {
            if (rule.getValue().test(count)) {
                return rule.getKey();
            }
        }
        return OTHER;
    }

    /** The forms that numbers in a directory can need, in the order of the standard. */
    public List<String> needed() {
        Set<String> found = new LinkedHashSet<>();
        IntStream.concat(IntStream.rangeClosed(0, 200), IntStream.of(LARGE)).forEach(count -> found.add(form(count)));
        found.add(OTHER);
        return FORMS.stream().filter(found::contains).toList();
    }

    /** Rules such as {@code one: n = 1; few: n % 10 = 2..4 and n % 100 != 12..14}. */
    private static Map<String, IntPredicate> parse(String written) {
        Map<String, IntPredicate> rules = new LinkedHashMap<>();
        for (String rule : written.isEmpty() ? new String[0] : written.split("; ", -1)) {
            int colon = rule.indexOf(": ");
            IntPredicate any = count -> false;
            for (String all : rule.substring(colon + 2).split(" or ", -1)) {
                IntPredicate every = count -> true;
                for (String relation : all.split(" and ", -1)) {
                    every = every.and(relation(relation));
                }
                any = any.or(every);
            }
            rules.put(rule.substring(0, colon), any);
        }
        return rules;
    }

    /** A relation such as {@code n % 10 = 3..4,9}. */
    private static IntPredicate relation(String written) {
        int equals = written.indexOf('=');
        boolean isNegative = written.charAt(equals - 1) == '!';
        int percent = written.indexOf('%');
        int modulus = percent < 0
                ? Integer.MAX_VALUE
                : Integer.parseInt(written.substring(percent + 1, isNegative ? equals - 1 : equals)
                        .strip());
        var ranges = new ArrayList<int[]>();
        for (String range : written.substring(equals + 1).strip().split(",", -1)) {
            int dots = range.indexOf("..");
            int first = Integer.parseInt(dots < 0 ? range : range.substring(0, dots));
            ranges.add(new int[] {first, dots < 0 ? first : Integer.parseInt(range.substring(dots + 2))});
        }
        return count -> {
            int n = count % modulus;
            return ranges.stream().anyMatch(range -> n >= range[0] && n <= range[1]) != isNegative;
        };
    }
}
