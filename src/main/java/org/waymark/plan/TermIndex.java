package org.waymark.plan;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.waymark.markdown.TermMarker;
import org.waymark.model.GlossaryTerm;

/**
 * Finds the terms of the glossary in texts: whole words only, the longest phrase first, with a plural s. Words with
 * several capitals must be written just so, all others in any case. A text is read once, from left to right; candidates
 * are found by the first word alone, so that time grows with the text and not with the glossary. Immutable.
 */
final class TermIndex {
    private static final int ONLY_A_NAME = -1;
    private static final Comparator<Form> LONGEST_FIRST =
            Comparator.comparing((Form form) -> form.text().length()).reversed();

    private final List<TermCard> cards;
    private final Map<String, Integer> byId = new HashMap<>();
    private final Map<Integer, List<Form>> byFirstWord = new HashMap<>();

    /**
     * @param names names in which a term explains nothing, such as "GP" in that of an organisation; nothing in them is
     *     marked
     */
    TermIndex(List<GlossaryTerm> terms, List<String> names) {
        cards = terms.stream().map(TermCard::of).toList();
        for (int i = 0; i < terms.size(); i++) {
            GlossaryTerm term = terms.get(i);
            byId.putIfAbsent(term.id().value(), i);
            if (!term.ordinaryWord()) {
                add(term.term(), i);
                int number = i;
                Stream.concat(term.expansion().stream(), term.also().stream()).forEach(words -> add(words, number));
            }
        }
        names.stream().filter(name -> name.indexOf(' ') > 0).forEach(name -> add(name, ONLY_A_NAME));
        // The sort is stable: of two terms with the same words, the first in the glossary has them.
        byFirstWord.values().forEach(forms -> forms.sort(LONGEST_FIRST));
    }

    private void add(String words, int term) {
        String text = plain(words);
        if (!text.isEmpty()) {
            put(Form.of(text, "", term));
            if (text.endsWith("y") && text.length() > 2 && "aeiou".indexOf(text.charAt(text.length() - 2)) < 0) {
                put(Form.of(text.substring(0, text.length() - 1), "ies", term));
            } else if (!text.endsWith("s")) {
                put(Form.of(text, "s", term));
            }
        }
    }

    private void put(Form form) {
        int hash = hash(form.text(), 0, wordEnd(form.text(), 0));
        byFirstWord.computeIfAbsent(hash, key -> new ArrayList<>()).add(form);
    }

    /** Begins to read the texts of one page. */
    Reading reading() {
        return new Reading();
    }

    /** What has been explained so far on one page. For one thread. */
    final class Reading implements TermMarker {
        private final BitSet used = new BitSet();
        private final List<TermCard> marked = new ArrayList<>();

        @Override
        public List<Mark> marks(String text, boolean joinedBefore, boolean joinedAfter) {
            List<Mark> marks = List.of();
            int at = nextWord(text, joinedBefore ? wordEnd(text, 0) : 0);
            while (at < text.length()) {
                int end = wordEnd(text, at);
                Form found = null;
                for (Form form : byFirstWord.getOrDefault(hash(text, at, end), List.of())) {
                    int to = form.endIn(text, at);
                    if (to > 0 && isWhole(text, to, joinedAfter)) {
                        found = form;
                        end = to;
                        break;
                    }
                }
                if (found != null && found.term() != ONLY_A_NAME && !used.get(found.term())) {
                    used.set(found.term());
                    TermCard card = cards.get(found.term());
                    marked.add(card);
                    marks = marks.isEmpty() ? new ArrayList<>() : marks;
                    marks.add(new Mark(at, end, card.card()));
                }
                at = nextWord(text, end);
            }
            return marks;
        }

        /** A term to which the text itself links needs no mark any more. */
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

    /**
     * Words to look for.
     *
     * @param text with single spaces and straight apostrophes; small letters stand for those of any case
     * @param exact for each character, whether its case matters
     * @param term its number, or {@link #ONLY_A_NAME}
     */
    private record Form(String text, BitSet exact, int term) {
        static Form of(String stem, String plural, int term) {
            String words = stem + plural;
            var exact = new BitSet();
            var text = new StringBuilder(words.length());
            for (int start = 0; start < words.length(); ) {
                int end = start == nextWord(words, start) ? wordEnd(words, start) : start + 1;
                String word = words.substring(start, end);
                boolean asWritten = word.chars().filter(Character::isUpperCase).count() >= 2 || term == ONLY_A_NAME;
                exact.set(start, end, asWritten);
                for (int i = 0; i < word.length(); i++) {
                    text.append(asWritten ? word.charAt(i) : Character.toLowerCase(word.charAt(i)));
                }
                start = end;
            }
            return new Form(text.toString(), exact, term);
        }

        /** Where the words end in a text, if they stand there; else a negative number. */
        int endIn(String other, int from) {
            int at = from;
            for (int i = 0; i < text.length(); i++, at++) {
                if (at >= other.length()) {
                    return -1;
                }
                char wanted = text.charAt(i);
                char found = plain(other.charAt(at));
                if (wanted != found && (exact.get(i) || wanted != Character.toLowerCase(found))) {
                    return -1;
                }
                if (found == ' ') {
                    while (at + 1 < other.length() && plain(other.charAt(at + 1)) == ' ') {
                        at++;
                    }
                }
            }
            return at;
        }
    }

    private static boolean isWhole(String text, int end, boolean joinedAfter) {
        if (!isWord(text.charAt(end - 1))) {
            return true;
        }
        return end == text.length() ? !joinedAfter : !goesOn(text, end);
    }

    /** Where the next word begins, or the end of the text. */
    private static int nextWord(String text, int from) {
        int at = from;
        while (at < text.length() && !isWord(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** The end of the word that begins at a place. Parts joined without a space are one word: A&E, out-of-hours. */
    private static int wordEnd(String text, int start) {
        int at = start;
        while (at < text.length() && goesOn(text, at)) {
            at++;
        }
        return at;
    }

    private static boolean goesOn(String text, int at) {
        char c = text.charAt(at);
        if (isWord(c)) {
            return true;
        }
        boolean joins = c == '-' || c == '‑' || c == '&' || c == '.' || c == '@' || c == '_';
        return joins && at + 1 < text.length() && isWord(text.charAt(at + 1));
    }

    private static boolean isWord(char c) {
        if (c < 0x80) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        }
        return Character.isLetterOrDigit(c)
                || Character.isSurrogate(c)
                || Character.getType(c) == Character.NON_SPACING_MARK;
    }

    private static int hash(String text, int start, int end) {
        int hash = 0;
        for (int i = start; i < end; i++) {
            hash = 31 * hash + Character.toLowerCase(plain(text.charAt(i)));
        }
        return hash;
    }

    /** The words from the first letter or digit on, with single spaces and plain signs. */
    private static String plain(String words) {
        var text = new StringBuilder();
        String stripped = words.strip();
        for (int i = nextWord(stripped, 0); i < stripped.length(); i++) {
            char c = plain(stripped.charAt(i));
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
