package org.waymark.search;

import java.util.HashMap;
import java.util.List;
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
    private static final int BATCH = 1024;

    static SearchIndex of(SearchContent content) {
        List<SearchDocument> documents = content.groups().stream()
                .flatMap(group -> group.documents().stream())
                .toList();
        var synonyms = new Synonyms(content.synonyms());
        List<Batch> batches = IntStream.range(0, (documents.size() + BATCH - 1) / BATCH)
                .parallel()
                .mapToObj(batch -> batch(documents, batch * BATCH, synonyms))
                .toList();
        var all = new HashMap<String, Postings>();
        for (Batch batch : batches) {
            batch.terms().forEach((text, term) -> all.merge(text, term.postings(), Postings::with));
        }
        return new SearchIndex(content, synonyms.groups(), new TreeMap<>(all));
    }

    private static Batch batch(List<SearchDocument> documents, int start, Synonyms synonyms) {
        var batch = new Batch(synonyms);
        for (int i = start; i < Math.min(start + BATCH, documents.size()); i++) {
            batch.add(i, documents.get(i));
        }
        return batch;
    }
}
