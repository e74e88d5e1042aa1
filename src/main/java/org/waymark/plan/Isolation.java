package org.waymark.plan;

import org.waymark.schema.Labels;
import org.waymark.schema.LanguageTag;
import org.waymark.source.Invisible;

/**
 * Values that are side by side on one line. One that is written in the other direction would turn its neighbours and the
 * separators between them round too (Unicode Standard Annex 9), so it is isolated.
 */
final class Isolation {
    private static final char FIRST_STRONG = '\u2068';
    private static final char END = '\u2069';

    private Isolation() {}

    /** A value as it can stand beside others: isolated if some of it runs against the direction of the site. */
    static String of(String value, Labels labels) {
        boolean isTurned = LanguageTag.isRightToLeft(labels.language())
                ? value.codePoints()
                        .anyMatch(c -> Character.getDirectionality(c) == Character.DIRECTIONALITY_LEFT_TO_RIGHT)
                : Invisible.hasRightToLeft(value);
        return isTurned ? FIRST_STRONG + value + END : value;
    }
}
