package org.waymark.search;

/**
 * Removes the common endings of English words: plural, {@code -ing}, {@code -ed} and final {@code -e}. Deliberately
 * light: words of different meaning stay distinct, and stems are prefixes of their words wherever possible, so that
 * search-as-you-type finds them. {@code -ize} and {@code -ise} are the same.
 */
final class Stemmer {
    private Stemmer() {}

    /** The stem of a folded word. Words with non-English letters are unchanged. */
    static String stem(String word) {
        if (word.length() < 3 || !isEnglish(word)) {
            return word;
        }
        String singular = withoutPlural(word);
        return finish(withoutEnding(singular));
    }

    private static String withoutPlural(String word) {
        int length = word.length();
        if (!word.endsWith("s")) {
            return word;
        }
        if (word.endsWith("ies") && length > 4) {
            return word.substring(0, length - 3) + "y";
        }
        if ((word.endsWith("sis") && length > 5) || (word.endsWith("uses") && length == 5)) {
            return word.substring(0, length - 2);
        }
        if (word.endsWith("sses") || word.endsWith("xes") || word.endsWith("ches") || word.endsWith("shes")) {
            return word.substring(0, length - 2);
        }
        if (word.endsWith("ss") || word.endsWith("us") || word.endsWith("is") || (length == 3 && hasVowel(word, 3))) {
            return word;
        }
        return word.substring(0, length - 1);
    }

    private static String withoutEnding(String word) {
        int length = word.length();
        if (word.endsWith("ied") && length > 4) {
            return word.substring(0, length - 3) + "y";
        }
        if (word.endsWith("eed")) {
            return length > 5 ? word.substring(0, length - 1) : word;
        }
        if (word.endsWith("ing") && length > 5 && hasVowel(word, length - 3)) {
            return restored(word.substring(0, length - 3));
        }
        if (word.endsWith("ed") && length > 4 && hasVowel(word, length - 2)) {
            return restored(word.substring(0, length - 2));
        }
        return word;
    }

    /** Restores a final e: "based" becomes "base", not "bas", but "testing" becomes "test". */
    private static String restored(String base) {
        boolean lostItsE = base.length() == 3
                && !isVowel(base.charAt(0))
                && isVowel(base.charAt(1))
                && !isVowel(base.charAt(2))
                && "wx".indexOf(base.charAt(2)) < 0;
        return lostItsE ? base + "e" : base;
    }

    private static String finish(String word) {
        String stem = word;
        if (stem.length() > 4 && stem.endsWith("e") && !stem.endsWith("ee")) {
            stem = stem.substring(0, stem.length() - 1);
        }
        int last = stem.length() - 1;
        if (last > 2 && stem.charAt(last) == stem.charAt(last - 1) && !isVowel(stem.charAt(last))) {
            stem = stem.substring(0, last);
        }
        if (stem.endsWith("ization")) {
            return stem.substring(0, stem.length() - 6) + "sation";
        }
        if (stem.length() > 4 && (stem.endsWith("iz") || stem.endsWith("yz"))) {
            return stem.substring(0, stem.length() - 1) + "s";
        }
        return stem;
    }

    private static boolean isEnglish(String word) {
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (c < 'a' || c > 'z') {
                return false;
            }
        }
        return true;
    }

    private static boolean hasVowel(String word, int end) {
        for (int i = 0; i < end; i++) {
            if (isVowel(word.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isVowel(char c) {
        return "aeiouy".indexOf(c) >= 0;
    }
}
