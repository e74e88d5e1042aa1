package org.waymark.render;

import java.util.List;
import java.util.function.Consumer;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.plan.SitePlan;
import org.waymark.source.SourceFile;

/** Makes one kind of output from a plan. */
public interface Renderer {
    /** Does what depends on the templates alone. Called before each {@link #render}. */
    default void prepare(List<SourceFile> templates) {}

    /**
     * Makes the files.
     *
     * @param output takes each file as soon as it is made, in any order and from several threads
     * @return the faults of templates; if there are any, files may be missing
     */
    List<Diagnostic> render(SitePlan plan, Consumer<OutputFile> output);
}
