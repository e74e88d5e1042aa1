package org.waymark.render;

import java.util.List;
import java.util.function.Consumer;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.plan.SitePlan;
import org.waymark.source.Attachment;
import org.waymark.source.HostFile;

/** Files for download, and files for web hosts, unchanged. */
final class FileRenderer implements Renderer {
    @Override
    public List<Diagnostic> render(SitePlan plan, Consumer<OutputFile> output) {
        for (Attachment file : plan.attachments()) {
            output.accept(new OutputFile.Copied(
                    file.publishedPath().substring("content/".length()), file.file(), file.version()));
        }
        for (HostFile file : plan.hostFiles()) {
            output.accept(OutputFile.Made.text(file.published(), file.source().text()));
        }
        return List.of();
    }
}
