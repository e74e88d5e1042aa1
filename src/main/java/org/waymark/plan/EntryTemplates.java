package org.waymark.plan;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.waymark.schema.Kind;
import org.waymark.source.Project;
import org.waymark.source.SourceFile;

/**
 * Which template shows the entries of a kind: that of the project for this kind, that of the shape, or the one for all kinds.
 */
final class EntryTemplates {
    private static final String ANY = "page/entry";

    private final String shape;
    private final Set<String> paths;

    EntryTemplates(String shape, List<SourceFile> templates) {
        this.shape = shape;
        paths = templates.stream().map(SourceFile::path).collect(Collectors.toUnmodifiableSet());
    }

    /** The path below {@code templates}, without its extension. */
    String of(Kind kind) {
        String ofProject = "page/" + kind.name();
        String ofShape = "shape/" + shape + "/page/" + kind.name();
        // A kind may have the name of a page of the site, whose template shows something else.
        return Stream.of(ofProject, ofShape)
                .filter(name -> paths.contains(file(name)))
                .filter(name ->
                        !name.equals(ofProject) || !Project.builtInTemplates().contains(file(name)))
                .findFirst()
                .orElse(ANY);
    }

    private static String file(String name) {
        return "templates/" + name + ".ftlh";
    }
}
