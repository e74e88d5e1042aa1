package org.waymark.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A number in a text, however it is written: {@code 3,600} and {@code 3600}, {@code £1.2m} and {@code 1.2 million pounds},
 * {@code two} and {@code 2}.
 *
 * @param number without trailing zeros
 */
record Amount(BigDecimal number) {
    private static final Pattern NUMBER = Pattern.compile(
            "(?<![\\p{L}\\d])(\\d{1,3}(?:[,\\u00A0\\u2009\\u202F ]\\d{3}){1,9}(?!\\d)|\\d+)([.·]\\d+)?"
                    + "(?:[\\s-]*(thousand|million|billion|trillion|k|m|mn|bn)(?!\\p{L}))?",
            Pattern.CASE_INSENSITIVE);
    private static final Map<String, Integer> ZEROS =
            Map.of("k", 3, "thousand", 3, "m", 6, "mn", 6, "million", 6, "bn", 9, "billion", 9, "trillion", 12);
    private static final List<String> WORDS = List.of(
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
            "twenty");
    /** Looks for the first letters of the words first, which is faster. */
    private static final Pattern WORD = Pattern.compile(
            "(?=[efnostz])\\b(?<word>" + String.join("|", WORDS) + ")\\b(?:\\s+(?<unit>thousand|million|billion))?",
            Pattern.CASE_INSENSITIVE);

    Amount {
        number = number.stripTrailingZeros();
    }

    /** The numbers that are written in digits. */
    static List<Amount> inDigits(String text) {
        var amounts = new ArrayList<Amount>();
        Numbers.find(NUMBER, text, number -> amounts.add(ofDigits(number)));
        return amounts;
    }

    /** The numbers up to twenty that are written as words. */
    static List<Amount> inWords(String text) {
        var amounts = new ArrayList<Amount>();
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            int value = WORDS.indexOf(word.group("word").toLowerCase(Locale.ROOT));
            amounts.add(new Amount(times(BigDecimal.valueOf(value), word.group("unit"))));
        }
        return amounts;
    }

    private static Amount ofDigits(MatchResult number) {
        String digits = withoutSeparators(number.group(1));
        String decimals = number.group(2) == null ? "" : number.group(2).replace('·', '.');
        return new Amount(times(new BigDecimal(digits + decimals), number.group(3)));
    }

    private static String withoutSeparators(String number) {
        return number.length() < "1,000".length() ? number : number.replaceAll("\\D", "");
    }

    private static BigDecimal times(BigDecimal value, @Nullable String unit) {
        return unit == null ? value : value.scaleByPowerOfTen(ZEROS.getOrDefault(unit.toLowerCase(Locale.ROOT), 0));
    }
}
