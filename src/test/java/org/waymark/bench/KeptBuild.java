package org.waymark.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.waymark.Build;
import org.waymark.Settings;
import org.waymark.publish.Publisher;
import org.waymark.render.OutputFile;
import org.waymark.source.Project;
import org.waymark.source.ProjectReader;
import org.waymark.source.SourceFile;

/**
 * Prints, in seconds, how long publishing alone takes, and how long it takes to rebuild the site in memory after one
 * case study has changed, in a running process. Takes the folder of a project and an empty one for the site.
 */
final class KeptBuild {
    private static final int CHANGES = 5;
    private static final String CASE_STUDIES = "content/case-studies/";

    private KeptBuild() {}

    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[1]);
        Project project = ProjectReader.read(Path.of(arguments[0]));
        var settings = new Settings(GeneratedDirectory.AS_OF, Optional.empty());
        Build build = Build.kept();
        Queue<OutputFile> files = new ConcurrentLinkedQueue<>();
        build.run(project, settings, stage -> {}, files::add);
        print(seconds(() -> publish(folder, publisher -> files.parallelStream().forEach(publisher::stage))));
        files.clear();
        var times = new ArrayList<Double>();
        for (int i = 0; i < CHANGES; i++) {
            Project changed = withOneChange(project, i);
            times.add(seconds(() -> build.run(changed, settings, stage -> {}, file -> {})));
        }
        times.sort(null);
        print(times.get(CHANGES / 2));
    }

    private static void publish(Path folder, Consumer<Publisher> stageAll) {
        try (var publisher = new Publisher(folder, folder, false)) {
            stageAll.accept(publisher);
            publisher.publish(Map.of());
        }
    }

    private static double seconds(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }

    private static Project withOneChange(Project project, int number) {
        var content = new ArrayList<>(project.content());
        int first = 0;
        while (!content.get(first).path().startsWith(CASE_STUDIES)) {
            first++;
        }
        SourceFile study = content.get(first + number);
        content.set(first + number, SourceFile.of(study.path(), study.text() + "\nAnother sentence.\n"));
        return project.withContent(content);
    }

    private static void print(double seconds) {
        System.out.printf(Locale.ROOT, "%.6f%n", seconds);
    }
}
