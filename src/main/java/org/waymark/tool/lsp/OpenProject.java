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
import org.waymark.source.Project;
import org.waymark.source.ProjectReader;
import org.waymark.source.ReadFailure;
import org.waymark.source.SourceFile;

/**
 * A project that is checked again after each change, in the editor or on the disk. All checks run on one worker thread;
 * questions are answered from the newest snapshot, whichever thread asks.
 */
final class OpenProject {
    /** How long a change waits for the next one, since editors report some in several pieces. */
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

    // These belong to the worker thread.
    private @Nullable Project onDisk;
    private @Nullable Snapshot checked;
    private @Nullable Settings checkedWith;

    /** Is told, on the worker thread, what has become of a check. */
    interface Listener {
        /** Has been done, with the texts of these open documents. */
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

    /** The path of a file as findings name it; empty for a file that is none of this project's business. */
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

    /** Has the project checked soon, since an open text has changed. */
    synchronized void changed() {
        if (next != null) {
            next.cancel(false);
        }
        next = worker.schedule(this::check, PAUSE_MS, TimeUnit.MILLISECONDS);
    }

    /** Has the project read and checked soon, since files may have changed. */
    void changedOnDisk() {
        changedOnDisk.set(true);
        changed();
    }

    /** The newest snapshot there is; it may lack the latest keystrokes. Waits only for the very first. */
    CompletableFuture<Snapshot> latest() {
        return latest;
    }

    /** A snapshot with all that has been typed until now. */
    CompletableFuture<Snapshot> current() {
        return CompletableFuture.runAsync(this::check, worker).thenCompose(done -> latest);
    }

    /** No check begins after this. */
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
            checked = new Snapshot(project, edition);
            checkedWith = now;
        }
        return checked;
    }

    /** Whether a folder called content is one of Waymark's, and not that of another program. */
    static boolean isDirectory(Project project) {
        return project.content().stream()
                .map(SourceFile::path)
                .anyMatch(path -> Snapshot.kindOf(path).isPresent());
    }
}
