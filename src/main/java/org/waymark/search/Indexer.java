package org.waymark.search;

import java.util.List;
import org.waymark.plan.SearchContent;
import org.waymark.source.Memo;

/** Makes search indexes, and optionally caches the analysis of unchanged documents. */
public final class Indexer {
    private final Memo<SearchIndex.GroupDocuments, Batch> batches;

    public Indexer(boolean remembers) {
        batches = Memo.create(remembers);
    }

    /** The files of an index, the first of which is {@code index.js}. */
    public List<IndexFile> index(SearchContent content) {
        return IndexFiles.of(content, IndexFiles.SMALL, batches);
    }
}
