package org.waymark.tool.lsp;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.waymark.source.SourceFile;

/** Answers requests about a file, away from the thread that reads messages. */
final class Questions {
    private final Session session;
    private final Projects projects;
    private final Executor answering;

    Questions(Session session, Projects projects, Executor answering) {
        this.session = session;
        this.projects = projects;
        this.answering = answering;
    }

    /**
     * The input for an answer.
     *
     * @param file the text at the time of the request
     */
    record About(OpenProject project, Snapshot snapshot, SourceFile file) {}

    /** Answers immediately from the latest snapshot, which may lack the last keystrokes elsewhere in the file. */
    <T> CompletableFuture<T> atOnce(String uri, T none, Function<About, T> answer) {
        return ask(uri, none, OpenProject::latest, answer);
    }

    /** Answers from a snapshot that includes everything typed so far. */
    <T> CompletableFuture<T> exactly(String uri, T none, Function<About, T> answer) {
        return ask(uri, none, OpenProject::current, answer);
    }

    private <T> CompletableFuture<T> ask(
            String uri, T none, Function<OpenProject, CompletableFuture<Snapshot>> from, Function<About, T> answer) {
        if (session.refusal().isPresent()) {
            return CompletableFuture.failedFuture(session.refusal().get());
        }
        Optional<Projects.Located> located = FileUri.toPath(uri).flatMap(projects::locate);
        if (located.isEmpty()) {
            return CompletableFuture.completedFuture(none);
        }
        OpenProject project = located.get().project();
        String path = located.get().path();
        Optional<SourceFile> open = project.open(path).map(document -> SourceFile.of(path, document.text()));
        return from.apply(project)
                .thenApplyAsync(
                        snapshot -> open.or(() -> snapshot.file(path))
                                .map(file -> answer.apply(new About(project, snapshot, file)))
                                .orElse(none),
                        answering);
    }
}
