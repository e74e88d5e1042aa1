package org.waymark.content;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.waymark.diagnostic.Outcome;
import org.waymark.schema.KindFile;
import org.waymark.schema.LabelFile;
import org.waymark.schema.Shape;
import org.waymark.source.SourceFile;

/**
 * The shapes that are packed into the jar. A shape is a folder of YAML files, of the same form as those of a project.
 * Its file {@code index.txt} lists its files and those of other folders that it reuses, since a jar cannot be listed.
 */
public final class Shapes {
    /** The shape of a directory that names none. */
    public static final String DEFAULT = "services-with-examples";

    static final String BASE = "base";

    /** The folder of what every shape can use. */
    private static final String COMMON = "common";

    private static final String ROOT = "/org/waymark/shapes/";
    private static final String SAMPLE = "/sample/";

    private Shapes() {}

    private static final class Default {
        static final Shape SHAPE = read(DEFAULT);
    }

    /** The default shape, read once. */
    public static Shape builtIn() {
        return Default.SHAPE;
    }

    /** All shapes by name, each with a sentence that says what it is for. */
    public static Map<String, String> all() {
        var shapes = new TreeMap<String, String>();
        text("index.txt").lines().forEach(line -> {
            int colon = line.indexOf(": ");
            shapes.put(line.substring(0, colon), line.substring(colon + 2));
        });
        return shapes;
    }

    /** The names of all shapes. */
    static List<String> names() {
        return List.copyOf(all().keySet());
    }

    /** A shape by its name, which must exist. */
    public static Shape named(String name) {
        return name.equals(DEFAULT) ? builtIn() : read(name);
    }

    /** The files of a new directory of a shape, by their paths. */
    public static Map<String, String> sample(String name) {
        var files = new TreeMap<String, String>();
        index(name).stream()
                .filter(file -> file.contains(SAMPLE))
                .forEach(file -> files.put(file.substring(file.indexOf(SAMPLE) + SAMPLE.length()), text(file)));
        return files;
    }

    /** The files of a shape, by the paths that they would have in a project. */
    static List<SourceFile> files(String name) {
        return index(name).stream()
                .filter(file -> !file.contains(SAMPLE) && !file.contains("/" + LabelFile.FOLDER + "/"))
                .map(file -> SourceFile.of(ProjectShape.FOLDER + file.substring(file.indexOf('/') + 1), text(file)))
                .toList();
    }

    /**
     * The vocabularies that come with every shape, so far as kinds name them: reading them all would slow down each
     * directory.
     *
     * @param files that declare a shape
     */
    static List<SourceFile> common(Collection<SourceFile> files) {
        return index(COMMON).stream()
                .filter(file -> files.stream().noneMatch(own -> own.path().endsWith(file.substring(file.indexOf('/')))))
                .filter(file -> isNamed(vocabularyOf(file), files))
                .map(file -> SourceFile.of(ProjectShape.FOLDER + file.substring(file.indexOf('/') + 1), text(file)))
                .toList();
    }

    private static String vocabularyOf(String file) {
        return file.substring(file.lastIndexOf('/') + 1, file.lastIndexOf('.'));
    }

    private static boolean isNamed(String vocabulary, Collection<SourceFile> files) {
        Predicate<String> named = Pattern.compile("\\b(?:from|of|type): *[\"']?" + vocabulary + "\\b")
                .asPredicate();
        return files.stream()
                .anyMatch(file -> file.path().contains("/" + KindFile.FOLDER + "/") && named.test(file.text()));
    }

    /** The texts of the files of a shape. */
    public static List<String> sources(String name) {
        return files(name).stream().map(SourceFile::text).toList();
    }

    /**
     * The same files by those paths, each with its own path among the shapes.
     *
     * @param own files of a project, which may name further vocabularies
     */
    static Map<String, SourceFile> packed(String name, Collection<SourceFile> own) {
        var files = new TreeMap<String, SourceFile>();
        Stream.concat(index(name).stream(), index(COMMON).stream().filter(file -> isNamed(vocabularyOf(file), own)))
                .filter(file -> !file.contains(SAMPLE))
                .forEach(file -> files.put(
                        ProjectShape.FOLDER + file.substring(file.indexOf('/') + 1), SourceFile.of(file, text(file))));
        return files;
    }

    /** @throws IllegalStateException if a packed file is faulty, which a test rules out */
    private static Shape read(String name) {
        Outcome<Shape> shape = ShapeReader.read(name, files(name));
        if (!shape.diagnostics().isEmpty()) {
            throw new IllegalStateException("a shape has faults: " + shape.diagnostics());
        }
        return shape.value().orElseThrow();
    }

    private static List<String> index(String name) {
        return text(name + "/index.txt").lines().toList();
    }

    /** The labels that come with Waymark: those of every site, then those of the templates of one shape, if it has any. */
    static List<SourceFile> labels(String shape) {
        String file = "/" + LabelFile.FOLDER + "/" + LabelFile.COMPLETE + ".yaml";
        return Stream.of(BASE, shape)
                .distinct()
                .filter(name -> names().contains(name) && index(name).contains(name + file))
                .map(name -> SourceFile.of(name + file, text(name + file)))
                .toList();
    }

    private static String text(String file) {
        try (InputStream in = Shapes.class.getResourceAsStream(ROOT + file)) {
            if (in == null) {
                throw new IllegalStateException("not packed into the jar: " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
