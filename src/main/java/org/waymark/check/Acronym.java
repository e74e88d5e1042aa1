package org.waymark.check;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Recognises abbreviations in capitals. */
final class Acronym {
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** Words that introduce an abbreviation as a name. */
    private static final Set<String> NAMING = Set.of("abbreviated", "called", "named", "short");

    /** Words that follow a code word, whatever its letters mean: the EHLO command. */
    private static final Set<String> IN_CODE = Set.of(
            "command",
            "commands",
            "constant",
            "field",
            "flag",
            "function",
            "header",
            "keyword",
            "macro",
            "method",
            "option",
            "options",
            "parameter",
            "statement",
            "tag",
            "variable",
            "verb");

    /** Words whose letters an abbreviation may skip. */
    private static final Set<String> SMALL =
            Set.of("a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with");

    /** Between an abbreviation and its words: {@code PCN – primary care network}, {@code PCN stands for …}. */
    private static final Pattern MEANS =
            Pattern.compile("[ ,:=–—-]{1,4}(?:(?:is|or|the|an?|stands|short|means|for) ){0,4}");

    private static final Pattern OR = Pattern.compile(".*?(?:[ ,;:–—-]|\\b(?:or|the|i\\.e\\.|aka) ){1,6}$");
    private static final Pattern PLACEHOLDER = Pattern.compile("(.)\\1{2,}|(?:CC|DD|HH|MM|SS|YY|[/-])++");

    private static final String ROMAN = "IVX";

    /** Punctuation before or after a word in code or a file name. */
    private static final String CODE_BEFORE = ".$#@\\=%<-+_[{*";

    private static final String CODE_AFTER = "=(_:*>]}";

    /** Follows a part of a formula, as in {@code CO₂}, which programs may write {@code CO~2~}. */
    private static final Pattern LOWERED = Pattern.compile("[\u2080-\u2089]|~[0-9a-z]{1,3}~");

    /** If this many consecutive words begin with the letters of an abbreviation, it is not a coincidence. */
    private static final int ENOUGH = 4;

    private static final int LONGEST_SMALL = 4;
    private static final int SIEVE = 1 << 12;

    /** How far an abbreviation may be from its words, in characters. */
    private static final int NEAR = 200;

    private Acronym() {}

    /** Whether a word is at least two capitals without digits, apart from a plural or possessive ending. */
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

    /** The word without a plural or possessive ending. */
    static String singular(String word) {
        String plain = word.replace('’', '\'');
        if (plain.endsWith("'s")) {
            plain = plain.substring(0, plain.length() - 2);
        }
        boolean isPlural =
                plain.length() > 2 && plain.endsWith("s") && Character.isUpperCase(plain.charAt(plain.length() - 2));
        return isPlural ? plain.substring(0, plain.length() - 1) : plain;
    }

    /** Whether it is a number such as {@code XVI}. */
    static boolean isNumeral(String acronym) {
        return acronym.chars().allMatch(c -> ROMAN.indexOf(c) >= 0);
    }

    /** Whether it is a template for something else: {@code XXX}, or a date format such as {@code DD/MM}. */
    static boolean isPlaceholder(String acronym) {
        return PLACEHOLDER.matcher(acronym).matches();
    }

    /** Whether it is a placeholder in code, a file name, or one of a series: {@code [TAB]}, {@code ISO 9001}. */
    static boolean isIdentifier(WordedPassage passage, int word) {
        String text = passage.text();
        int start = passage.start(word);
        int end = passage.end(word);
        boolean isCode = (start > 0 && CODE_BEFORE.indexOf(text.charAt(start - 1)) >= 0)
                || (end + 1 < text.length()
                        && CODE_AFTER.indexOf(text.charAt(end)) >= 0
                        && !Character.isWhitespace(text.charAt(end + 1)));
        boolean isFormula = LOWERED.matcher(text).region(end, text.length()).lookingAt();
        return isCode
                || isFormula
                || (passage.runsOn(word) && isNumber(text, passage.start(word + 1), passage.end(word + 1)));
    }

    private static boolean isNumber(String text, int start, int end) {
        return end - start > 1 && text.substring(start, end).chars().noneMatch(Character::isLetter);
    }

    /**
     * Whether the run of capitals contains another word that is not an abbreviation, so it is emphasis or a heading.
     */
    static boolean isShouted(WordedPassage passage, int word, Set<String> ordinary) {
        return isShouted(passage, word, ordinary, -1) || isShouted(passage, word, ordinary, 1);
    }

    private static boolean isShouted(WordedPassage passage, int word, Set<String> ordinary, int step) {
        for (int at = word + step; at >= 0 && at < passage.count() && Math.abs(at - word) <= 5; at += step) {
            String text = passage.word(at);
            if (!text.chars().allMatch(c -> Character.isUpperCase(c) || c == '\'' || c == '’')) {
                return false;
            }
            boolean isLongBeside = text.length() > 3 && Math.abs(at - word) == 1;
            if (isLongBeside || text.length() > UnexplainedAcronym.LONGEST || ordinary.contains(text)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether the words for it are beside it: {@code primary care network (PCN)}, {@code PCN (primary care network)},
     * {@code PCN stands for primary care network}, {@code primary care network, or PCN}; or whether it is said to be a name
     * or a code word: {@code also called PML}, {@code the EHLO command}.
     */
    static boolean isSpelledOut(WordedPassage passage, int word, String acronym) {
        String text = passage.text();
        int start = passage.start(word);
        int end = passage.end(word);
        String before = text.substring(Math.max(0, start - NEAR), start);
        String after = text.substring(end, Math.min(text.length(), end + NEAR));
        int open = before.lastIndexOf('(');
        if (open >= 0 && before.indexOf(')', open) < 0 && before.length() - open <= 6) {
            boolean isAlone = after.startsWith(")") || after.startsWith("\")") || after.startsWith("”)");
            return isAlone
                    ? mayStandFor(before.substring(0, open), acronym)
                    : hasInitials(before.substring(0, open), acronym, true);
        }
        if (passage.runsOn(word) && IN_CODE.contains(passage.word(word + 1).toLowerCase(Locale.ROOT))) {
            return true;
        }
        boolean isNamed = word > 0 && NAMING.contains(passage.word(word - 1).toLowerCase(Locale.ROOT));
        if (isNamed || before.endsWith("known as ") || before.endsWith("referred to as ")) {
            return true;
        }
        String following = after.stripLeading();
        int close = following.indexOf(')');
        if (following.startsWith("(") && close > 0) {
            return hasInitials(following.substring(1, close), acronym, false);
        }
        var means = MEANS.matcher(after);
        return (means.lookingAt() && hasWordInitials(after.substring(means.end()), acronym, false))
                || (OR.matcher(before).matches()
                        && hasWordInitials(before.replaceFirst("\\bor\\W*$", ""), acronym, true));
    }

    /**
     * Whether words before an abbreviation in brackets may be its expansion, even if letters match only by sound:
     * XSS.
     */
    private static boolean mayStandFor(String before, String acronym) {
        List<String> words = words(before);
        int most = acronym.length() * 2 + 2;
        char first = Character.toLowerCase(acronym.charAt(0));
        return words.subList(Math.max(0, words.size() - most), words.size()).stream()
                .anyMatch(word -> word.charAt(0) == first
                        || (first == 'x' && (word.startsWith("ex") || word.startsWith("cross"))));
    }

    /**
     * Whether words contain the letters of an abbreviation in order, and the first letter begins a word.
     *
     * @param atEnd whether the words are the last of the text; otherwise they are the first
     */
    private static boolean hasInitials(String text, String acronym, boolean atEnd) {
        List<String> all = words(text);
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

    /** Whether the first or last words of a text begin with the letters of an abbreviation, ignoring small words. */
    private static boolean hasWordInitials(String text, String acronym, boolean atEnd) {
        List<String> all = words(text);
        int letter = atEnd ? acronym.length() - 1 : 0;
        int step = atEnd ? -1 : 1;
        for (int at = atEnd ? all.size() - 1 : 0; at >= 0 && at < all.size(); at += step) {
            if (letter < 0 || letter == acronym.length()) {
                return true;
            }
            if (all.get(at).charAt(0) == Character.toLowerCase(acronym.charAt(letter))) {
                letter += step;
            } else if (!SMALL.contains(all.get(at))) {
                return false;
            }
        }
        return letter < 0 || letter == acronym.length();
    }

    private static List<String> words(String text) {
        return Arrays.stream(NO_WORD.split(text.toLowerCase(Locale.ROOT)))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /**
     * The abbreviations that consecutive words could expand, if all have a capital or there are enough of them. It
     * looks at each run of initials once, however many abbreviations there are.
     */
    static Set<String> spelledOutIn(List<WordedPassage> passages, Set<String> acronyms) {
        var sieve = new BitSet(SIEVE);
        acronyms.forEach(acronym -> sieve.set(acronym.hashCode() & (SIEVE - 1)));
        Set<String> spelledOut = new HashSet<>();
        for (WordedPassage passage : passages) {
            String initials = initials(passage);
            for (int start = 0; start < initials.length(); start++) {
                int hash = 0;
                boolean isInCapitals = true;
                int most = Math.min(initials.length(), start + UnexplainedAcronym.LONGEST);
                for (int end = start + 1; end <= most; end++) {
                    char letter = initials.charAt(end - 1);
                    isInCapitals &= Character.isUpperCase(letter);
                    hash = 31 * hash + Character.toUpperCase(letter);
                    boolean isEnough = isInCapitals || end - start >= ENOUGH;
                    if (isEnough && sieve.get(hash & (SIEVE - 1))) {
                        spelledOut.add(initials.substring(start, end).toUpperCase(Locale.ROOT));
                    }
                }
            }
        }
        return spelledOut;
    }

    /** The first letters of all words and of their parts, except small words. */
    private static String initials(WordedPassage passage) {
        String text = passage.text();
        var initials = new StringBuilder(passage.count());
        for (int i = 0; i < passage.count(); i++) {
            boolean isSmall = passage.end(i) - passage.start(i) <= LONGEST_SMALL && SMALL.contains(passage.word(i));
            boolean begins = !isSmall;
            for (int at = passage.start(i); at < passage.end(i); at++) {
                boolean isLetter = Character.isLetterOrDigit(text.charAt(at));
                if (isLetter && begins) {
                    initials.append(text.charAt(at));
                }
                begins = !isLetter && !isSmall;
            }
        }
        return initials.toString();
    }

    private static boolean isSubsequence(String letters, CharSequence words) {
        int next = 0;
        for (int i = 0; i < words.length() && next < letters.length(); i++) {
            next += words.charAt(i) == letters.charAt(next) ? 1 : 0;
        }
        return next == letters.length();
    }
}
