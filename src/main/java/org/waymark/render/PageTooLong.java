package org.waymark.render;

import freemarker.core.Environment;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.waymark.source.Span;

/** A page is longer than {@link PageBuffer#MOST} bytes, which only a faulty template produces. */
final class PageTooLong extends IOException {
    private static final long serialVersionUID = 1;

    private final transient @Nullable Span here;

    /** Records the current template of this thread, which is known only until it ends. */
    PageTooLong() {
        super("a page is longer than " + PageBuffer.MOST + " bytes");
        here = Optional.ofNullable(Environment.getCurrentEnvironment())
                .flatMap(TemplateProblem::whereIs)
                .orElse(null);
    }

    /** Where the template exceeded the limit. */
    Optional<Span> span() {
        return Optional.ofNullable(here);
    }
}
