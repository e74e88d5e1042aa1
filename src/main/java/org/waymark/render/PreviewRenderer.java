package org.waymark.render;

import java.util.List;
import java.util.function.Consumer;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.plan.PreviewPicture;
import org.waymark.plan.SitePlan;
import org.waymark.source.Memo;

/** Draws the pictures that other sites show beside links. */
final class PreviewRenderer implements Renderer {
    private final Memo<PreviewPicture, byte[]> drawn;

    PreviewRenderer(boolean remembers) {
        drawn = Memo.create(remembers);
    }

    @Override
    public List<Diagnostic> render(SitePlan plan, Consumer<OutputFile> output) {
        plan.previews()
                .forEach(preview -> output.accept(
                        new OutputFile.Made(preview.path(), drawn.of(preview.path(), preview, PreviewDrawing::png))));
        drawn.endRun();
        return List.of();
    }
}
