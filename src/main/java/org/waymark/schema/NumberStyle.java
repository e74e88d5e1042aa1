package org.waymark.schema;

import java.util.Optional;

/**
 * How a language writes whole numbers: its digits, and what separates groups of them. Known from two examples, {@code 1234} and
 * {@code 1234567} as the language writes them.
 *
 * @param zero its digit zero; the others follow it
 * @param separator between groups; may be empty
 * @param last how many digits the last group has
 * @param others how many digits each group before it has
 * @param shortest the fewest digits of a number that is grouped
 */
public record NumberStyle(int zero, String separator, int last, int others, int shortest) {
    /** The labels that hold the examples. */
    public static final String THOUSANDS = "thousands";

    public static final String MILLIONS = "millions";

    /** The style of two examples; empty if they are not these numbers. */
    public static Optional<NumberStyle> of(String thousands, String millions) {
        int[] digits = millions.codePoints().filter(Character::isDigit).toArray();
        int[] few = thousands.codePoints().filter(Character::isDigit).toArray();
        if (digits.length != 7 || few.length != 4) {
            return Optional.empty();
        }
        int zero = digits[0] - 1;
        for (int i = 0; i < digits.length; i++) {
            if (digits[i] != zero + i + 1
                    || Character.digit(digits[i], 10) != i + 1
                    || (i < 4 && few[i] != digits[i])) {
                return Optional.empty();
            }
        }
        String[] groups = millions.split("(?<=\\p{Nd})(?=\\P{Nd})|(?<=\\P{Nd})(?=\\p{Nd})", -1);
        if (groups.length == 1) {
            return thousands.codePointCount(0, thousands.length()) == 4
                    ? Optional.of(new NumberStyle(zero, "", 3, 3, Integer.MAX_VALUE))
                    : Optional.empty();
        }
        String separator = groups[1];
        int last = count(groups[groups.length - 1]);
        int others = groups.length > 3 ? count(groups[groups.length - 3]) : last;
        int shortest = thousands.codePointCount(0, thousands.length()) == 4 ? 5 : 4;
        var style = new NumberStyle(zero, separator, last, others, shortest);
        return Optional.of(style)
                .filter(made -> made.write(1_234_567).equals(millions)
                        && made.write(1_234).equals(thousands));
    }

    private static int count(String digits) {
        return digits.codePointCount(0, digits.length());
    }

    /** Digits after a point, in the digits of the language. */
    public String digits(String plain) {
        var text = new StringBuilder(plain.length());
        plain.chars().forEach(digit -> text.appendCodePoint(zero + digit - '0'));
        return text.toString();
    }

    /** A number that is not negative. */
    public String write(long number) {
        String plain = Long.toString(number);
        boolean isGrouped = plain.length() >= shortest && !separator.isEmpty();
        if (!isGrouped && zero == '0') {
            return plain;
        }
        var text = new StringBuilder(plain.length() + 4);
        for (int i = 0; i < plain.length(); i++) {
            int left = plain.length() - i;
            boolean isBorder = left == last || (left > last && (left - last) % others == 0);
            if (isGrouped && i > 0 && isBorder) {
                text.append(separator);
            }
            text.appendCodePoint(zero + plain.charAt(i) - '0');
        }
        return text.toString();
    }
}
