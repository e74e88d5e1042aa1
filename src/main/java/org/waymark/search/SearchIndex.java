package org.waymark.search;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.waymark.plan.SearchContent;
import org.waymark.plan.SearchDocument;

/**
 * Which documents hold which terms. Documents are numbered from 0 through all groups.
 *
 * @param terms in the order of code units
 */
record SearchIndex(SearchContent content, List<List<String>> synonyms, SortedMap<String, Postings> terms) {
    /** Documents are analysed in batches, in parallel; each has a memory of words, so they should not be too small. */
    private static final int BATCH = 256;

    static SearchIndex of(SearchContent content) {
        List<SearchDocument> documents = content.groups().stream()
                .flatMap(group -> group.documents().stream())
                .toList();
        var synonyms = new Synonyms(content.synonyms());
        List<Map<String, Postings>> batches = IntStream.range(0, (documents.size() + BATCH - 1) / BATCH)
                .parallel()
                .mapToObj(batch -> batch(documents, batch * BATCH, synonyms))
                .toList();
        var all = new HashMap<String, Postings>();
        for (Map<String, Postings> batch : batches) {
            batch.forEach((term, postings) ->
                    all.computeIfAbsent(term, t -> new Postings()).addAll(postings));
        }
        return new SearchIndex(content, synonyms.groups(), new TreeMap<>(all));
    }

    private static Map<String, Postings> batch(List<SearchDocument> documents, int start, Synonyms synonyms) {
        var analysis = new Analysis();
        var terms = new HashMap<String, Postings>();
        for (int i = start; i < Math.min(start + BATCH, documents.size()); i++) {
            int number = i;
            Map<String, Integer> shown = DocumentTerms.shown(documents.get(i), analysis, synonyms);
            shown.forEach((term, impact) ->
                    terms.computeIfAbsent(term, t -> new Postings()).add(number, impact, true));
            DocumentTerms.hidden(documents.get(i), analysis, synonyms).forEach((term, impact) -> {
                if (!shown.containsKey(term)) {
                    terms.computeIfAbsent(term, t -> new Postings()).add(number, impact, false);
                }
            });
        }
        return terms;
    }
}
