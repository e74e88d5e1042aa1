package org.waymark.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Phrases with the same meaning. Wherever one occurs in a text, the index also has a term for the common concept, so
 * that a query with any of them finds texts with any other.
 *
 * <p>Thread-safe.
 */
final class Synonyms {
    /** The prefix of concept terms, which no word has. */
    private static final char MARK = ':';

    private final List<List<String>> groups = new ArrayList<>();
    private final List<String> concepts = new ArrayList<>();
    private final Map<String, List<SynonymPhrase>> byFirst = new HashMap<>();

    /**
     * A phrase.
     *
     * @param concept the term for its meaning
     */
    record SynonymPhrase(List<String> stems, String concept) {
        /** Whether the phrase occurs at an index of a text with this many terms. */
        boolean occursAt(List<IndexedTerm> terms, int at, int size) {
            if (size - at < stems.size()) {
                return false;
            }
            for (int i = 0; i < stems.size(); i++) {
                if (!stems.get(i).equals(terms.get(at + i).text())) {
                    return false;
                }
            }
            return true;
        }
    }

    Synonyms(List<List<String>> phrases) {
        var analysis = new Analysis<>(stem -> stem);
        for (List<String> group : phrases) {
            var distinct = new LinkedHashSet<List<String>>();
            group.stream()
                    .filter(phrase -> !isOneWordOf(phrase, analysis))
                    .forEach(phrase -> distinct.add(analysis.read(phrase)));
            distinct.removeIf(List::isEmpty);
            if (distinct.size() > 1) {
                add(distinct);
            }
        }
    }

    /** Whether a phrase of several words reads like one of them, as {@code IT system} does: any other meaning is lost. */
    private static boolean isOneWordOf(String phrase, Analysis<String> analysis) {
        String[] words = phrase.trim().split("\\s+");
        List<String> stems = analysis.read(phrase);
        return words.length > 1
                && Arrays.stream(words).anyMatch(word -> analysis.read(word).equals(stems));
    }

    private void add(Iterable<List<String>> group) {
        String concept = MARK + Integer.toString(groups.size(), Character.MAX_RADIX);
        for (List<String> stems : group) {
            if (stems.size() == 1) {
                concept = stems.get(0);
                break;
            }
        }
        var texts = new ArrayList<String>();
        for (List<String> stems : group) {
            if (!stems.contains(concept)) {
                byFirst.computeIfAbsent(stems.get(0), first -> new ArrayList<>())
                        .add(new SynonymPhrase(stems, concept));
            }
            texts.add(String.join(" ", stems));
        }
        groups.add(texts);
        concepts.add(concept);
    }

    /**
     * The groups, each phrase as its stems separated by spaces. The concept term is the first single stem of the group;
     * if there is none, the number of the group in base 36. A group none of whose phrases occurs in any text is empty.
     *
     * @param terms all that texts contain
     */
    List<List<String>> groupsOf(Set<String> terms) {
        return IntStream.range(0, groups.size())
                .mapToObj(i -> terms.contains(concepts.get(i)) ? groups.get(i) : List.<String>of())
                .toList();
    }

    List<SynonymPhrase> beginningWith(String stem) {
        return byFirst.getOrDefault(stem, List.of());
    }
}
