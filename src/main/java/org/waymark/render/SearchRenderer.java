package org.waymark.render;

import java.util.List;
import java.util.function.Consumer;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.directory.Routes;
import org.waymark.plan.SearchContent;
import org.waymark.plan.SitePlan;
import org.waymark.search.Indexer;
import org.waymark.source.Memo;

/** The search index, below {@code search}. */
final class SearchRenderer implements Renderer {
    private final Indexer indexer;
    private final Memo<SearchContent, List<OutputFile>> memo;

    SearchRenderer(boolean remembers) {
        indexer = new Indexer(remembers);
        memo = Memo.create(remembers);
    }

    @Override
    public List<Diagnostic> render(SitePlan plan, Consumer<OutputFile> output) {
        memo.of("index", plan.search(), this::files).forEach(output);
        memo.endRun();
        return List.of();
    }

    private List<OutputFile> files(SearchContent content) {
        return indexer.index(content).stream()
                .<OutputFile>map(file -> OutputFile.Made.text(Routes.SEARCH + file.path(), file.text()))
                .toList();
    }
}
