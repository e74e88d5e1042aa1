package org.waymark.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The default templates, packed into the jar, for projects without a {@code templates} folder. */
final class BuiltInTemplates {
    /**
     * Paths below {@code templates}. A jar cannot be listed cheaply, so the names are listed here; a test keeps them
     * up to date.
     */
    static final List<String> NAMES = List.of(
            "assets/apple-touch-icon.png",
            "assets/finder.js",
            "assets/hours.js",
            "assets/icon-192.png",
            "assets/icon-512.png",
            "assets/icon-maskable-512.png",
            "assets/icon.svg",
            "assets/results.js",
            "assets/search.js",
            "assets/site.css",
            "assets/site.js",
            "assets/suggestions.js",
            "layout/base.ftlh",
            "page/a-to-z.ftlh",
            "page/absent.ftlh",
            "page/choice.ftlh",
            "page/choices.ftlh",
            "page/data.ftlh",
            "page/entries.ftlh",
            "page/entry.ftlh",
            "page/finder.ftlh",
            "page/further.ftlh",
            "page/glossary.ftlh",
            "page/gone.ftlh",
            "page/home.ftlh",
            "page/list.ftlh",
            "page/matrix.ftlh",
            "page/not-found.ftlh",
            "page/print.ftlh",
            "page/redirect.ftlh",
            "page/search.ftlh",
            "page/whats-new.ftlh",
            "part/actions.ftlh",
            "part/badge.ftlh",
            "part/fields.ftlh",
            "part/find.ftlh",
            "part/finder.ftlh",
            "part/first.ftlh",
            "part/fold.ftlh",
            "part/lists.ftlh",
            "part/meta.ftlh",
            "part/paging.ftlh",
            "part/pictures.ftlh",
            "part/prose.ftlh",
            "part/review.ftlh",
            "shape/services-with-examples/page/case-study.ftlh",
            "shape/services-with-examples/page/service.ftlh");

    private static final List<String> PATHS = NAMES.stream()
            .filter(name -> name.endsWith(".ftlh"))
            .map(name -> "templates/" + name)
            .toList();

    private BuiltInTemplates() {}

    /** The paths of the templates, as those of a project. */
    static List<String> paths() {
        return PATHS;
    }

    /** The paths of the other files. */
    static List<String> assets() {
        return NAMES.stream()
                .filter(name -> !name.endsWith(".ftlh"))
                .map(name -> "templates/" + name)
                .toList();
    }

    /** Whether a template has the name and text of a built-in one. */
    static boolean contains(SourceFile template) {
        String name = template.path().substring("templates/".length());
        return NAMES.contains(name) && template.text().equals(new String(bytes(name), StandardCharsets.UTF_8));
    }

    /** The bytes of a built-in file, by its path below {@code templates}. */
    static byte[] bytes(String name) {
        try (InputStream in = BuiltInTemplates.class.getResourceAsStream("/org/waymark/templates/" + name)) {
            if (in == null) {
                throw new IllegalStateException("the template is not packed into the jar: " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
