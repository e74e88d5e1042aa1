package org.waymark.render;

import java.util.List;
import java.util.function.Consumer;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.plan.SitePlan;
import org.waymark.source.SourceFile;

/** Makes one kind of output from the plan of the site. */
public interface Renderer {
    /** Does ahead what depends on the templates alone. Each {@link #render} comes after a call of this. */
    default void prepare(List<SourceFile> templates) {}

    /**
     * Makes its files.
     *
     * @param output takes each file as soon as it is made, in any order and from several threads
     * @return what is wrong with the templates; then some files may be missing
     */
    List<Diagnostic> render(SitePlan plan, Consumer<OutputFile> output);
}
