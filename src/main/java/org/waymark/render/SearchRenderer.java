package org.waymark.render;

import java.util.List;
import java.util.function.Consumer;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.plan.Routes;
import org.waymark.plan.SitePlan;
import org.waymark.search.IndexFiles;

/** The search index, below {@code search}. */
final class SearchRenderer implements Renderer {
    @Override
    public List<Diagnostic> render(SitePlan plan, Consumer<OutputFile> output) {
        IndexFiles.of(plan.search())
                .forEach(file -> output.accept(OutputFile.Made.text(Routes.SEARCH + file.path(), file.text())));
        return List.of();
    }
}
