package org.waymark.render;

import java.util.List;
import org.waymark.diagnostic.Outcome;
import org.waymark.plan.Routes;
import org.waymark.plan.SitePlan;
import org.waymark.search.IndexFiles;

/** The search index, below {@code search}. */
final class SearchRenderer implements Renderer {
    @Override
    public Outcome<List<OutputFile>> render(SitePlan plan) {
        return Outcome.of(IndexFiles.of(plan.search()).stream()
                .<OutputFile>map(file -> OutputFile.Made.text(Routes.SEARCH + file.path(), file.text()))
                .toList());
    }
}
