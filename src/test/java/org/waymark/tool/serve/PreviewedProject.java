package org.waymark.tool.serve;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.waymark.BuiltSite;
import org.waymark.Settings;
import org.waymark.TestProject;
import org.waymark.report.ReportContext;
import org.waymark.report.ReportFormat;
import org.waymark.source.Project;
import org.waymark.source.ProjectFolder;
import org.waymark.source.ProjectReader;
import org.waymark.source.SourceFile;

/** A project on disk that is being edited, with what its preview has reported. */
final class PreviewedProject implements PreviewListener, AutoCloseable {
    /** Machines may be slow; a test that waits this long has failed. */
    private static final long PATIENCE = 60_000;

    final List<Rebuild> rebuilds = new CopyOnWriteArrayList<>();
    final List<RuntimeException> failures = new CopyOnWriteArrayList<>();
    final List<PreviewState> shown = new CopyOnWriteArrayList<>();
    Settings settings = TestProject.SETTINGS;
    PreviewServer server;
    private final Path root;
    private Thread watcher;

    PreviewedProject(Path root, String resource) throws IOException {
        this.root = root;
        Path base = TestProject.resource(resource);
        try (Stream<Path> files = Files.walk(base)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = root.resolve(base.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    /** A preview that polls only on request, and shows nothing to anyone. */
    Preview preview() {
        return new Preview(
                new ProjectFolder(root, Clock.systemUTC()), () -> settings, Clock.systemUTC(), shown::add, this);
    }

    /** Starts a server that watches by itself. */
    PreviewedProject serve() throws IOException, InterruptedException {
        server = PreviewServer.bind(0, fault -> failures.add(new IllegalStateException(fault)));
        var preview = new Preview(
                new ProjectFolder(root, Clock.systemUTC()), () -> settings, Clock.systemUTC(), server, this);
        preview.poll();
        watcher = new Thread(() -> {
            try {
                preview.watch();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        watcher.setDaemon(true);
        watcher.start();
        return this;
    }

    Path path(String file) {
        return root.resolve(file);
    }

    String read(String file) {
        try {
            return Files.readString(path(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(String file, String text) {
        try {
            Files.createDirectories(path(file).getParent());
            Files.writeString(path(file), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void replace(String file, String old, String with) {
        String text = read(file);
        if (!text.contains(old)) {
            throw new AssertionError("no " + old + " in " + text);
        }
        write(file, text.replace(old, with));
    }

    BuiltSite fresh() {
        return BuiltSite.of(ProjectReader.read(root), settings);
    }

    /** What {@code check} would print. */
    String report() {
        Project project = ProjectReader.read(root);
        var files = Stream.concat(project.content().stream(), project.templates().stream())
                .collect(Collectors.toMap(SourceFile::path, file -> file));
        return ReportFormat.TEXT
                .report(ReportContext.of(fresh().diagnostics(), files))
                .render(fresh().diagnostics());
    }

    static void await(String what, BooleanSupplier condition) throws InterruptedException {
        long end = System.currentTimeMillis() + PATIENCE;
        while (!condition.getAsBoolean()) {
            if (System.currentTimeMillis() > end) {
                throw new AssertionError("waited in vain: " + what);
            }
            Thread.sleep(20);
        }
    }

    @Override
    public void built(Rebuild rebuild) {
        rebuilds.add(rebuild);
    }

    @Override
    public void failed(RuntimeException failure) {
        failures.add(failure);
    }

    /** From now on, changes go unnoticed. */
    void stopWatching() {
        if (watcher != null) {
            watcher.interrupt();
            try {
                watcher.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void close() {
        stopWatching();
        if (server != null) {
            server.close();
        }
    }
}
