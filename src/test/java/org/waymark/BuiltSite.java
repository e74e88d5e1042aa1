package org.waymark;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.directory.Directory;
import org.waymark.publish.Publisher;
import org.waymark.render.OutputFile;
import org.waymark.source.Project;

/**
 * A site held in memory.
 *
 * @param files by path; none if there are errors
 */
public record BuiltSite(Edition edition, List<OutputFile> files) {
    public static BuiltSite of(Project project, Settings settings) {
        return of(Build.once(), project, settings);
    }

    public static BuiltSite of(Build build, Project project, Settings settings) {
        var files = new ConcurrentLinkedQueue<OutputFile>();
        Edition edition = build.run(project, settings, stage -> {}, files::add);
        List<OutputFile> sorted =
                files.stream().sorted(Comparator.comparing(OutputFile::path)).toList();
        return new BuiltSite(edition, edition.errors() > 0 ? List.of() : sorted);
    }

    /** Publishes any files. */
    public static Publisher.Result publish(List<OutputFile> files, Path folder) {
        try (var publisher = new Publisher(folder, folder, false)) {
            files.parallelStream().forEach(publisher::stage);
            return publisher.publish(Map.of());
        }
    }

    public List<Diagnostic> diagnostics() {
        return edition.diagnostics();
    }

    public Directory directory() {
        return edition.directory();
    }

    public long errors() {
        return edition.errors();
    }
}
