package org.waymark.tool.lsp;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.waymark.Build;
import org.waymark.Edition;
import org.waymark.Settings;
import org.waymark.source.FileChange;
import org.waymark.source.Project;
import org.waymark.source.ProjectReader;
import org.waymark.source.ReadFailure;
import org.waymark.tool.edit.ShapeVerification;

/**
 * A project that is checked again after each change, in the client or on disk. All checks run on one worker thread;
 * requests on any thread use the latest snapshot.
 */
final class OpenProject {
    /** Debounce time, since clients report some changes in several parts. */
    private static final long PAUSE_MS = 25;

    private final Path root;
    private final Documents documents;
    private final ScheduledExecutorService worker;
    private final Supplier<Settings> settings;
    private final Listener listener;
    private final Build build = Build.kept();
    private final AtomicBoolean changedOnDisk = new AtomicBoolean(true);
    private volatile CompletableFuture<Snapshot> latest = new CompletableFuture<>();
    private volatile boolean isClosed;
    private @Nullable Future<?> next;

    // Used only by the worker thread.
    private @Nullable Project onDisk;
    private @Nullable Snapshot checked;
    private @Nullable Settings checkedWith;

    /** Receives the results of checks, on the worker thread. */
    interface Listener {
        /** Called after a check with the texts of these open documents. */
        void checked(OpenProject project, Snapshot snapshot, List<Documents.Document> open);

        void failed(OpenProject project, RuntimeException failure);
    }

    OpenProject(
            Path root,
            Documents documents,
            ScheduledExecutorService worker,
            Supplier<Settings> settings,
            Listener listener) {
        this.root = root;
        this.documents = documents;
        this.worker = worker;
        this.settings = settings;
        this.listener = listener;
    }

    Path root() {
        return root;
    }

    /** The path of a file as findings name it; empty if the file does not belong to the project. */
    Optional<String> path(Path file) {
        if (!file.startsWith(root)) {
            return Optional.empty();
        }
        String path = root.relativize(file).toString().replace('\\', '/');
        return path.startsWith("content/") || path.startsWith("templates/") ? Optional.of(path) : Optional.empty();
    }

    String uri(String path) {
        return documents.uri(root.resolve(path));
    }

    /** The open text of a file. */
    Optional<Documents.Document> open(String path) {
        return documents.at(root.resolve(path));
    }

    /** Schedules a check after a change to an open text. */
    synchronized void changed() {
        if (next != null) {
            next.cancel(false);
        }
        next = worker.schedule(this::check, PAUSE_MS, TimeUnit.MILLISECONDS);
    }

    /** Schedules a read and check after a possible change on disk. */
    void changedOnDisk() {
        changedOnDisk.set(true);
        changed();
    }

    /** The latest snapshot, which may lack the last keystrokes. Waits only for the first one. */
    CompletableFuture<Snapshot> latest() {
        return latest;
    }

    /** A snapshot that includes everything typed so far. */
    CompletableFuture<Snapshot> current() {
        return CompletableFuture.runAsync(this::check, worker).thenCompose(done -> latest);
    }

    /** Prevents further checks. */
    void close() {
        isClosed = true;
    }

    private void check() {
        if (isClosed) {
            return;
        }
        try {
            List<Documents.Document> open = documents.below(root);
            Snapshot snapshot = snapshot(open);
            if (!latest.complete(snapshot)) {
                latest = CompletableFuture.completedFuture(snapshot);
            }
            listener.checked(this, snapshot, open);
        } catch (RuntimeException e) {
            if (e instanceof ReadFailure) {
                changedOnDisk.set(true);
            }
            latest.completeExceptionally(e);
            listener.failed(this, e);
        }
    }

    private Snapshot snapshot(List<Documents.Document> open) {
        if (onDisk == null || changedOnDisk.getAndSet(false)) {
            changedOnDisk.set(false);
            onDisk = ProjectReader.read(root);
        }
        var texts = open.stream()
                .filter(document -> path(document.file()).isPresent())
                .collect(Collectors.toMap(document -> path(document.file()).orElseThrow(), Documents.Document::text));
        Project project = Overlay.over(onDisk, texts);
        Settings now = settings.get();
        if (checked == null || !now.equals(checkedWith) || !project.equals(checked.project())) {
            Edition edition = build.check(project, now);
            checked = Snapshot.of(project, edition, Optional.ofNullable(checked));
            checkedWith = now;
        }
        return checked;
    }

    /** Whether changes to the shape would cause errors. */
    ShapeVerification proof(Project project, List<FileChange> changes) {
        Settings now = settings.get();
        return ShapeVerification.of(
                project, changes, each -> Build.once().check(each, now).diagnostics());
    }

    /** Whether a folder called content is one of Waymark's, and not that of another program. */
    static boolean isDirectory(Snapshot snapshot) {
        return snapshot.project().content().stream()
                .anyMatch(file -> snapshot.kindOf(file).isPresent());
    }
}
