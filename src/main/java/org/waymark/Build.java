package org.waymark;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ForkJoinTask;
import java.util.function.Consumer;
import org.waymark.check.Checker;
import org.waymark.check.TextChecker;
import org.waymark.content.Characters;
import org.waymark.content.ContentReader;
import org.waymark.content.ProjectShape;
import org.waymark.content.UnusedTemplates;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.Outcome;
import org.waymark.directory.Directory;
import org.waymark.directory.Entry;
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
    private final boolean remembers;
    private final List<Renderer> renderers;
    private Optional<Stages> last = Optional.empty();

    /**
     * Reads, checks and plans a directory of one shape. Its cached results are valid only while the shape stays the
     * same.
     *
     * @param files the files in which the project declares it
     * @param faults the findings in these files
     * @param isUsable whether entries can be checked against it despite these findings
     */
    private record Stages(
            List<SourceFile> files,
            List<Diagnostic> faults,
            boolean isUsable,
            Kinds kinds,
            ContentReader content,
            Memo<SourceFile, Outcome<List<Entry>>> entries,
            TextChecker texts,
            SitePlanner planner) {}

    private Build(boolean remembers, List<Renderer> renderers) {
        this.remembers = remembers;
        this.renderers = renderers;
    }

    /** A build for a single run, which caches nothing. */
    public static Build once() {
        return new Build(false, Renderers.all(false));
    }

    /** A build for many runs, which keeps the results of the last one in memory. */
    public static Build kept() {
        return new Build(true, Renderers.all(true));
    }

    /** The same for the pages alone, without search, pictures, feeds and data. */
    public static Build keptPages() {
        return new Build(true, Renderers.pages(true));
    }

    private Stages stages(Project project) {
        List<SourceFile> files = ProjectShape.files(project);
        if (last.filter(known -> known.files().equals(files)).isEmpty()) {
            Outcome<Kinds> shape = ProjectShape.of(project);
            Kinds kinds = shape.value().orElseGet(ProjectShape::ofDefault);
            Optional<Stages> same = last.filter(known -> known.kinds() == kinds);
            last = Optional.of(new Stages(
                    files,
                    shape.diagnostics(),
                    shape.value().isPresent(),
                    kinds,
                    same.map(Stages::content).orElseGet(() -> new ContentReader(kinds)),
                    same.map(Stages::entries).orElseGet(() -> Memo.create(remembers)),
                    same.map(Stages::texts).orElseGet(() -> new TextChecker(remembers)),
                    same.map(Stages::planner).orElseGet(() -> new SitePlanner(remembers))));
        }
        return last.orElseThrow();
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
     * @param output receives each file as soon as it is made, in any order and from several threads, so none has
     *     to be kept; they are a site only if the edition has no errors
     */
    public Edition run(Project project, Settings settings, Consumer<Stage> onStage, Consumer<OutputFile> output) {
        onStage.accept(Stage.READING);
        // Templates are parsed while the content is read: neither alone keeps two processors busy on a small site.
        ForkJoinTask<?> prepared = ForkJoinTask.adapt(
                        () -> renderers.forEach(renderer -> renderer.prepare(project.templates())))
                .fork();
        try {
            Stages stages = stages(project);
            var found = new ArrayList<Diagnostic>();
            List<Entry> entries = read(stages, project, found);
            onStage.accept(Stage.CHECKING);
            Edition checked = check(stages, project, settings, entries, found);
            if (checked.errors() > 0 || !stages.kinds().isSound()) {
                return checked;
            }
            onStage.accept(Stage.RENDERING);
            SitePlan plan = plan(stages, checked.directory(), project, settings);
            prepared.join();
            return render(checked, plan, output);
        } finally {
            prepared.quietlyJoin();
        }
    }

    /** Reads and checks the content without rendering. */
    public Edition check(Project project, Settings settings) {
        Stages stages = stages(project);
        var found = new ArrayList<Diagnostic>();
        List<Entry> entries = read(stages, project, found);
        return check(stages, project, settings, entries, found);
    }

    /**
     * Reports everything that {@link #run} would, at less cost: the built-in templates are known to work, so pages
     * are rendered only if the project has its own templates.
     */
    public Edition checkAll(Project project, Settings settings) {
        return project.hasOwnTemplates() ? run(project, settings, stage -> {}, file -> {}) : check(project, settings);
    }

    private static List<Entry> read(Stages stages, Project project, List<Diagnostic> found) {
        if (!stages.isUsable()) {
            return List.of();
        }
        Outcome<List<Entry>> files = stages.content().checkFiles(project);
        found.addAll(files.diagnostics());
        var entries = new ArrayList<Entry>(files.value().orElse(List.of()));
        for (Outcome<List<Entry>> read : project.content().parallelStream()
                .filter(file -> !ProjectShape.isPart(file.path()))
                .map(file -> read(stages, file))
                .toList()) {
            read.value().ifPresent(entries::addAll);
            found.addAll(read.diagnostics());
        }
        stages.entries().endRun();
        project.templates().forEach(template -> found.addAll(Characters.check(template)));
        found.addAll(UnusedTemplates.check(project, stages.kinds().shape()));
        return entries;
    }

    private static Outcome<List<Entry>> read(Stages stages, SourceFile file) {
        return stages.entries().of(file.path(), file, stages.content()::read);
    }

    private static Edition check(
            Stages stages, Project project, Settings settings, List<Entry> entries, List<Diagnostic> found) {
        Directory directory = Directory.of(
                stages.kinds(), entries, LinkableFiles.of(project), settings.asOf(), settings.unpublished());
        if (stages.isUsable()) {
            found.addAll(stages.texts().check(directory));
            found = new ArrayList<>(Checker.check(directory, found));
        }
        // Whatever severities the settings give to other codes, no site can be built from a faulty shape.
        found.addAll(stages.faults());
        return new Edition(directory, found.stream().sorted(Diagnostic.ORDER).toList(), List.of());
    }

    private static SitePlan plan(Stages stages, Directory directory, Project project, Settings settings) {
        Site site = settings.baseUrl().map(directory.site()::at).orElseGet(directory::site);
        return stages.planner().plan(directory, site, project);
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
