package org.waymark.schema;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The whole number that an editor probably meant by text that is more than digits.
 *
 * @param isCertain whether the text adds nothing to the number; {@code about 300} says more than {@code 300}
 */
record NumberGuess(String digits, boolean isCertain) {
    /** No number is longer, and normalising takes time. */
    private static final int LONGEST = 60;

    /** Groups of three digits can be read in one way only. */
    private static final Pattern GROUPED = Pattern.compile("\\+?(\\d{1,3}(?:([,' \u2019])\\d{3})(?:\\2\\d{3})*+)");

    private static final Pattern WITHOUT_FRACTION = Pattern.compile("\\+?(\\d+)(?:[.,]0{1,2})?");
    /** Words or symbols around the only number. */
    private static final Pattern ONLY_NUMBER = Pattern.compile(
            "[^\\d-]*?(\\d{1,3}(?:[., ']\\d{3}){1,9}|\\d+(?:\\.\\d+)?)\\s*(k|m|million|thousand)?(?:[^\\p{L}\\d].*)?");

    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");
    private static final List<String> WORDS = List.of(
            "none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve");

    /**
     * Understands separators, full-width digits, words before and after it, multiples of thousand, and the smallest
     * number words.
     */
    static Optional<NumberGuess> of(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        String plain = SPACE.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
                .replaceAll(" ")
                .strip()
                .toLowerCase(Locale.ROOT);
        Matcher grouped = GROUPED.matcher(plain);
        if (grouped.matches()) {
            return Optional.of(new NumberGuess(grouped.group(1).replaceAll("\\D", ""), true));
        }
        Matcher whole = WITHOUT_FRACTION.matcher(plain);
        if (whole.matches()) {
            return Optional.of(new NumberGuess(whole.group(1), true));
        }
        int word = WORDS.indexOf(plain);
        if (word > 0) {
            return Optional.of(new NumberGuess(String.valueOf(word), true));
        }
        Matcher only = ONLY_NUMBER.matcher(plain);
        return only.matches() && !hasOther(plain, only.end(1))
                ? scaled(only.group(1), only.group(2) == null ? "" : only.group(2))
                : Optional.empty();
    }

    /** Whether there is a second number, as in a range or after a decimal comma. */
    private static boolean hasOther(String text, int from) {
        return text.substring(from).chars().anyMatch(Character::isDigit);
    }

    private static Optional<NumberGuess> scaled(String typed, String scale) {
        boolean isGrouped = typed.matches("\\d{1,3}(?:[., ']\\d{3})++");
        BigDecimal number = new BigDecimal(isGrouped ? typed.replaceAll("\\D", "") : typed);
        int places = scale.isEmpty() ? 0 : scale.startsWith("m") ? 6 : 3;
        BigDecimal whole = number.scaleByPowerOfTen(places).stripTrailingZeros();
        return whole.scale() <= 0 ? Optional.of(new NumberGuess(whole.toPlainString(), false)) : Optional.empty();
    }
}
