package org.waymark.render;

import java.util.List;
import java.util.function.Consumer;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.plan.Asset;
import org.waymark.plan.SitePlan;

/** Copies the assets of the templates. */
final class AssetRenderer implements Renderer {
    @Override
    public List<Diagnostic> render(SitePlan plan, Consumer<OutputFile> output) {
        for (Asset asset : plan.assets()) {
            output.accept(new OutputFile.Made(asset.path(), asset.published().bytes()));
        }
        return List.of();
    }
}
