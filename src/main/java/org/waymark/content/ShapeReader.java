package org.waymark.content;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.Outcome;
import org.waymark.directory.Entry;
import org.waymark.directory.ShapeCheck;
import org.waymark.directory.Synonym;
import org.waymark.schema.Id;
import org.waymark.schema.Kind;
import org.waymark.schema.KindFile;
import org.waymark.schema.Shape;
import org.waymark.schema.Vocabulary;
import org.waymark.schema.VocabularyFile;
import org.waymark.source.SourceFile;
import org.waymark.source.Span;
import org.waymark.source.Value;
import org.waymark.source.Value.Mapping;

/** Reads the files of a shape: first its vocabularies, then its kinds, which use them. */
public final class ShapeReader {
    private static final String SYNONYMS = "synonyms.yaml";

    private final List<Diagnostic> found = new ArrayList<>();
    private final Map<String, SourceFile> extended;
    private final Map<String, Shape.NamesInShape> origins = new LinkedHashMap<>();

    private ShapeReader(Map<String, SourceFile> extended) {
        this.extended = extended;
    }

    /**
     * Reads the files in folders called {@code vocabularies} and {@code kinds}.
     *
     * @return the shape as far as it could be read, with what is wrong in it; it has no fault as a whole only if nothing was
     *     found
     */
    public static Outcome<Shape> read(String name, List<SourceFile> files) {
        return read(name, files, Map.of());
    }

    /**
     * The same, where a file may say that it extends another one.
     *
     * @param extended that file, by the path of the one that extends it
     */
    static Outcome<Shape> read(String name, List<SourceFile> files, Map<String, SourceFile> extended) {
        var reader = new ShapeReader(extended);
        Map<String, Vocabulary> vocabularies = new LinkedHashMap<>();
        for (SourceFile file : in(VocabularyFile.FOLDER, files)) {
            // A broken one is there, so that kinds which use it are not at fault too.
            Vocabulary vocabulary = reader.decode(
                            file, (id, mapping) -> VocabularyFile.decode(id, mapping, Span.startOf(file.path())))
                    .orElseGet(() -> new Vocabulary(name(file), List.of()));
            vocabularies.put(vocabulary.name(), vocabulary);
        }
        var kindFile = new KindFile(vocabularies);
        List<Kind> kinds = in(KindFile.FOLDER, files).stream()
                .flatMap(file ->
                        reader
                                .decode(file, (id, mapping) -> kindFile.decode(id, mapping, Span.startOf(file.path())))
                                .stream())
                .sorted(Comparator.comparing(Kind::name))
                .toList();
        var shape = new Shape(name, kinds, vocabularies, reader.synonyms(files), reader.origins);
        if (reader.found.stream().noneMatch(Diagnostic::isError)) {
            reader.found.addAll(ShapeCheck.faults(shape));
        }
        return new Outcome<>(Optional.of(shape), reader.found);
    }

    /** Those in the file {@code synonyms.yaml}, which is of the same form as that of a directory's own. */
    private List<List<String>> synonyms(List<SourceFile> files) {
        return files.stream()
                .filter(file -> file.path().equals(ProjectShape.FOLDER + SYNONYMS))
                .map(file -> EntryReader.read(file, Synonym.KIND))
                .peek(read -> found.addAll(read.diagnostics()))
                .flatMap(read -> read.value().orElse(List.of()).stream())
                .filter(Entry::isComplete)
                .map(Synonym::phrases)
                .toList();
    }

    private static List<SourceFile> in(String folder, List<SourceFile> files) {
        return files.stream()
                .filter(file -> file.path().contains("/" + folder + "/"))
                .toList();
    }

    private static String name(SourceFile file) {
        String path = file.path();
        return path.substring(path.lastIndexOf('/') + 1, path.lastIndexOf('.'));
    }

    private <T> Optional<T> decode(SourceFile file, BiFunction<Id, Mapping, Outcome<T>> decode) {
        String path = file.path();
        String name = name(file);
        if (!Id.isValid(name)) {
            found.add(Diagnostic.of(
                    Codes.INVALID_ID,
                    Span.startOf(path),
                    "the name of the file cannot be that of a kind or a vocabulary",
                    "write it in small letters, with hyphens between words, such as `opening-times.yaml`"));
            return Optional.empty();
        }
        Outcome<Value> value = ContentReader.readYaml(file);
        found.addAll(value.diagnostics());
        // What else seems wrong in a file that is no YAML follows from that.
        if (value.diagnostics().isEmpty()
                && value.value().isPresent()
                && value.value().get() instanceof Mapping mapping) {
            Optional<SourceFile> base = Optional.ofNullable(extended.get(path));
            Outcome<Mapping> whole = KindExtension.apply(mapping, base);
            found.addAll(whole.diagnostics());
            base.flatMap(replaced -> KindExtension.origin(mapping, name, name(replaced)))
                    .ifPresent(names -> origins.put(name, names));
            if (whole.value().isEmpty()) {
                return Optional.empty();
            }
            Outcome<T> decoded = decode.apply(new Id(name), whole.value().get());
            found.addAll(decoded.diagnostics());
            return decoded.value();
        }
        if (value.diagnostics().isEmpty()) {
            found.add(Diagnostic.of(
                    Codes.INVALID_YAML,
                    Span.startOf(path),
                    "the file has no fields",
                    "write lines of the form `field: value`"));
        }
        return Optional.empty();
    }
}
