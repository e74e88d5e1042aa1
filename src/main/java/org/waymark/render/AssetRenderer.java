package org.waymark.render;

import java.util.List;
import org.waymark.diagnostic.Outcome;
import org.waymark.plan.SitePlan;

/** Everything of the look that is not a template, as it is. */
final class AssetRenderer implements Renderer {
    @Override
    public Outcome<List<OutputFile>> render(SitePlan plan) {
        return Outcome.of(plan.assets().stream()
                .<OutputFile>map(
                        asset -> new OutputFile.Made(asset.path(), asset.file().bytes()))
                .toList());
    }
}
