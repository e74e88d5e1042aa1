package org.waymark.plan;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.waymark.directory.Term;
import org.waymark.markdown.TermMarker;

/**
 * Finds glossary terms in texts: whole words only, the longest phrase first, singular or plural. Words with several
 * capitals must match exactly; others are case-insensitive. Each text is scanned once; candidates are found by their
 * first word, so the time depends on the length of the text, not the size of the glossary. Immutable.
 */
final class TermIndex {
    private static final int ONLY_A_NAME = -1;
    private static final Comparator<TermForm> LONGEST_FIRST = (a, b) -> b.length() - a.length();

    private final List<TermCard> cards;
    private final Map<String, Integer> byId = new HashMap<>();

    /** The forms to find, in buckets by the hash of the first word. */
    private final List<List<TermForm>> byFirstWord;

    /**
     * @param names proper names, such as those of organisations; a term such as "GP" is not marked within one
     */
    TermIndex(List<Term> terms, List<String> names) {
        cards = terms.stream().map(TermCard::of).toList();
        var forms = new ArrayList<TermForm>();
        for (int i = 0; i < terms.size(); i++) {
            Term term = terms.get(i);
            byId.putIfAbsent(term.id().value(), i);
            if (!term.isOrdinaryWord()) {
                add(forms, term.term(), i);
                if (term.expansion().isPresent()) {
                    add(forms, term.expansion().get(), i);
                }
                for (String other : term.also()) {
                    add(forms, other, i);
                }
            }
        }
        for (String name : names) {
            if (name.indexOf(' ') > 0) {
                add(forms, name, ONLY_A_NAME);
            }
        }
        // The sort is stable: of two terms with the same words, the first in the glossary wins.
        forms.sort(LONGEST_FIRST);
        byFirstWord = new ArrayList<>(Collections.nCopies(4 * Integer.highestOneBit(forms.size() | 1), List.of()));
        for (TermForm form : forms) {
            int slot = slot(form.firstWord);
            if (byFirstWord.get(slot).isEmpty()) {
                byFirstWord.set(slot, new ArrayList<>(4));
            }
            byFirstWord.get(slot).add(form);
        }
    }

    private static void add(List<TermForm> forms, String words, int term) {
        String text = plain(words);
        if (!text.isEmpty()) {
            forms.add(new TermForm(text, term));
            if (text.endsWith("y") && text.length() > 2 && "aeiou".indexOf(text.charAt(text.length() - 2)) < 0) {
                forms.add(new TermForm(text.substring(0, text.length() - 1) + "ies", term));
            } else if (!text.endsWith("s")) {
                forms.add(new TermForm(text + "s", term));
            }
        }
    }

    private int slot(int hash) {
        return (hash ^ hash >>> 15) & (byFirstWord.size() - 1);
    }

    /** Starts to scan the texts of a page. */
    Reading reading() {
        return new Reading();
    }

    /** The terms found so far on a page. For one thread. */
    final class Reading implements TermMarker {
        private final BitSet used = new BitSet();
        private final List<TermCard> marked = new ArrayList<>();

        // An array is much faster to read than a string.
        private char[] text = new char[512];

        @Override
        public List<Mark> marks(String piece, boolean joinedBefore, boolean joinedAfter) {
            int length = take(piece);
            List<Mark> marks = List.of();
            int at = nextWord(text, joinedBefore ? wordEnd(text, 0, length) : 0, length);
            while (at < length) {
                int end = wordEnd(text, at, length);
                int firstWord = hash(text, at, end);
                TermForm found = null;
                List<TermForm> forms = byFirstWord.get(slot(firstWord));
                for (int i = 0; i < forms.size() && found == null; i++) {
                    TermForm form = forms.get(i);
                    int to = form.firstWord == firstWord ? form.endIn(text, at, length) : -1;
                    if (to > 0 && isWhole(text, to, length, joinedAfter)) {
                        found = form;
                        end = to;
                    }
                }
                if (found != null && found.term != ONLY_A_NAME && !used.get(found.term)) {
                    used.set(found.term);
                    TermCard card = cards.get(found.term);
                    marked.add(card);
                    marks = marks.isEmpty() ? new ArrayList<>() : marks;
                    marks.add(new Mark(at, end, card.card()));
                }
                at = nextWord(text, end, length);
            }
            return marks;
        }

        /** Copies a text into the buffer with its characters normalised, and returns its length. */
        private int take(String piece) {
            int length = piece.length();
            if (length > text.length) {
                text = new char[length + length / 2];
            }
            piece.getChars(0, length, text, 0);
            for (int i = 0; i < length; i++) {
                text[i] = plain(text[i]);
            }
            return length;
        }

        /** Records a term to which the text itself links, so it is not marked again. */
        void linked(Optional<String> id) {
            id.map(byId::get).ifPresent(used::set);
        }

        /** The terms that were marked, in the order of the text. */
        List<TermCard> marked() {
            return List.copyOf(marked);
        }

        /** The ids of all terms that were marked, or to which the text links. */
        List<String> used() {
            return used.stream().mapToObj(i -> cards.get(i).id()).toList();
        }
    }

    /** A form of a term to look for, with single spaces and straight apostrophes. */
    private static final class TermForm {
        /** In lower case if case does not matter. */
        private final char[] text;

        /** For each character, whether its case matters. */
        private final boolean[] exact;

        /** The hash of the first word. */
        final int firstWord;

        /** The index of the term, or {@link #ONLY_A_NAME}. */
        final int term;

        TermForm(String words, int term) {
            this.term = term;
            text = words.toCharArray();
            exact = new boolean[text.length];
            firstWord = hash(text, 0, wordEnd(text, 0, text.length));
            for (int start = 0; start < text.length; ) {
                int end = isWord(text[start]) ? wordEnd(text, start, text.length) : start + 1;
                boolean asWritten = term == ONLY_A_NAME || capitals(start, end) >= 2;
                for (int i = start; i < end; i++) {
                    exact[i] = asWritten;
                    text[i] = asWritten ? text[i] : lower(text[i]);
                }
                start = end;
            }
        }

        private int capitals(int start, int end) {
            int capitals = 0;
            for (int i = start; i < end; i++) {
                if (Character.isUpperCase(text[i])) {
                    capitals++;
                }
            }
            return capitals;
        }

        int length() {
            return text.length;
        }

        /** The end of this form in a text from a given index; negative if it does not match there. */
        int endIn(char[] other, int from, int length) {
            int at = from;
            for (int i = 0; i < text.length; i++, at++) {
                if (at >= length) {
                    return -1;
                }
                char wanted = text[i];
                char found = other[at];
                if (wanted != found && (exact[i] || wanted != lower(found))) {
                    return -1;
                }
                if (found == ' ') {
                    while (at + 1 < length && other[at + 1] == ' ') {
                        at++;
                    }
                }
            }
            return at;
        }
    }

    private static boolean isWhole(char[] text, int end, int length, boolean joinedAfter) {
        if (!isWord(text[end - 1])) {
            return true;
        }
        return end == length ? !joinedAfter : !goesOn(text, end, length);
    }

    /** The start of the next word, or the end of the text. */
    private static int nextWord(char[] text, int from, int length) {
        int at = from;
        while (at < length && !isWord(text[at])) {
            at++;
        }
        return at;
    }

    /** The end of the word at an index. Parts joined without a space are one word: A&E, out-of-hours. */
    private static int wordEnd(char[] text, int start, int length) {
        int at = start;
        while (at < length && goesOn(text, at, length)) {
            at++;
        }
        return at;
    }

    private static boolean goesOn(char[] text, int at, int length) {
        char c = text[at];
        if (isWord(c)) {
            return true;
        }
        boolean joins = c == '-' || c == '&' || c == '.' || c == '@' || c == '_';
        return joins && at + 1 < length && isWord(text[at + 1]);
    }

    private static boolean isWord(char c) {
        if (c < 0x80) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        }
        return Character.isLetterOrDigit(c)
                || Character.isSurrogate(c)
                || Character.getType(c) == Character.NON_SPACING_MARK;
    }

    private static int hash(char[] text, int start, int end) {
        int hash = 0;
        for (int i = start; i < end; i++) {
            hash = 31 * hash + lower(text[i]);
        }
        return hash;
    }

    private static char lower(char c) {
        if (c < 0x80) {
            return c >= 'A' && c <= 'Z' ? (char) (c + 'a' - 'A') : c;
        }
        return Character.toLowerCase(c);
    }

    /** The words from the first letter or digit on, with single spaces and normalised characters. */
    private static String plain(String words) {
        char[] signs = words.strip().toCharArray();
        var text = new StringBuilder(signs.length);
        for (int i = nextWord(signs, 0, signs.length); i < signs.length; i++) {
            char c = plain(signs[i]);
            if (c != ' ' || text.charAt(text.length() - 1) != ' ') {
                text.append(c);
            }
        }
        return text.toString();
    }

    private static char plain(char c) {
        return switch (c) {
            case '‑' -> '-';
            case '’' -> '\'';
            case '\u00a0', '\u202f', '\t' -> ' ';
            default -> c;
        };
    }
}
