package org.waymark.render;

import java.util.List;
import java.util.function.Consumer;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.plan.SitePlan;
import org.waymark.source.ContentImage;

/** Images: SVGs as rewritten by the sanitizer, all others unchanged. */
final class ImageRenderer implements Renderer {
    @Override
    public List<Diagnostic> render(SitePlan plan, Consumer<OutputFile> output) {
        for (ContentImage image : plan.images()) {
            String path = image.publishedPath().substring("content/".length());
            output.accept(
                    image.drawing().isPresent()
                            ? OutputFile.Made.text(path, image.drawing().get().svg())
                            : new OutputFile.Copied(path, image.file(), image.version()));
        }
        return List.of();
    }
}
