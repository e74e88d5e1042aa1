package org.waymark.plan;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.waymark.schema.Kind;
import org.waymark.schema.Shape;
import org.waymark.source.Project;
import org.waymark.source.SourceFile;

/**
 * Selects the template for the entries of a kind: the project's for this kind, the shape's, or the one for all kinds.
 */
final class EntryTemplates {
    private static final String ANY = "page/entry";
    private static final String FOLDER = "templates/";
    private static final String OF_SHAPES = "shape/";

    private final Shape shape;
    private final Set<String> paths;
    private final Map<Kind, String> byKind = new ConcurrentHashMap<>();

    EntryTemplates(Shape shape, List<SourceFile> templates) {
        this.shape = shape;
        paths = templates.stream().map(SourceFile::path).collect(Collectors.toUnmodifiableSet());
    }

    /** The path below {@code templates}, without its extension. */
    String of(Kind kind) {
        return byKind.computeIfAbsent(kind, this::find);
    }

    private String find(Kind kind) {
        return shape.templates(kind).stream()
                .filter(paths::contains)
                .filter(path -> !isOfAnotherPage(path))
                .map(path -> path.substring(FOLDER.length(), path.lastIndexOf('.')))
                .findFirst()
                .orElse(ANY);
    }

    /**
     * The fields of an entry as its template knows them: the shape's template uses the names they have in the shape.
     */
    List<FieldView> named(Kind kind, List<FieldView> fields) {
        return of(kind).startsWith(OF_SHAPES)
                ? fields.stream()
                        .map(field -> field.named(shape.nameInShape(kind, field.name())))
                        .toList()
                : fields;
    }

    /** A kind may have the name of a page of the site, such as a list, whose template shows something else. */
    private static boolean isOfAnotherPage(String path) {
        return path.startsWith(FOLDER + "page/") && Project.builtInTemplates().contains(path);
    }
}
