package org.waymark.plan;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.Locale;
import org.waymark.schema.Alphabet;
import org.waymark.schema.Labels;

/**
 * The letters under which names are listed: those of the alphabet, then one for all digits and one for everything
 * else.
 */
final class Letters {
    private final Labels labels;
    private final Alphabet alphabet;

    Letters(Labels labels, Alphabet alphabet) {
        this.labels = labels;
        this.alphabet = alphabet;
    }

    /**
     * A letter.
     *
     * @param name as a heading
     * @param id for addresses and anchors
     * @param rank its position among the letters; digits come after all of them
     */
    record Letter(String name, String id, int rank) {
        private static final int DIGITS = Integer.MAX_VALUE - 1;

        /** For lists that are sorted as plain text. */
        static final Comparator<Letter> DIGITS_FIRST =
                Comparator.comparingInt(letter -> letter.rank == DIGITS ? -1 : letter.rank);
    }

    /** The sort key of a name: its letters, digits and spaces, without an article. */
    String key(String name) {
        return alphabet.key(alphabet.withoutIgnored(plain(name)));
    }

    /** The first letter of a name, even if it is that of an article. A letter outside the alphabet has its own heading. */
    Letter first(String name) {
        String plain = plain(name);
        Letter known = of(alphabet.key(plain));
        int c = plain.isEmpty() ? 0 : plain.codePointAt(0);
        if (known.rank() < Integer.MAX_VALUE || !Character.isAlphabetic(c) || Character.isIdeographic(c)) {
            return known;
        }
        String letter = Character.toString(Character.toUpperCase(c));
        // Some letters, such as the dotless i, share a capital with another one.
        Letter capital = of(alphabet.key(plain(letter)));
        if (capital.rank() < Integer.MAX_VALUE) {
            return capital;
        }
        return new Letter(letter, id(letter), alphabet.letters().size() + c);
    }

    private String plain(String name) {
        var letters = new StringBuilder(name.length());
        Normalizer.normalize(name, Normalizer.Form.NFC)
                .toLowerCase(Locale.forLanguageTag(labels.language()))
                .codePoints()
                .filter(c ->
                        Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK || c == ' ')
                .forEach(letters::appendCodePoint);
        return letters.toString().strip();
    }

    /** The letter of a name, by its key. */
    Letter of(String key) {
        return alphabet.letter(key)
                .map(letter -> new Letter(letter, id(letter), alphabet.letters().indexOf(letter)))
                .orElseGet(() -> !key.isEmpty() && Character.isDigit(key.codePointAt(0))
                        ? new Letter(labels.text("digits"), "0-9", Letter.DIGITS)
                        : new Letter(labels.text("other-letters"), "other", Integer.MAX_VALUE));
    }

    /** Addresses contain only English letters. */
    private static String id(String letter) {
        String lower = letter.toLowerCase(Locale.ROOT);
        return lower.matches("[a-z]+")
                ? lower
                : "u"
                        + lower.codePoints()
                                .mapToObj(Integer::toHexString)
                                .reduce((a, b) -> a + "-" + b)
                                .orElse("");
    }
}
