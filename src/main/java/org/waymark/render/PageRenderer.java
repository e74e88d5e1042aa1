package org.waymark.render;

import freemarker.cache.StringTemplateLoader;
import freemarker.core.ParseException;
import freemarker.core.TemplateClassResolver;
import freemarker.log.Logger;
import freemarker.template.Configuration;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import freemarker.template.TemplateNotFoundException;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.Outcome;
import org.waymark.plan.Page;
import org.waymark.plan.Routes;
import org.waymark.plan.SitePlan;
import org.waymark.source.Position;
import org.waymark.source.SourceFile;
import org.waymark.source.Span;

/** The pages, by the FreeMarker templates of the project. */
final class PageRenderer implements Renderer {
    private static final String FOLDER = "templates/";

    static {
        silenceFreeMarker();
    }

    @Override
    public Outcome<List<OutputFile>> render(SitePlan plan) {
        Configuration templates = configuration(plan.templates());
        var structuredData = new StructuredData(plan);
        var results = plan.pages().parallelStream()
                .map(page -> render(templates, plan, structuredData, page))
                .toList();
        var files = new ArrayList<OutputFile>(results.size());
        var diagnostics = new ArrayList<Diagnostic>();
        for (Outcome<OutputFile> result : results) {
            result.value().ifPresent(files::add);
            diagnostics.addAll(result.diagnostics());
        }
        // One broken template breaks all pages that use it; it is still one fault.
        return Outcome.of(files, diagnostics.stream().distinct().toList());
    }

    private static Outcome<OutputFile> render(
            Configuration templates, SitePlan plan, StructuredData structuredData, Page page) {
        String name = "page/" + page.template() + ".ftlh";
        var data = Map.of(
                "page", page,
                "site", plan.frame(),
                "root", root(plan, page),
                "structuredData", structuredData.of(page));
        var text = new StringWriter(16_384);
        try {
            Template template = templates.getTemplate(name);
            template.process(data, text);
            return Outcome.of(OutputFile.Made.text(page.path().file(), text.getBuffer()));
        } catch (ParseException e) {
            return failed(
                    e.getTemplateName(),
                    e.getLineNumber(),
                    e.getColumnNumber(),
                    e.getEndLineNumber(),
                    e.getEndColumnNumber(),
                    e.getEditorMessage());
        } catch (TemplateNotFoundException e) {
            return failed(name, 1, 1, 1, 1, "the template `" + e.getTemplateName() + "` is not there");
        } catch (TemplateException e) {
            return failed(
                    e.getTemplateSourceName(),
                    number(e.getLineNumber()),
                    number(e.getColumnNumber()),
                    number(e.getEndLineNumber()),
                    number(e.getEndColumnNumber()),
                    e.getMessageWithoutStackTop());
        } catch (IOException e) {
            throw new IllegalStateException("rendering in memory cannot fail", e);
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

    private static int number(@Nullable Integer number) {
        return number == null ? 1 : number;
    }

    private static Outcome<OutputFile> failed(
            @Nullable String template, int line, int column, int endLine, int endColumn, @Nullable String message) {
        var start = new Position(Math.max(1, line), Math.max(1, column));
        var last = new Position(Math.max(1, endLine), Math.max(1, endColumn) + 1);
        var span = new Span(FOLDER + template, start, last.compareTo(start) < 0 ? start : last);
        String text = message == null ? "this template cannot be used" : firstParagraph(message);
        return Outcome.failed(Diagnostic.of(
                Codes.TEMPLATE_ERROR,
                span,
                text,
                "mend the template, or remove it to use the one that comes with Waymark"));
    }

    private static String firstParagraph(String message) {
        int end = message.indexOf("\n\n");
        String paragraph = end < 0 ? message : message.substring(0, end);
        return paragraph
                .lines()
                .map(String::strip)
                .reduce((a, b) -> a + " " + b)
                .orElse("");
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
