package org.waymark.search;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.waymark.plan.SearchDocument;

/**
 * How much each term says about one document: after BM25F, the occurrences in its fields are weighted, and count less in
 * longer fields. Lengths are compared with fixed ones, so that a document's terms depend on nothing but itself.
 *
 * <p>The words that readers are shown of a document, and those that they are not, are counted apart: in a small directory
 * the browser counts the former by itself, in the same way.
 */
final class DocumentTerms {
    private static final Field NAME = new Field(10, 0.5, 4);
    private static final Field OTHER_NAME = new Field(8, 0.5, 4);
    private static final Field SUMMARY = new Field(4, 0.4, 20);
    private static final Field DETAILS = new Field(4, 0.4, 8);
    private static final Field HEADING = new Field(3, 0.4, 6);
    private static final Field TEXT = new Field(1, 0.5, 200);

    /** The least weights of the impacts from 1 to 7. */
    private static final double[] IMPACTS = {0.9, 2, 3.6, 6, 10, 16, 25};

    private final Analysis analysis;
    private final Synonyms synonyms;
    private final Map<String, Double> weights = new HashMap<>();

    private DocumentTerms(Analysis analysis, Synonyms synonyms) {
        this.analysis = analysis;
        this.synonyms = synonyms;
    }

    /**
     * A part of a document.
     *
     * @param weight of one occurrence in a field of ordinary length
     * @param byLength how much of that depends on the length
     * @param length the ordinary one, in stems
     */
    private record Field(double weight, double byLength, int length) {
        double each(int stems) {
            return weight / (1 - byLength + byLength * stems / length);
        }
    }

    /** The impact of each term of what readers are shown of a document, from 0 to 7. */
    static Map<String, Integer> shown(SearchDocument document, Analysis analysis, Synonyms synonyms) {
        var shown = new DocumentTerms(analysis, synonyms);
        shown.add(NAME, document.name());
        shown.add(SUMMARY, document.summary());
        shown.add(DETAILS, document.details());
        shown.addBest(OTHER_NAME, document.otherNames());
        return shown.impacts();
    }

    /** The same for the rest of a document. */
    static Map<String, Integer> hidden(SearchDocument document, Analysis analysis, Synonyms synonyms) {
        var hidden = new DocumentTerms(analysis, synonyms);
        hidden.add(TEXT, document.text());
        hidden.addBest(HEADING, document.headings());
        return hidden.impacts();
    }

    private Map<String, Integer> impacts() {
        Map<String, Integer> impacts = new HashMap<>(weights.size() * 2);
        weights.forEach((term, weight) -> impacts.put(term, impact(weight)));
        return impacts;
    }

    private static int impact(double weight) {
        int impact = 0;
        while (impact < IMPACTS.length && weight >= IMPACTS[impact]) {
            impact++;
        }
        return impact;
    }

    private void add(Field field, String text) {
        List<String> stems = analysis.stems(text);
        double each = field.each(stems.size());
        stems.forEach(stem -> weights.merge(stem, each, Double::sum));
        synonyms.in(stems, concept -> weights.merge(concept, each, Double::sum));
    }

    /** Of several names, the best counts; a document does not rise by having many. */
    private void addBest(Field field, List<String> texts) {
        Map<String, Double> best = new TreeMap<>();
        for (String text : texts) {
            List<String> stems = analysis.stems(text);
            double each = field.each(stems.size());
            Set.copyOf(stems).forEach(stem -> best.merge(stem, each, Math::max));
            synonyms.in(stems, concept -> best.merge(concept, each, Math::max));
        }
        best.forEach((term, weight) -> weights.merge(term, weight, Double::sum));
    }
}
