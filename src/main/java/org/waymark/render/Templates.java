package org.waymark.render;

import freemarker.cache.StringTemplateLoader;
import freemarker.cache.StrongCacheStorage;
import freemarker.core.ParseException;
import freemarker.core.TemplateClassResolver;
import freemarker.core._CoreAPI;
import freemarker.log.Logger;
import freemarker.template.Configuration;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.source.SourceFile;

/**
 * The parsed templates of a project. FreeMarker has access to nothing else: it reads no files, loads no classes and
 * writes no log. Thread-safe.
 */
final class Templates {
    static final String FOLDER = "templates/";

    static {
        silenceFreeMarker();
    }

    /** The templates that were read last: previews, language servers and tests build many sites from the same ones. */
    private static final AtomicReference<@Nullable Templates> LAST = new AtomicReference<>();

    private final List<SourceFile> files;
    private final Configuration configuration;
    private final List<String> names;
    private final List<Diagnostic> unreadable;

    private Templates(List<SourceFile> files) {
        this.files = files;
        configuration = configuration(files);
        names = names(files);
        unreadable = Stream.concat(
                        names.parallelStream().flatMap(name -> parse(name).stream()),
                        files.parallelStream().flatMap(ForbiddenCode::find))
                .toList();
    }

    /** Parses templates, unless they are those of the last call. */
    static Templates read(List<SourceFile> files) {
        Templates last = LAST.get();
        if (last != null && last.files.equals(files)) {
            return last;
        }
        var templates = new Templates(files);
        LAST.set(templates);
        return templates;
    }

    /** Templates that cannot be parsed. They also break the templates that use them, which is not reported. */
    List<Diagnostic> unreadable() {
        return unreadable;
    }

    /** Renders a page. If this returns a problem in the template, the output is incomplete. */
    Optional<Diagnostic> render(String name, Map<String, Object> data, Writer text, PageWatch watch) {
        try {
            return watch.run(new Rendering(name, template(name).createProcessingEnvironment(data, text)), names);
        } catch (IOException | TemplateException e) {
            throw new IllegalStateException("every template is there and takes any data", e);
        }
    }

    /** A template, which is parsed on first use. */
    Template template(String name) throws IOException {
        return configuration.getTemplate(name);
    }

    private Optional<Diagnostic> parse(String name) {
        try {
            // Makes loops check for interruption. FreeMarker calls this experimental, but other projects depend on
            // it.
            _CoreAPI.addThreadInterruptedChecks(template(name));
            return Optional.empty();
        } catch (ParseException e) {
            return Optional.of(TemplateProblem.diagnose(e));
        } catch (StackOverflowError e) {
            return Optional.of(TemplateProblem.tooNested(name));
        } catch (IOException e) {
            throw new IllegalStateException("reading from memory cannot fail", e);
        }
    }

    /** The names by which templates include each other. */
    private static List<String> names(List<SourceFile> templates) {
        return templates.stream()
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
        configuration.setCacheStorage(new StrongCacheStorage());
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

    /** Problems in templates become diagnostics; logging them too would only confuse. */
    @SuppressWarnings("deprecation") // the alternative is a system property
    private static void silenceFreeMarker() {
        try {
            Logger.selectLoggerLibrary(Logger.LIBRARY_NONE);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("no library is needed", e);
        }
    }
}
