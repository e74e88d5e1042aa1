package org.waymark.content;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.waymark.diagnostic.Outcome;
import org.waymark.schema.HomeFile;
import org.waymark.schema.KindFile;
import org.waymark.schema.LabelFile;
import org.waymark.schema.VocabularyFile;
import org.waymark.source.Project;
import org.waymark.source.SourceFile;
import org.waymark.source.Span;
import org.waymark.source.Value;
import org.waymark.source.Value.Mapping;
import org.waymark.source.Value.Member;

/**
 * The files that make up the shape of a project, its own and those of the shape from which it starts. Spans in the
 * latter have the path that the file has among the shapes, such as {@code base/kinds/page.yaml}.
 *
 * @param start the name of the shape from which the project starts
 * @param parts kinds, then vocabularies, each in alphabetical order, then the home page
 * @param labels those of the site, in the order of the labels that come with Waymark
 */
public record EffectiveShape(String start, List<Part> parts, Mapping labels) {
    /** The names of the home page and of the labels, alongside those of kinds and vocabularies. */
    public static final String HOME = "home";

    public static final String LABELS = LabelFile.FOLDER;

    public EffectiveShape {
        parts = List.copyOf(parts);
    }

    /** What a file declares. */
    public enum Sort {
        KIND,
        VOCABULARY,
        HOME
    }

    /**
     * A kind, a vocabulary or the home page.
     *
     * @param path of its file in the project, whether or not it exists
     * @param own that file
     * @param packed the file of the shape that declares it
     */
    public record Part(String name, String path, Optional<SourceFile> own, Optional<SourceFile> packed) {
        public Sort sort() {
            return path.equals(ProjectShape.HOME)
                    ? Sort.HOME
                    : path.startsWith(ProjectShape.FOLDER + KindFile.FOLDER) ? Sort.KIND : Sort.VOCABULARY;
        }

        public boolean isKind() {
            return sort() == Sort.KIND;
        }

        /** The file of the project extends that of the shape instead of replacing it. */
        public boolean isExtension() {
            return packed.isPresent()
                    && own.flatMap(Part::fields)
                            .filter(KindExtension::isExtension)
                            .isPresent();
        }

        /** What the files declare together, without any faulty parts; empty if they cannot be read. */
        public Optional<Mapping> effective() {
            Optional<Mapping> base = packed.flatMap(Part::fields);
            if (own.isEmpty()) {
                return base;
            }
            Optional<Mapping> fields = own.flatMap(Part::fields);
            return isKind()
                    ? fields.flatMap(
                            kind -> KindExtension.withOrigins(kind, packed).value())
                    : fields;
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
        return of(ProjectShape.start(project), project.content(), ProjectShape.language(project));
    }

    /** The files of a directory of the default shape. */
    public static EffectiveShape ofDefault() {
        return of(Shapes.DEFAULT, List.of(), LabelFile.COMPLETE);
    }

    private static EffectiveShape of(String start, List<SourceFile> content, String language) {
        Map<String, SourceFile> packed = Shapes.packed(start, content);
        Map<String, SourceFile> own = new TreeMap<>();
        content.stream()
                .filter(file ->
                        ProjectShape.declares(file.path()) || file.path().equals(ProjectShape.HOME))
                .forEach(file -> own.put(file.path(), file));
        for (SourceFile file : own.values()) {
            ProjectShape.namedReplaced(file)
                    .map(name ->
                            packed.remove(ProjectShape.fileOfKind(name.text().strip())))
                    .ifPresent(before -> packed.put(file.path(), before));
        }
        var parts = new ArrayList<Part>();
        for (String place : List.of(KindFile.FOLDER + "/", VocabularyFile.FOLDER + "/", HomeFile.NAME)) {
            Stream.concat(packed.keySet().stream(), own.keySet().stream())
                    .filter(path -> path.startsWith(ProjectShape.FOLDER + place))
                    .distinct()
                    .sorted()
                    .map(path -> new Part(
                            path.substring(path.lastIndexOf('/') + 1, path.lastIndexOf('.')),
                            path,
                            Optional.ofNullable(own.get(path)),
                            Optional.ofNullable(packed.get(path))))
                    .forEach(parts::add);
        }
        return new EffectiveShape(start, parts, labels(start, content, language));
    }

    /** The labels of a site, each from the file that takes precedence. */
    private static Mapping labels(String start, List<SourceFile> content, String language) {
        Map<String, Member> all = new LinkedHashMap<>();
        Stream<SourceFile> own = LabelFile.languages(language).stream()
                .map(ProjectShape::fileOfLabels)
                .flatMap(path -> content.stream().filter(file -> file.path().equals(path)));
        Stream.concat(Shapes.labels(start).stream(), own)
                .flatMap(file -> Part.fields(file).stream())
                .flatMap(fields -> fields.members().stream())
                .forEach(label -> all.put(label.key().text(), label));
        Set<String> known = SiteLabels.shipped(start).keySet();
        all.keySet().removeIf(key -> !known.contains(key));
        return new Mapping(List.copyOf(all.values()), Span.startOf(ProjectShape.fileOfLabels(language)));
    }

    /** The names of all parts and of the labels, without duplicates. */
    public List<String> names() {
        return Stream.concat(parts.stream().map(Part::name), Stream.of(LABELS))
                .distinct()
                .toList();
    }
}
