package org.waymark.render;

import java.util.List;
import java.util.function.Consumer;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.memo.Memo;
import org.waymark.plan.Routes;
import org.waymark.plan.SearchContent;
import org.waymark.plan.SitePlan;
import org.waymark.search.IndexFiles;

/** The search index, below {@code search}. */
final class SearchRenderer implements Renderer {
    private final Memo<SearchContent, List<OutputFile>> memo;

    SearchRenderer(boolean remembers) {
        memo = Memo.that(remembers);
    }

    @Override
    public List<Diagnostic> render(SitePlan plan, Consumer<OutputFile> output) {
        memo.of("index", plan.search(), SearchRenderer::files).forEach(output);
        memo.endRun();
        return List.of();
    }

    private static List<OutputFile> files(SearchContent content) {
        return IndexFiles.of(content).stream()
                .<OutputFile>map(file -> OutputFile.Made.text(Routes.SEARCH + file.path(), file.text()))
                .toList();
    }
}
