package org.waymark.plan;

import java.util.Locale;
import org.waymark.diagnostic.Count;
import org.waymark.schema.Noun;

/** Numbers and counts as written in British English. */
final class NumberText {
    private NumberText() {}

    /** {@code 190,000} */
    static String number(int number) {
        return Count.digits(number);
    }

    /** {@code 1 case study}, {@code 3 case studies}, {@code no case studies} */
    static String count(int count, String one, String many) {
        return Count.of(count, one, many);
    }

    static String count(int count, Noun noun) {
        return count(count, noun.one(), noun.many());
    }

    /** With a capital first letter. */
    static String capitalised(String text) {
        int end = text.isEmpty() ? 0 : text.offsetByCodePoints(0, 1);
        return text.substring(0, end).toUpperCase(Locale.ROOT) + text.substring(end);
    }
}
