package org.waymark;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ForkJoinTask;
import java.util.function.Consumer;
import org.waymark.check.Checker;
import org.waymark.check.TextChecker;
import org.waymark.content.Characters;
import org.waymark.content.ContentReader;
import org.waymark.content.Shapes;
import org.waymark.content.UnusedTemplates;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.Outcome;
import org.waymark.directory.Directory;
import org.waymark.directory.Document;
import org.waymark.directory.Kinds;
import org.waymark.directory.LinkableFiles;
import org.waymark.directory.Site;
import org.waymark.plan.SitePlan;
import org.waymark.plan.SitePlanner;
import org.waymark.render.OutputFile;
import org.waymark.render.Renderer;
import org.waymark.render.Renderers;
import org.waymark.source.Memo;
import org.waymark.source.Project;
import org.waymark.source.SourceFile;

/**
 * Builds a site from a project: reads, checks, plans and renders. Performs no disk access. A reusable build gives the
 * same results as a new one, but reuses whatever has not changed. For one thread.
 */
public final class Build {
    private final Kinds kinds;
    private final ContentReader content;
    private final Memo<SourceFile, Outcome<List<Document>>> entries;
    private final TextChecker texts;
    private final SitePlanner planner;
    private final List<Renderer> renderers;

    private Build(Kinds kinds, boolean remembers) {
        this.kinds = kinds;
        content = new ContentReader(kinds);
        entries = Memo.that(remembers);
        texts = new TextChecker(remembers);
        planner = new SitePlanner(remembers);
        renderers = Renderers.all(remembers);
    }

    /** A build for a single run, which caches nothing. */
    public static Build once() {
        return once(new Kinds(Shapes.builtIn()));
    }

    /** The same for a directory of other kinds. */
    public static Build once(Kinds kinds) {
        return new Build(kinds, false);
    }

    /** A build for many runs, which keeps the results of the last one in memory. */
    public static Build kept() {
        return new Build(new Kinds(Shapes.builtIn()), true);
    }

    /** The slow stages of a build, in order. */
    public enum Stage {
        READING,
        CHECKING,
        RENDERING
    }

    /**
     * Runs all stages. Renders nothing if the content has errors.
     *
     * @param onStage called when a stage begins
     * @param output receives each file as soon as it is made, in any order and from several threads, so that none has
     *     to be kept; they are a site only if the edition has no errors
     */
    public Edition run(Project project, Settings settings, Consumer<Stage> onStage, Consumer<OutputFile> output) {
        onStage.accept(Stage.READING);
        // Templates are parsed while the content is read: neither alone keeps two processors busy on a small site.
        ForkJoinTask<?> prepared = ForkJoinTask.adapt(
                        () -> renderers.forEach(renderer -> renderer.prepare(project.templates())))
                .fork();
        try {
            var found = new ArrayList<Diagnostic>();
            List<Document> documents = read(project, found);
            onStage.accept(Stage.CHECKING);
            Edition checked = check(project, settings, documents, found);
            if (checked.errors() > 0) {
                return checked;
            }
            onStage.accept(Stage.RENDERING);
            SitePlan plan = plan(checked.directory(), project, settings);
            prepared.join();
            return render(checked, plan, output);
        } finally {
            prepared.quietlyJoin();
        }
    }

    /** Reads and checks the content without rendering. */
    public Edition check(Project project, Settings settings) {
        var found = new ArrayList<Diagnostic>();
        List<Document> documents = read(project, found);
        return check(project, settings, documents, found);
    }

    /**
     * Reports everything that {@link #run} would, at less cost: the built-in templates are known to work, so pages
     * are rendered only if the project has its own templates.
     */
    public Edition checkAll(Project project, Settings settings) {
        return project.hasOwnTemplates() ? run(project, settings, stage -> {}, file -> {}) : check(project, settings);
    }

    private List<Document> read(Project project, List<Diagnostic> found) {
        Outcome<List<Document>> files = content.checkFiles(project);
        found.addAll(files.diagnostics());
        var documents = new ArrayList<Document>(files.value().orElse(List.of()));
        for (Outcome<List<Document>> read :
                project.content().parallelStream().map(this::read).toList()) {
            read.value().ifPresent(documents::addAll);
            found.addAll(read.diagnostics());
        }
        entries.endRun();
        project.templates().forEach(template -> found.addAll(Characters.check(template)));
        found.addAll(UnusedTemplates.check(project, kinds.shape()));
        return documents;
    }

    private Outcome<List<Document>> read(SourceFile file) {
        return entries.of(file.path(), file, content::read);
    }

    private Edition check(Project project, Settings settings, List<Document> documents, List<Diagnostic> found) {
        Directory directory =
                Directory.of(kinds, documents, LinkableFiles.of(project), settings.asOf(), settings.unpublished());
        found.addAll(texts.check(directory));
        return new Edition(directory, Checker.check(directory, found), List.of());
    }

    private SitePlan plan(Directory directory, Project project, Settings settings) {
        Site site = settings.baseUrl().map(directory.site()::at).orElseGet(directory::site);
        return planner.plan(directory, site, project);
    }

    private Edition render(Edition checked, SitePlan plan, Consumer<OutputFile> output) {
        Set<String> paths = ConcurrentHashMap.newKeySet();
        Consumer<OutputFile> once = file -> {
            // The rules prevent this; a site that silently lost a page would be worse than none.
            if (!paths.add(file.path())) {
                throw new IllegalStateException("two files at one path: " + file.path());
            }
            output.accept(file);
        };
        List<ForkJoinTask<List<Diagnostic>>> running = new ArrayList<>();
        renderers.forEach(renderer -> running.add(ForkJoinTask.adapt(() -> renderer.render(plan, once))));
        try {
            ForkJoinTask.invokeAll(running);
        } finally {
            // After a failure some tasks may still be running; none may write files after this method has
            // returned.
            running.forEach(ForkJoinTask::quietlyJoin);
        }
        var diagnostics = new ArrayList<>(checked.diagnostics());
        running.forEach(task -> diagnostics.addAll(task.join()));
        diagnostics.sort(Diagnostic.ORDER);
        return new Edition(
                checked.directory(), diagnostics, paths.stream().sorted().toList());
    }
}
