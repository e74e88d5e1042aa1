package org.waymark.tool.lsp;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.waymark.Edition;
import org.waymark.content.ContentReader;
import org.waymark.content.ProjectShape;
import org.waymark.directory.Directory;
import org.waymark.directory.Entry;
import org.waymark.directory.Kinds;
import org.waymark.directory.LinkableFiles;
import org.waymark.schema.Id;
import org.waymark.schema.Kind;
import org.waymark.schema.Role;
import org.waymark.schema.Shape;
import org.waymark.source.Project;
import org.waymark.source.SourceFile;

/**
 * A directory at one moment, including unsaved texts that are open in the client. Immutable and thread-safe.
 *
 * @param edition the result of checking this project
 * @param directory that of the edition; while the shape has errors, the last one before, since none can be read
 * @param kinds those of the shape, as far as it can be read
 */
record Snapshot(Project project, Edition edition, Directory directory, Kinds kinds) {
    /** The snapshot after another one. */
    static Snapshot of(Project project, Edition edition, Optional<Snapshot> before) {
        boolean isSame = before.filter(
                        last -> ProjectShape.files(last.project()).equals(ProjectShape.files(project)))
                .isPresent();
        boolean isUsable = isSame
                ? !before.get().isStale()
                : ProjectShape.of(project).value().filter(Kinds::isSound).isPresent();
        if (isUsable) {
            return new Snapshot(
                    project, edition, edition.directory(), edition.directory().kinds());
        }
        Shape readable = isSame ? before.get().shape() : ProjectShape.readable(project);
        var kinds = new Kinds(before.map(last -> readable.over(last.shape())).orElse(readable));
        Directory directory = before.map(Snapshot::directory)
                .orElseGet(() -> Directory.of(
                        kinds,
                        List.of(),
                        LinkableFiles.NONE,
                        edition.directory().asOf(),
                        false));
        return new Snapshot(project, edition, directory, kinds);
    }

    /** The shape, as far as it can be read. */
    Shape shape() {
        return kinds.shape();
    }

    /** Whether the directory is older than the texts. */
    boolean isStale() {
        return directory != edition.directory();
    }

    /** The kind that a file belongs to; files of the shape have kinds too. */
    Optional<Kind> kindOf(SourceFile file) {
        return ProjectShape.isPart(file.path()) ? ProjectShape.kindOf(file, shape()) : kinds.claiming(file.path());
    }

    /** The entries of the current version of a file, which may be newer than this snapshot. */
    List<Entry> read(SourceFile file) {
        return ProjectShape.isPart(file.path())
                ? List.of()
                : new ContentReader(directory().kinds()).read(file).value().orElse(List.of());
    }

    /** A content file by path. */
    Optional<SourceFile> file(String path) {
        return project.content().stream()
                .filter(file -> file.path().equals(path))
                .findFirst();
    }

    /** An entry, complete or not. */
    Optional<Entry> entry(Kind kind, Id id) {
        return directory().entries(kind).filter(entry -> entry.id().equals(id)).findFirst();
    }

    /** All entries that other texts can refer to: each with its own file or term, without the settings. */
    Stream<Entry> entries() {
        return directory().kinds().forReaders().stream()
                .flatMap(kind -> directory().entries(kind))
                .filter(Entry::isNamed);
    }

    /** The entries whose name or id contains these words. */
    Stream<Entry> entriesCalled(String words) {
        String wanted = words.strip().toLowerCase(Locale.ROOT);
        return entries()
                .filter(entry -> (label(entry) + "\n" + entry.id())
                        .toLowerCase(Locale.ROOT)
                        .contains(wanted));
    }

    /** The name of an entry, or its id if it has none. */
    static String label(Entry entry) {
        return entry.find(entry.kind().labelField())
                .map(String::valueOf)
                .orElse(entry.id().value());
    }

    /** One or two sentences about an entry: its summary, or the definition of a term. */
    static Optional<String> gist(Entry entry) {
        return entry.summary().or(() -> entry.text(Role.DEFINITION));
    }
}
