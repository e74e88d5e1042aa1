package org.waymark.render;

import java.util.List;
import org.waymark.diagnostic.Outcome;
import org.waymark.plan.SitePlan;

/** Style sheets, scripts and drawings of the look, as they are. */
final class AssetRenderer implements Renderer {
    @Override
    public Outcome<List<OutputFile>> render(SitePlan plan) {
        return Outcome.of(plan.assets().stream()
                .<OutputFile>map(asset -> OutputFile.Made.text(asset.path(), asset.text()))
                .toList());
    }
}
