package org.waymark.render;

import java.util.List;
import java.util.function.Consumer;
import org.waymark.data.DataFiles;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.plan.SitePlan;

/** The directory as data, below {@code data}. */
final class DataRenderer implements Renderer {
    @Override
    public List<Diagnostic> render(SitePlan plan, Consumer<OutputFile> output) {
        DataFiles.make(plan, file -> output.accept(new OutputFile.Made(file.path(), file.bytes())));
        return List.of();
    }
}
