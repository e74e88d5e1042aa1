package org.waymark.schema;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Converts letters for use in addresses, from a to z. Accents are dropped, as in most languages without them; a letter that is
 * more than an accented one becomes the one or two letters that its language substitutes for it.
 */
final class LatinLetters {
    private static final String SPECIAL =
            "\u00DF\u00E6\u0153\u00F8\u0142\u0111\u00F0\u00FE\u0131\u0127\u014B\u0138\u017F";
    private static final String[] WRITTEN = {"ss", "ae", "oe", "o", "l", "d", "d", "th", "i", "h", "ng", "k", "s"};

    /** Cyrillic and Greek small letters, and the Latin ones of the same shape. */
    private static final String OTHER_ALPHABETS =
            "\u0430\u0435\u043E\u0440\u0441\u0445\u0443\u0456\u0455\u0458\u0501\u04BB\u051B\u051D\u03B1\u03BF\u03BD\u03C1\u03B9\u03BA\u03C5\u043A\u043C\u0442\u0432\u043D";

    private static final String LATIN = "aeopcxyisjdhqwaovpikukmtbh";

    private LatinLetters() {}

    /** A text in lower case and without accents; other characters are unchanged. */
    static String of(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        var letters = new StringBuilder(plain.length());
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (Character.getType(c) == Character.NON_SPACING_MARK || Character.getType(c) == Character.FORMAT) {
                continue;
            }
            int special = c < 0x7F ? -1 : SPECIAL.indexOf(c);
            int other = c < 0x7F ? -1 : OTHER_ALPHABETS.indexOf(c);
            if (special >= 0) {
                letters.append(WRITTEN[special]);
            } else {
                letters.append(other >= 0 ? LATIN.charAt(other) : c);
            }
        }
        return letters.toString();
    }

    /** Whether a text has letters of another alphabet that look like Latin ones. */
    static boolean hasLookalikes(String text) {
        return text.chars().map(Character::toLowerCase).anyMatch(c -> c >= 0x7F && OTHER_ALPHABETS.indexOf(c) >= 0);
    }
}
