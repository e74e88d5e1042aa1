package org.waymark.render;

import java.util.List;
import org.waymark.diagnostic.Outcome;
import org.waymark.plan.SitePlan;

/** Pictures, as they are. */
final class ImageRenderer implements Renderer {
    @Override
    public Outcome<List<OutputFile>> render(SitePlan plan) {
        return Outcome.of(plan.images().stream()
                .<OutputFile>map(
                        image -> new OutputFile.Copied(image.path().substring("content/".length()), image.file()))
                .toList());
    }
}
