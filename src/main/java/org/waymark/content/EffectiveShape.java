package org.waymark.content;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.waymark.diagnostic.Outcome;
import org.waymark.schema.KindFile;
import org.waymark.schema.VocabularyFile;
import org.waymark.source.Project;
import org.waymark.source.SourceFile;
import org.waymark.source.Value;
import org.waymark.source.Value.Mapping;

/**
 * The files of which the shape of a project consists, its own and those of the shape from which it starts. Places in the
 * latter have the path that the file has among the shapes, such as {@code base/kinds/page.yaml}.
 *
 * @param start the name of the shape from which the project starts
 * @param parts kinds, then vocabularies, each in alphabetical order
 */
public record EffectiveShape(String start, List<Part> parts) {
    public EffectiveShape {
        parts = List.copyOf(parts);
    }

    /**
     * A kind or a vocabulary.
     *
     * @param path of its file in the project, whether or not there is one
     * @param own that file
     * @param packed the file of the shape that declares it
     */
    public record Part(String name, String path, Optional<SourceFile> own, Optional<SourceFile> packed) {
        public boolean isKind() {
            return path.startsWith(ProjectShape.FOLDER + KindFile.FOLDER);
        }

        /** The file of the project adds to that of the shape, and does not replace it. */
        public boolean isExtension() {
            return packed.isPresent()
                    && own.flatMap(Part::fields)
                            .filter(KindExtension::isExtension)
                            .isPresent();
        }

        /** What the files say together; what is wrong in them is left out, or empty if they cannot be read. */
        public Optional<Mapping> effective() {
            Optional<Mapping> base = packed.flatMap(Part::fields);
            if (own.isEmpty()) {
                return base;
            }
            return own.flatMap(Part::fields)
                    .flatMap(fields -> KindExtension.withOrigins(fields, packed).value());
        }

        private static Optional<Mapping> fields(SourceFile file) {
            Outcome<Value> read = ContentReader.readYaml(file);
            return read.diagnostics().isEmpty()
                    ? read.value().filter(Mapping.class::isInstance).map(Mapping.class::cast)
                    : Optional.empty();
        }
    }

    /** The files of a project. */
    public static EffectiveShape of(Project project) {
        return of(ProjectShape.start(project), project.content());
    }

    /** The files of a directory of the default shape. */
    public static EffectiveShape ofDefault() {
        return of(Shapes.DEFAULT, List.of());
    }

    private static EffectiveShape of(String start, List<SourceFile> content) {
        Map<String, SourceFile> packed = Shapes.packed(start);
        Map<String, SourceFile> own = new TreeMap<>();
        content.stream().filter(file -> ProjectShape.declares(file.path())).forEach(file -> own.put(file.path(), file));
        for (SourceFile file : own.values()) {
            ProjectShape.namedReplaced(file)
                    .map(name ->
                            packed.remove(ProjectShape.fileOfKind(name.text().strip())))
                    .ifPresent(before -> packed.put(file.path(), before));
        }
        var parts = new ArrayList<Part>();
        for (String folder : List.of(KindFile.FOLDER, VocabularyFile.FOLDER)) {
            Stream.concat(packed.keySet().stream(), own.keySet().stream())
                    .filter(path -> path.startsWith(ProjectShape.FOLDER + folder + "/"))
                    .distinct()
                    .sorted()
                    .map(path -> new Part(
                            path.substring(path.lastIndexOf('/') + 1, path.lastIndexOf('.')),
                            path,
                            Optional.ofNullable(own.get(path)),
                            Optional.ofNullable(packed.get(path))))
                    .forEach(parts::add);
        }
        return new EffectiveShape(start, parts);
    }

    /** The parts with a name; a kind and a vocabulary may have the same. */
    public List<Part> named(String name) {
        return parts.stream().filter(part -> part.name().equals(name)).toList();
    }

    /** The names of all parts, without duplicates. */
    public List<String> names() {
        Map<String, Part> byName = new LinkedHashMap<>();
        parts.forEach(part -> byName.putIfAbsent(part.name(), part));
        return List.copyOf(byName.keySet());
    }
}
