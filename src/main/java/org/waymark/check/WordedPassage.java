package org.waymark.check;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.waymark.markdown.Passage;
import org.waymark.markdown.Words;
import org.waymark.source.Span;

/** A passage split into words, so no rule has to find them again. Words are counted from 0. */
final class WordedPassage {
    private static final int LONGEST_ADDRESS = 2000;
    /** The assumed length of a word and the space after it; in most passages, words are longer. */
    private static final int USUAL_LENGTH = 5;
    /** American words within names: Center for Health. */
    private static final Set<String> LINKS = Set.of("for", "of", "on", "the");

    private final Passage passage;
    private final String text;
    private int[] bounds;
    private int[] hashes;
    private int count;
    private List<Passage.Sentence> sentences = List.of();
    /** The quoted characters, once requested. */
    private @Nullable BitSet quotations;

    WordedPassage(Passage passage) {
        this.passage = passage;
        text = passage.text();
        int expected = text.length() / USUAL_LENGTH + 1;
        bounds = new int[2 * expected];
        hashes = new int[expected];
        int start = Words.next(text, 0);
        while (start < text.length()) {
            int end = Words.end(text, start);
            add(start, end);
            start = Words.next(text, end);
        }
    }

    private void add(int start, int end) {
        if (count == hashes.length) {
            bounds = Arrays.copyOf(bounds, count * 4);
            hashes = Arrays.copyOf(hashes, count * 2);
        }
        bounds[2 * count] = start;
        bounds[2 * count + 1] = end;
        hashes[count++] = hash(text, start, end);
    }

    /** The hash of a word, ignoring letter case. */
    static int hash(String text, int start, int end) {
        int hash = 0;
        for (int i = start; i < end; i++) {
            hash = 31 * hash + fold(text.charAt(i));
        }
        return hash;
    }

    /** A character as words are compared: in lower case, with plain apostrophes and hyphens. */
    static char fold(char c) {
        if (c < 0x80) {
            return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
        }
        return switch (c) {
            case '’' -> '\'';
            case '\u2010', '\u2011' -> '-';
            default -> Character.toLowerCase(c);
        };
    }

    Passage passage() {
        return passage;
    }

    String text() {
        return text;
    }

    /** Its sentences. */
    List<Passage.Sentence> sentences() {
        if (sentences.isEmpty()) {
            sentences = passage.sentences();
        }
        return sentences;
    }

    /** The number of words. */
    int count() {
        return count;
    }

    int start(int word) {
        return bounds[2 * word];
    }

    int end(int word) {
        return bounds[2 * word + 1];
    }

    int hash(int word) {
        return hashes[word];
    }

    String word(int word) {
        return text.substring(start(word), end(word));
    }

    Span span(int word) {
        return passage.span(start(word), end(word));
    }

    /** Whether only space separates a word from the next. */
    boolean runsOn(int word) {
        if (word + 1 >= count) {
            return false;
        }
        for (int at = end(word); at < start(word + 1); at++) {
            char c = text.charAt(at);
            if (c != ' ' && !Character.isWhitespace(c) && !Character.isSpaceChar(c)) {
                return false;
            }
        }
        return true;
    }

    boolean isCapitalised(int word) {
        return Character.isUpperCase(text.codePointAt(start(word)));
    }

    /** Whether a word is the first of a sentence, of what is in brackets or quotation marks, or after a colon. */
    boolean beginsSentence(int word) {
        return word == 0
                || text.substring(end(word - 1), start(word)).chars().anyMatch(c -> ".!?…:;(“‘\"–".indexOf(c) >= 0);
    }

    /** Whether a word seems to be part of a name: it has a capital that the start of a sentence does not explain. */
    boolean isName(int word) {
        if (!isCapitalised(word)) {
            return false;
        }
        boolean goesOn = runsOn(word)
                && (isCapitalised(word + 1)
                        || (LINKS.contains(word(word + 1)) && runsOn(word + 1) && isCapitalised(word + 2)));
        boolean isInHeading = passage.kind() == Passage.Kind.HEADING;
        return goesOn
                || (isInHeading ? word > 0 && runsOn(word - 1) && isCapitalised(word - 1) : !beginsSentence(word));
    }

    /** Whether a word is the writer's own: not quoted, code, or part of an address. */
    boolean isOwn(int word) {
        int start = start(word);
        return passage.kind() != Passage.Kind.QUOTE
                && !passage.isCode(start)
                && !isQuoted(start)
                && !isInAddress(start, end(word));
    }

    private boolean isQuoted(int at) {
        if (quotations == null) {
            quotations = Quotations.in(text);
        }
        return quotations.get(at);
    }

    private boolean isInAddress(int start, int end) {
        int from = start;
        while (from > Math.max(0, start - LONGEST_ADDRESS) && !Character.isWhitespace(text.charAt(from - 1))) {
            from--;
        }
        int to = end;
        while (to < Math.min(text.length(), end + LONGEST_ADDRESS) && !Character.isWhitespace(text.charAt(to))) {
            to++;
        }
        String token = text.substring(from, to);
        return token.indexOf('@') > 0 || token.contains("://") || token.startsWith("www.") || isDomain(token);
    }

    private static boolean isDomain(String token) {
        return token.contains(".uk") || token.contains(".org") || token.contains(".com") || token.contains(".net");
    }
}
