package org.waymark.render;

import freemarker.cache.StringTemplateLoader;
import freemarker.core.ParseException;
import freemarker.core.TemplateClassResolver;
import freemarker.log.Logger;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import java.util.function.Consumer;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.Outcome;
import org.waymark.plan.Page;
import org.waymark.plan.Routes;
import org.waymark.plan.SitePlan;
import org.waymark.source.SourceFile;

/** The pages, by the FreeMarker templates of the project. */
final class PageRenderer implements Renderer {
    static final String FOLDER = "templates/";

    static {
        silenceFreeMarker();
    }

    private final ThreadLocal<PageBuffer> buffers = ThreadLocal.withInitial(() -> new PageBuffer(1 << 16));

    @Override
    public List<Diagnostic> render(SitePlan plan, Consumer<OutputFile> output) {
        Configuration templates = configuration(plan.templates());
        // A template that cannot be read breaks those that use it too; only its own fault is worth telling.
        List<Diagnostic> unreadable = names(plan).parallelStream()
                .flatMap(name -> read(templates, name).stream())
                .toList();
        if (!unreadable.isEmpty()) {
            return unreadable;
        }
        var structuredData = new StructuredData(plan);
        // One broken template breaks all pages that use it; it is still one fault.
        return plan.pages().parallelStream()
                .flatMap(page -> {
                    Outcome<OutputFile> file = render(templates, plan, structuredData, page);
                    file.value().ifPresent(output);
                    return file.diagnostics().stream();
                })
                .distinct()
                .toList();
    }

    private static Optional<Diagnostic> read(Configuration templates, String name) {
        try {
            templates.getTemplate(name);
            return Optional.empty();
        } catch (ParseException e) {
            return Optional.of(TemplateProblem.diagnose(e));
        } catch (IOException e) {
            throw new IllegalStateException("reading from memory cannot fail", e);
        }
    }

    private Outcome<OutputFile> render(
            Configuration templates, SitePlan plan, StructuredData structuredData, Page page) {
        String name = "page/" + page.template() + ".ftlh";
        StructuredData.Data structured = structuredData.of(page);
        var data = Map.of(
                "page", page,
                "site", plan.frame(),
                "root", root(plan, page),
                "structuredData", structured.text(),
                "structuredDataHash", structured.hash());
        PageBuffer text = buffers.get().clear();
        try {
            templates.getTemplate(name).process(data, text);
            return Outcome.of(new OutputFile.Made(page.path().file(), text.toBytes()));
        } catch (TemplateException e) {
            return Outcome.failed(TemplateProblem.diagnose(e, names(plan)));
        } catch (IOException e) {
            throw new IllegalStateException("every template is there and rendering in memory cannot fail", e);
        }
    }

    /** The page for unknown addresses is shown at any depth, so its links must begin at the site's root. */
    private static String root(SitePlan plan, Page page) {
        if (!page.path().equals(Routes.NOT_FOUND)) {
            return page.path().root();
        }
        String url = plan.frame().baseUrl();
        return url.substring(url.indexOf('/', "https://".length()));
    }

    /** The templates by the names that they have for each other. */
    private static List<String> names(SitePlan plan) {
        return plan.templates().stream()
                .map(SourceFile::path)
                .filter(path -> path.endsWith(".ftlh"))
                .map(path -> path.substring(FOLDER.length()))
                .toList();
    }

    private static Configuration configuration(List<SourceFile> templates) {
        var loader = new StringTemplateLoader();
        templates.stream()
                .filter(file -> file.path().endsWith(".ftlh"))
                .forEach(file -> loader.putTemplate(file.path().substring(FOLDER.length()), file.text(), 0));
        var configuration = new Configuration(Configuration.VERSION_2_3_34);
        configuration.setTemplateLoader(loader);
        configuration.setObjectWrapper(new TemplateModels());
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        configuration.setLogTemplateExceptions(false);
        configuration.setWrapUncheckedExceptions(true);
        configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
        configuration.setAPIBuiltinEnabled(false);
        configuration.setLocalizedLookup(false);
        configuration.setTemplateUpdateDelayMilliseconds(Long.MAX_VALUE);
        configuration.setDefaultEncoding("UTF-8");
        configuration.setNumberFormat("c");
        configuration.setLocale(Locale.UK);
        configuration.setTimeZone(TimeZone.getTimeZone("UTC"));
        return configuration;
    }

    /** What goes wrong in templates becomes a diagnostic; a second account in some log would only confuse. */
    @SuppressWarnings("deprecation") // there is no other way that does not set a property of the whole machine
    private static void silenceFreeMarker() {
        try {
            Logger.selectLoggerLibrary(Logger.LIBRARY_NONE);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("no library is needed", e);
        }
    }
}
