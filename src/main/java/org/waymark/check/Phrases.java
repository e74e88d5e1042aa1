package org.waymark.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.waymark.markdown.Words;

/** Words and phrases to look for, each with a message. They are found by their first word, in any letter case. */
final class Phrases {
    private static final int SIEVE = 1 << 14;

    private static final Map<String, Phrases> FILES = new ConcurrentHashMap<>();

    private final Map<Integer, List<Phrase>> byFirstWord = new HashMap<>();
    /** A bit for the hash of each first word, so nearly all other words are skipped quickly. */
    private final long[] sieve = new long[SIEVE / 64];

    /**
     * Consecutive words.
     *
     * @param hashes of the words, which nearly always show at once that a text continues differently
     * @param better what to write instead, the most likely first; what is in brackets is advice
     */
    record Phrase(List<String> words, List<Integer> hashes, List<String> better) {}

    /** The phrases of a file with lines such as {@code in order to = to}, which is read once and shared: nothing is added to it. */
    static Phrases of(String file) {
        return FILES.computeIfAbsent(file, Phrases::read);
    }

    /** The same, to which others can be added. */
    static Phrases read(String file) {
        var phrases = new Phrases();
        for (String line : WordFile.lines(file)) {
            int equals = line.indexOf(" = ");
            phrases.add(
                    line.substring(0, equals),
                    List.of(line.substring(equals + 3).split(" \\| ")));
        }
        return phrases;
    }

    /** Single words with no message. */
    static Phrases ofWords(Stream<String> words) {
        var phrases = new Phrases();
        words.forEach(word -> phrases.add(word, List.of()));
        return phrases;
    }

    void add(String phrase, List<String> better) {
        var words = new ArrayList<String>();
        for (int at = Words.next(phrase, 0); at < phrase.length(); ) {
            int end = Words.end(phrase, at);
            words.add(phrase.substring(at, end));
            at = Words.next(phrase, end);
        }
        List<Integer> hashes = words.stream()
                .map(word -> WordedPassage.hash(word, 0, word.length()))
                .toList();
        int hash = hashes.get(0);
        sieve[slot(hash)] |= 1L << hash;
        List<Phrase> others = byFirstWord.computeIfAbsent(hash, key -> new ArrayList<>(2));
        others.add(new Phrase(List.copyOf(words), hashes, better));
        others.sort((a, b) -> b.words().size() - a.words().size());
    }

    private static int slot(int hash) {
        return (hash & (SIEVE - 1)) >>> 6;
    }

    /** The longest phrase that begins with a word; null if there is none. */
    @Nullable
    Phrase at(WordedPassage passage, int word) {
        int hash = passage.hash(word);
        if ((sieve[slot(hash)] & 1L << hash) == 0) {
            return null;
        }
        for (Phrase phrase : byFirstWord.getOrDefault(hash, List.of())) {
            if (isAt(phrase, passage, word)) {
                return phrase;
            }
        }
        return null;
    }

    private static boolean isAt(Phrase phrase, WordedPassage passage, int first) {
        List<String> words = phrase.words();
        if (first + words.size() > passage.count()) {
            return false;
        }
        for (int i = 1; i < words.size(); i++) {
            if (phrase.hashes().get(i) != passage.hash(first + i)) {
                return false;
            }
        }
        for (int i = 0; i < words.size(); i++) {
            boolean isLast = i == words.size() - 1;
            if (!isWord(words.get(i), passage, first + i) || (!isLast && !passage.runsOn(first + i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isWord(String wanted, WordedPassage passage, int word) {
        int start = passage.start(word);
        if (passage.end(word) - start != wanted.length()) {
            return false;
        }
        for (int i = 0; i < wanted.length(); i++) {
            if (WordedPassage.fold(passage.text().charAt(start + i)) != WordedPassage.fold(wanted.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
