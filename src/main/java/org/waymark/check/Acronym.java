package org.waymark.check;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What is known of abbreviations in capitals. */
final class Acronym {
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** After these an abbreviation is introduced as a name. */
    private static final Set<String> NAMING = Set.of("abbreviated", "called", "named", "short");

    private Acronym() {}

    /** Whether a word consists of two capitals or more, but for the ending of a plural or possessive, and of no digits. */
    static boolean isAt(WordedPassage passage, int word) {
        String text = passage.text();
        int start = passage.start(word);
        boolean beginsSo = passage.end(word) - start > 1
                && Character.isUpperCase(text.charAt(start))
                && !Character.isLowerCase(text.charAt(start + 1));
        if (!beginsSo) {
            return false;
        }
        String letters = singular(passage.word(word));
        return letters.length() > 1
                && letters.chars().allMatch(c -> Character.isUpperCase(c) || c == '&' || c == '-' || c == '/')
                && letters.chars().filter(Character::isUpperCase).count() > 1;
    }

    /** Without the ending of a plural or possessive. */
    static String singular(String word) {
        String plain = word.replace('’', '\'');
        if (plain.endsWith("'s")) {
            plain = plain.substring(0, plain.length() - 2);
        }
        boolean isPlural =
                plain.length() > 2 && plain.endsWith("s") && Character.isUpperCase(plain.charAt(plain.length() - 2));
        return isPlural ? plain.substring(0, plain.length() - 1) : plain;
    }

    /** Whether a word beside it is in capitals too and no abbreviation, so that it is shouted or a heading. */
    static boolean isShouted(WordedPassage passage, int word) {
        return isLongCapitals(passage, word - 1) || isLongCapitals(passage, word + 1);
    }

    private static boolean isLongCapitals(WordedPassage passage, int word) {
        if (word < 0 || word >= passage.count()) {
            return false;
        }
        String text = passage.word(word);
        return text.length() > 3 && text.chars().allMatch(Character::isUpperCase);
    }

    /**
     * Whether the words for it are beside it, one of the two in brackets: {@code primary care network (PCN)} or
     * {@code PCN (primary care network)}; or whether it is introduced as a name: {@code also called PML}.
     */
    static boolean isSpelledOut(WordedPassage passage, int word, String acronym) {
        String text = passage.text();
        int start = passage.start(word);
        int end = passage.end(word);
        boolean isInBrackets = start > 0 && text.charAt(start - 1) == '(';
        if (isInBrackets) {
            return hasInitials(text.substring(0, start - 1), acronym, true);
        }
        if (word > 0 && NAMING.contains(passage.word(word - 1).toLowerCase(Locale.ROOT))) {
            return true;
        }
        int open = end;
        while (open < text.length() && text.charAt(open) == ' ') {
            open++;
        }
        int close = text.indexOf(')', open);
        return open < text.length()
                && text.charAt(open) == '('
                && close > 0
                && hasInitials(text.substring(open + 1, close), acronym, false);
    }

    /**
     * Whether the letters of an abbreviation are in words in their order, the first of them at the beginning of a word.
     *
     * @param atEnd whether the words are the last of the text; otherwise they are the first
     */
    private static boolean hasInitials(String text, String acronym, boolean atEnd) {
        List<String> all = NO_WORD.splitAsStream(text.toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty())
                .toList();
        String letters = NO_WORD.matcher(acronym.toLowerCase(Locale.ROOT)).replaceAll("");
        int most = Math.min(all.size(), letters.length() * 2 + 2);
        for (int count = 1; count <= most; count++) {
            int from = atEnd ? all.size() - count : 0;
            String words = String.join(" ", all.subList(from, from + count));
            if (words.charAt(0) == letters.charAt(0) && isSubsequence(letters, words)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSubsequence(String letters, CharSequence words) {
        int next = 0;
        for (int i = 0; i < words.length() && next < letters.length(); i++) {
            next += words.charAt(i) == letters.charAt(next) ? 1 : 0;
        }
        return next == letters.length();
    }
}
