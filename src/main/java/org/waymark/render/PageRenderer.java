package org.waymark.render;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.Outcome;
import org.waymark.directory.Routes;
import org.waymark.plan.Frame;
import org.waymark.plan.Page;
import org.waymark.plan.SitePlan;
import org.waymark.schema.Labels;
import org.waymark.source.Memo;
import org.waymark.source.SourceFile;

/** Renders the pages with the project's FreeMarker templates. */
final class PageRenderer implements Renderer {
    private final ThreadLocal<PageBuffer> buffers = ThreadLocal.withInitial(() -> new PageBuffer(1 << 16));
    private final Memo<Page, Outcome<OutputFile>> pages;
    private @Nullable Templates prepared;
    private @Nullable PageContext last;

    /** What all pages of a plan depend on. */
    private record PageContext(Templates templates, Frame site, StructuredData structuredData, Labels labels) {}

    /** What templates can call. */
    private record Functions(LabelFunction label, SamePart same) {}

    PageRenderer(boolean remembers) {
        pages = Memo.create(remembers);
    }

    @Override
    public void prepare(List<SourceFile> files) {
        prepared = Templates.read(files);
    }

    @Override
    public List<Diagnostic> render(SitePlan plan, Consumer<OutputFile> output) {
        Templates templates = Objects.requireNonNull(prepared);
        if (!templates.unreadable().isEmpty()) {
            return templates.unreadable();
        }
        var surroundings = new PageContext(templates, plan.frame(), StructuredData.of(plan), plan.labels());
        if (!surroundings.equals(last)) {
            pages.clear();
            last = surroundings;
        }
        var functions = new Functions(new LabelFunction(plan.labels()), new SamePart());
        // A broken template breaks all pages that use it, but is reported once.
        var watch = new PageWatch(PageWatch.LIMIT);
        List<Diagnostic> found = watch.over(() -> plan.pages().parallelStream()
                .flatMap(page -> watch.page(() -> make(page, surroundings, functions, watch, output)))
                .distinct()
                .toList());
        pages.endRun();
        return found;
    }

    private Stream<Diagnostic> make(
            Page page, PageContext surroundings, Functions functions, PageWatch watch, Consumer<OutputFile> output) {
        Outcome<OutputFile> file =
                pages.of(page.path().value(), page, changed -> render(surroundings, changed, functions, watch));
        if (!watch.hasGivenUp()) {
            file.value().ifPresent(output);
        }
        return file.diagnostics().stream();
    }

    private Outcome<OutputFile> render(PageContext surroundings, Page page, Functions functions, PageWatch watch) {
        StructuredData.Data structured = surroundings.structuredData().of(page);
        var data = Map.of(
                "page", page,
                "site", surroundings.site(),
                "label", functions.label(),
                "same", functions.same(),
                "root", root(surroundings.site(), page),
                "structuredData", structured.text(),
                "structuredDataHash", structured.hash());
        PageBuffer text = buffers.get().clear();
        return surroundings
                .templates()
                .render(page.template() + ".ftlh", data, text, watch)
                .map(Outcome::<OutputFile>failed)
                .orElseGet(() -> Outcome.of(new OutputFile.Made(page.path().file(), text.toBytes())));
    }

    /** The page for unknown addresses is shown at any depth, so its links must be absolute. */
    private static String root(Frame site, Page page) {
        if (!page.path().equals(Routes.NOT_FOUND)) {
            return page.path().root();
        }
        String url = site.baseUrl();
        return url.substring(url.indexOf('/', "https://".length()));
    }
}
