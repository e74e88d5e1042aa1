package org.waymark.render;

import java.util.List;
import java.util.function.Consumer;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.plan.SitePlan;
import org.waymark.source.SourceFile;

/** Makes one kind of output from a plan. */
public interface Renderer {
    /** Does the work that depends only on the templates. Called before each {@link #render}. */
    default void prepare(List<SourceFile> templates) {}

    /**
     * Makes the files.
     *
     * @param output receives each file as soon as it is made, in any order and from several threads
     * @return problems in templates; if there are any, files may be missing
     */
    List<Diagnostic> render(SitePlan plan, Consumer<OutputFile> output);
}
