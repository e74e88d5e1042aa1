package org.waymark.render;

import java.util.List;
import java.util.function.Consumer;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.plan.SitePlan;
import org.waymark.source.ContentImage;

/** Pictures, as they are. */
final class ImageRenderer implements Renderer {
    @Override
    public List<Diagnostic> render(SitePlan plan, Consumer<OutputFile> output) {
        for (ContentImage image : plan.images()) {
            output.accept(
                    new OutputFile.Copied(image.path().substring("content/".length()), image.file(), image.version()));
        }
        return List.of();
    }
}
