package org.waymark.search;

import java.util.HashMap;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.waymark.plan.SearchContent;
import org.waymark.plan.SearchDocument;
import org.waymark.source.Memo;

/**
 * An inverted index. Documents are numbered from 0 across all groups.
 *
 * @param terms in the order of code units
 */
record SearchIndex(SearchContent content, List<List<String>> synonyms, SortedMap<String, Postings> terms) {
    /** Documents are analysed in parallel batches; each has a cache of words, so they should not be too small. */
    private static final int BATCH = 1024;
    /** With caching, a changed document costs as much as its whole batch. */
    private static final int REMEMBERED_BATCH = 256;

    /**
     * A word in more than this share of the documents says little about any: where it is hidden in the text of one, it
     * counts only if it is important there.
     */
    private static final int SHARE = 6;
    /** In a small directory, no word is that common. */
    private static final int FEW = 24;

    static SearchIndex of(SearchContent content, Memo<GroupDocuments, Batch> memo) {
        List<SearchDocument> documents = content.groups().stream()
                .flatMap(group -> group.documents().stream())
                .toList();
        var synonyms = new Synonyms(content.synonyms());
        int size = memo.remembers() ? REMEMBERED_BATCH : BATCH;
        List<Batch> batches = IntStream.range(0, (documents.size() + size - 1) / size)
                .parallel()
                .mapToObj(batch -> {
                    int start = batch * size;
                    int end = Math.min(start + size, documents.size());
                    var some = new GroupDocuments(start, documents.subList(start, end), content.synonyms());
                    return memo.of(String.valueOf(batch), some, changed -> batch(changed, synonyms));
                })
                .toList();
        memo.endRun();
        var all = new HashMap<String, Postings>();
        for (Batch batch : batches) {
            batch.terms()
                    .forEach((text, term) ->
                            all.computeIfAbsent(text, t -> new Postings()).addAll(term.postings()));
        }
        int most = Math.max(FEW, documents.size() / SHARE);
        all.replaceAll((text, postings) -> postings.withoutWeakest(most));
        return new SearchIndex(content, synonyms.groupsOf(all.keySet()), new TreeMap<>(all));
    }

    private static Batch batch(GroupDocuments documents, Synonyms synonyms) {
        var batch = new Batch(synonyms);
        int number = documents.first();
        for (SearchDocument document : documents.documents()) {
            batch.add(number++, document);
        }
        return batch;
    }

    /**
     * A batch of documents, and everything else that its analysis depends on.
     *
     * @param first the number of the first
     */
    record GroupDocuments(int first, List<SearchDocument> documents, List<List<String>> synonyms) {}
}
