package org.waymark.tool.edit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.waymark.content.ContentReader;
import org.waymark.content.ProjectShape;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.DidYouMean;
import org.waymark.diagnostic.Note;
import org.waymark.diagnostic.Outcome;
import org.waymark.directory.Kinds;
import org.waymark.schema.Kind;
import org.waymark.source.Project;
import org.waymark.source.SourceFile;
import org.waymark.source.Value.Mapping;
import org.waymark.source.Value.Scalar;

/** The files that declare the kinds and vocabularies of a project: its own, and those that it takes from its shape. */
final class ShapeFiles {
    /** More locations than this help nobody. */
    static final int MOST_NOTES = 5;

    private final Kinds kinds;
    private final Map<String, SourceFile> own;
    private final Map<String, SourceFile> inherited;

    private ShapeFiles(Kinds kinds, Project project) {
        this.kinds = kinds;
        own = project.content().stream()
                .filter(file -> ProjectShape.isPart(file.path()))
                .collect(Collectors.toMap(SourceFile::path, Function.identity()));
        inherited = ProjectShape.inherited(project).stream()
                .collect(Collectors.toMap(SourceFile::path, Function.identity()));
    }

    /** A file and what it declares. */
    record Part(SourceFile file, Mapping mapping) {
        YamlPositions positions() {
            return new YamlPositions(file);
        }

        static Part of(SourceFile file) {
            return new Part(file, (Mapping) ContentReader.readYaml(file)
                    .value()
                    .orElseThrow(() -> new IllegalArgumentException("not a file without errors: " + file.path())));
        }
    }

    /**
     * What declares a kind or a vocabulary.
     *
     * @param path of its file in the project, whether or not it exists
     * @param own that file
     * @param shaped the file of the shape, if it is not replaced as a whole
     */
    record Parts(String name, String path, Optional<Part> own, Optional<Part> shaped) {
        /** The file that declares most of it. */
        Part main() {
            return shaped.or(() -> own).orElseThrow();
        }
    }

    /**
     * The files of a project.
     *
     * @throws Refusal if they have errors
     */
    static ShapeFiles of(Project project) {
        Outcome<Kinds> shape = ProjectShape.of(project);
        if (shape.value().filter(Kinds::isSound).isEmpty()) {
            List<Note> notes = shape.diagnostics().stream()
                    .filter(Diagnostic::isError)
                    .sorted(Diagnostic.ORDER)
                    .limit(MOST_NOTES)
                    .map(finding -> new Note(finding.span(), "fix this first: " + finding.message()))
                    .toList();
            throw Refusal.inTheWay("the shape has errors", notes);
        }
        return new ShapeFiles(shape.value().orElseThrow(), project);
    }

    Kinds kinds() {
        return kinds;
    }

    /**
     * A kind by its name.
     *
     * @throws Refusal if there is none
     */
    Kind kind(String name) {
        List<String> names = kinds.forReaders().stream().map(Kind::name).toList();
        return kinds.forReaders().stream()
                .filter(kind -> kind.name().equals(name) || kind.plural().equals(name))
                .findFirst()
                .orElseThrow(() -> Refusal.wrongUsage("there is no kind `" + name + "`; "
                        + DidYouMean.question(name, names)
                                .orElseGet(() -> "the kinds are " + String.join(", ", names))));
    }

    /** Whether the shape of the project has a kind of this name. */
    boolean isInherited(String kind) {
        return inherited.containsKey(ProjectShape.fileOfKind(kind));
    }

    /** The files of each kind, in alphabetical order. */
    List<Parts> ofKinds() {
        return kinds.shape().kinds().stream().map(kind -> of(kind.name())).toList();
    }

    /** The files of a kind. */
    Parts of(String kind) {
        String path = ProjectShape.fileOfKind(kind);
        Optional<Part> declared = Optional.ofNullable(own.get(path)).map(Part::of);
        boolean isExtended = declared.isEmpty() || declared.get().mapping().has(ProjectShape.EXTENDS);
        String base = Optional.ofNullable(own.get(path))
                .flatMap(ProjectShape::namedReplaced)
                .map(Scalar::text)
                .map(String::strip)
                .map(ProjectShape::fileOfKind)
                .orElse(path);
        return new Parts(
                kind,
                path,
                declared,
                Optional.ofNullable(inherited.get(base))
                        .filter(file -> isExtended)
                        .map(Part::of));
    }

    /** The file of a vocabulary: that of the project, or else that of the shape. */
    Parts ofVocabulary(String name) {
        String path = ProjectShape.fileOfVocabulary(name);
        Optional<Part> declared = Optional.ofNullable(own.get(path)).map(Part::of);
        return new Parts(
                name,
                path,
                declared,
                Optional.ofNullable(inherited.get(path))
                        .filter(file -> declared.isEmpty())
                        .map(Part::of));
    }
}
