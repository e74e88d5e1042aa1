package org.waymark;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.waymark.source.Project;
import org.waymark.source.ProjectReader;
import org.waymark.source.SourceFile;

/** Projects for tests, in memory. */
public final class TestProject {
    public static final Settings SETTINGS = new Settings(LocalDate.of(2025, 3, 1), Optional.empty());

    private static final Project SMALL = readSmall();

    private TestProject() {}

    /** The smallest directory without findings. */
    public static Project small() {
        return SMALL;
    }

    private static Project readSmall() {
        return ProjectReader.read(resource("/spec-base"));
    }

    /**
     * A directory with awkward names and texts: letter case, accents, markup, duplicate headings. Read again on each
     * call.
     */
    public static Project awkward() {
        return with(readSmall(), ProjectReader.read(resource("/awkward")).content(), List.of());
    }

    /** The smallest directory with files added or replaced. */
    public static Project smallWith(SourceFile... files) {
        return with(small(), List.of(files), List.of());
    }

    /** A project with files added or replaced, and files that belong to no kind of entry. */
    public static Project with(Project base, List<SourceFile> files, List<String> others) {
        Map<String, SourceFile> content = byPath(base.content());
        Map<String, SourceFile> templates = byPath(base.templates());
        for (SourceFile file : files) {
            (file.path().startsWith("templates/") ? templates : content).put(file.path(), file);
        }
        var otherPaths = new ArrayList<>(base.others());
        otherPaths.addAll(others);
        return new Project(
                List.copyOf(content.values()),
                base.images(),
                base.attachments(),
                base.hostFiles(),
                otherPaths,
                base.unread(),
                List.copyOf(templates.values()),
                base.assets());
    }

    /** A project without some of its files. */
    public static Project without(Project base, String path) {
        Map<String, SourceFile> content = byPath(base.content());
        content.remove(path);
        return base.withContent(List.copyOf(content.values()));
    }

    private static Map<String, SourceFile> byPath(List<SourceFile> files) {
        var byPath = new TreeMap<String, SourceFile>();
        files.forEach(file -> byPath.put(file.path(), file));
        return byPath;
    }

    public static Path resource(String name) {
        try {
            return Path.of(TestProject.class.getResource(name).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Copies the small directory into a new folder. */
    public static void copySmall(Path folder) throws IOException {
        Path base = resource("/spec-base");
        try (Stream<Path> files = Files.walk(base)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve(base.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }
}
