package org.waymark.content;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.Outcome;
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

/**
 * The shapes that are packed into the jar. A shape is a folder of YAML files, of the same form as those of a project, on top
 * of those that every directory has.
 */
public final class Shapes {
    /** The shape of a directory that names none. */
    public static final String DEFAULT = "services-with-examples";

    private static final String ROOT = "/org/waymark/shapes/";

    /** The files of each shape, since a jar cannot list them. */
    private static final Map<String, List<String>> FILES = Map.of(
            DEFAULT,
            List.of(
                    "services-with-examples/vocabularies/confidence",
                    "services-with-examples/vocabularies/regions",
                    "services-with-examples/kinds/case-study",
                    "services-with-examples/kinds/category",
                    "base/kinds/glossary-term",
                    "services-with-examples/kinds/organisation",
                    "base/kinds/page",
                    "services-with-examples/kinds/service"));

    private Shapes() {}

    private static final class Default {
        static final Shape SHAPE = read(DEFAULT);
    }

    /** The default shape, read once. */
    public static Shape builtIn() {
        return Default.SHAPE;
    }

    private static Shape read(String name) {
        var vocabularies = new LinkedHashMap<String, Vocabulary>();
        List<String> files = Objects.requireNonNull(FILES.get(name));
        files.stream()
                .filter(file -> file.contains("/" + VocabularyFile.FOLDER + "/"))
                .forEach(file -> {
                    Vocabulary read = read(file, mapping -> VocabularyFile.decode(id(file), mapping, start(file)));
                    vocabularies.put(read.name(), read);
                });
        var kindFile = new KindFile(vocabularies);
        var kinds = new ArrayList<Kind>();
        files.stream()
                .filter(file -> file.contains("/" + KindFile.FOLDER + "/"))
                .forEach(file -> kinds.add(read(file, mapping -> kindFile.decode(id(file), mapping, start(file)))));
        return new Shape(name, kinds, vocabularies);
    }

    private static Id id(String file) {
        return new Id(file.substring(file.lastIndexOf('/') + 1));
    }

    private static Span start(String file) {
        return Span.startOf(path(file));
    }

    private static String path(String file) {
        return "shapes/" + file + ".yaml";
    }

    /** @throws IllegalStateException when a packed file is at fault, which a test excludes */
    private static <T> T read(String file, Function<Mapping, Outcome<T>> decode) {
        SourceFile source = SourceFile.of(path(file), text(file));
        Outcome<Value> value = YamlReader.read(source, 0, source.text().length());
        List<Diagnostic> found = value.diagnostics();
        if (found.isEmpty() && value.value().orElse(null) instanceof Mapping mapping) {
            Outcome<T> decoded = decode.apply(mapping);
            found = decoded.diagnostics();
            if (found.isEmpty() && decoded.value().isPresent()) {
                return decoded.value().get();
            }
        }
        throw new IllegalStateException("a shape has faults: " + found);
    }

    private static String text(String file) {
        try (InputStream in = Shapes.class.getResourceAsStream(ROOT + file + ".yaml")) {
            if (in == null) {
                throw new IllegalStateException("not packed into the jar: " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
