package org.waymark.render;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.waymark.directory.Kinds;
import org.waymark.markdown.Html;
import org.waymark.plan.EntryPage;
import org.waymark.plan.FieldViews;
import org.waymark.plan.Frame;
import org.waymark.plan.Page;
import org.waymark.plan.PageTemplates;
import org.waymark.schema.Field;
import org.waymark.schema.Kind;
import org.waymark.source.Project;
import org.waymark.source.SourceFile;

/** Describes the data of a template: the records that it shows, the fields of the project's own kinds, and macros. */
public final class TemplateData {
    private static final String FOLDER = "templates/";
    private static final String ENDING = ".ftlh";
    private static final Pattern IMPORT = Pattern.compile("<#import \"/?([^\"]+)\" as (\\w+)>");
    private static final Pattern MACRO = Pattern.compile("<#macro ([^>]*)>");
    private static final Pattern WORD = Pattern.compile("\\w+");

    private final Kinds kinds;
    private final Map<String, SourceFile> templates = new LinkedHashMap<>();
    private final StringBuilder text = new StringBuilder();
    /** The records that are mentioned, in order of first mention. */
    private final Deque<Class<?>> left = new ArrayDeque<>();

    private final Set<Class<?>> named = new LinkedHashSet<>();

    private TemplateData(Kinds kinds, Project project) {
        this.kinds = kinds;
        project.templates().forEach(template -> templates.put(template.path(), template));
    }

    /** The names of all templates that exist or could exist, such as {@code page/entry.ftlh}. */
    public static List<String> names(Kinds kinds, Project project) {
        return Stream.of(
                        project.templates().stream().map(SourceFile::path),
                        Project.builtInTemplates().stream(),
                        kinds.withPages().stream().flatMap(kind -> kinds.shape().templates(kind).stream()))
                .flatMap(paths -> paths)
                .filter(path -> path.endsWith(ENDING))
                .map(path -> path.substring(FOLDER.length()))
                .distinct()
                .sorted()
                .toList();
    }

    /**
     * Describes a template.
     *
     * @param name one of {@link #names}
     */
    public static String of(String name, Kinds kinds, Project project) {
        var data = new TemplateData(kinds, project);
        data.describe(name);
        return data.text.toString();
    }

    private void describe(String name) {
        String bare = name.substring(0, name.length() - ENDING.length());
        Optional<Kind> kind = kinds.withPages().stream()
                .filter(each -> kinds.shape().templates(each).contains(FOLDER + name))
                .filter(each -> PageTemplates.recordOf(bare).isEmpty())
                .findFirst();
        Optional<Class<? extends Page>> shown =
                kind.isPresent() ? Optional.of(EntryPage.class) : PageTemplates.recordOf(bare);
        Optional<SourceFile> file = Optional.ofNullable(templates.get(FOLDER + name));
        if (shown.isPresent()) {
            line(name
                    + kind.map(each -> " shows the page of " + each.phrase() + ".")
                            .orElse(" shows a page.")
                    + (file.isEmpty() ? " There is none yet; page/entry.ftlh shows these pages." : ""));
            line("");
            variables(shown.get());
            if (shown.get() == EntryPage.class) {
                kind.map(List::of).orElseGet(kinds::withPages).forEach(this::fields);
            }
            records();
        } else {
            line(name + " is a part of other templates.");
            file.ifPresent(part -> macros("", part));
        }
        file.or(() -> Optional.ofNullable(templates.get(FOLDER + "page/entry" + ENDING)))
                .ifPresent(this::imports);
    }

    private void variables(Class<? extends Page> page) {
        row("page", type(page));
        row("site", type(Frame.class));
        row("label", "function: a label of the site by its key, with values for its placeholders");
        row("same", "directive: renders what it contains once for all pages that give it the same name");
        row("root", "text: the relative path to the home page, for links within the site");
        row("structuredData", "text: what the page is for search engines");
        row("structuredDataHash", "text: its hash, for the security policy");
    }

    /** Each record that was mentioned, with its components. */
    private void records() {
        while (!left.isEmpty()) {
            Class<?> type = left.removeFirst();
            line("");
            line(type.getSimpleName());
            for (RecordComponent component : type.getRecordComponents()) {
                row("  ." + component.getName(), type(component.getGenericType()));
            }
        }
    }

    private String type(Type type) {
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            Class<?> raw = (Class<?>) generic.getRawType();
            if (raw == Optional.class) {
                return type(arguments[0]) + ", may be missing";
            }
            if (raw == List.class) {
                return "list of " + type(arguments[0]);
            }
            if (raw == Map.class) {
                return "map from names to " + type(arguments[1]);
            }
            return type(raw) + " of " + type(arguments[0]);
        }
        if (type instanceof TypeVariable<?>) {
            return "items";
        }
        Class<?> plain = (Class<?>) type;
        if (plain == Html.class) {
            return "markup";
        }
        if (plain == boolean.class) {
            return "yes or no";
        }
        if (plain.isPrimitive() || Number.class.isAssignableFrom(plain)) {
            return "number";
        }
        if (plain.isRecord()) {
            if (named.add(plain)) {
                left.addLast(plain);
            }
            return plain.getSimpleName();
        }
        return "text";
    }

    private void fields(Kind kind) {
        line("");
        line("Fields of " + kind.phrase());
        for (Field<?> field : FieldViews.shown(kind)) {
            String name = field.name().matches("[a-z]+") ? "." + field.name() : "[\"" + field.name() + "\"]";
            row(
                    "  page.field" + name,
                    FieldViews.typeOf(field) + ": ." + String.join(", .", FieldViews.partsOf(field))
                            + (field.isRequired() ? "" : "; may be missing"));
        }
    }

    private void imports(SourceFile template) {
        Matcher imported = IMPORT.matcher(template.text());
        while (imported.find()) {
            Optional.ofNullable(templates.get(FOLDER + imported.group(1)))
                    .ifPresent(part -> macros(imported.group(2), part));
        }
    }

    private void macros(String namespace, SourceFile part) {
        var found = new ArrayList<String>();
        Matcher macro = MACRO.matcher(part.text());
        while (macro.find()) {
            found.add(macro.group(1).strip().replaceAll("\\s+", " "));
        }
        if (!found.isEmpty()) {
            line("");
            line("Macros of " + part.path().substring(FOLDER.length())
                    + (namespace.isEmpty() ? "" : ", imported as " + namespace));
            found.forEach(each -> line("  <@" + (namespace.isEmpty() ? "" : namespace + ".") + parameters(each) + ">"));
        }
    }

    /** A macro with its parameters; one with a default may be left out. */
    private static String parameters(String macro) {
        Matcher name = WORD.matcher(macro);
        return name.lookingAt()
                ? name.group()
                        + Stream.of(macro.substring(name.end()).strip().split(" (?=\\w+(?:=| |$))"))
                                .filter(parameter -> !parameter.isBlank())
                                .map(parameter ->
                                        " " + (parameter.contains("=") ? "[" + parameter + "]" : parameter + "=…"))
                                .collect(Collectors.joining())
                : macro;
    }

    private void row(String name, String type) {
        line(name + " ".repeat(Math.max(1, 32 - name.length())) + type);
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
