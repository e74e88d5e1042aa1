package org.waymark;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.waymark.check.Checker;
import org.waymark.content.Characters;
import org.waymark.content.ContentReader;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.Outcome;
import org.waymark.model.Directory;
import org.waymark.model.Document;
import org.waymark.model.Site;
import org.waymark.plan.SitePlan;
import org.waymark.plan.SitePlanner;
import org.waymark.render.OutputFile;
import org.waymark.render.Renderer;
import org.waymark.render.Renderers;
import org.waymark.source.ContentImage;
import org.waymark.source.Project;

/** Makes a site from a project: reads, checks, plans and renders. It neither reads nor writes the disk. */
public final class Build {
    private Build() {}

    /** The parts of a build that take time, in their order. */
    public enum Stage {
        READING,
        CHECKING,
        RENDERING
    }

    /** Runs all stages. Nothing is rendered when an error was found. */
    public static Edition run(Project project, Settings settings) {
        return run(project, settings, stage -> {});
    }

    /** Runs all stages, and says of each when it begins. */
    public static Edition run(Project project, Settings settings, Consumer<Stage> onStage) {
        Edition checked = check(project, settings, onStage);
        if (checked.errors() > 0) {
            return checked;
        }
        onStage.accept(Stage.RENDERING);
        return render(checked, project, settings);
    }

    /** Reads and checks, but renders nothing, so that most faults of templates are not found. */
    public static Edition check(Project project, Settings settings) {
        return check(project, settings, stage -> {});
    }

    private static Edition check(Project project, Settings settings, Consumer<Stage> onStage) {
        onStage.accept(Stage.READING);
        Outcome<List<Document>> files = ContentReader.checkFiles(project);
        var found = new ArrayList<>(files.diagnostics());
        var documents = new ArrayList<Document>(files.value().orElse(List.of()));
        for (Outcome<List<Document>> read :
                project.content().parallelStream().map(ContentReader::read).toList()) {
            read.value().ifPresent(documents::addAll);
            found.addAll(read.diagnostics());
        }
        project.templates().forEach(template -> found.addAll(Characters.check(template)));
        onStage.accept(Stage.CHECKING);
        Directory directory = Directory.of(
                documents, project.images().stream().map(ContentImage::path).toList(), settings.asOf());
        return new Edition(directory, Optional.empty(), Checker.check(directory, found));
    }

    private static Edition render(Edition checked, Project project, Settings settings) {
        Directory directory = checked.directory();
        Site site = settings.baseUrl().map(directory.site()::at).orElseGet(directory::site);
        SitePlan plan = SitePlanner.plan(directory, site, project);
        var files = new ArrayList<OutputFile>();
        var diagnostics = new ArrayList<>(checked.diagnostics());
        for (Renderer renderer : Renderers.ALL) {
            Outcome<List<OutputFile>> rendered = renderer.render(plan);
            rendered.value().ifPresent(files::addAll);
            diagnostics.addAll(rendered.diagnostics());
        }
        diagnostics.sort(Diagnostic.ORDER);
        if (diagnostics.stream().anyMatch(Diagnostic::isError)) {
            return new Edition(directory, Optional.empty(), diagnostics);
        }
        refuseTwoFilesAtOnePath(files);
        return new Edition(directory, Optional.of(List.copyOf(files)), diagnostics);
    }

    /** The rules see to it that this cannot happen; a site that lost a page unnoticed would be worse than none. */
    private static void refuseTwoFilesAtOnePath(List<OutputFile> files) {
        files.sort(Comparator.comparing(OutputFile::path));
        for (int i = 1; i < files.size(); i++) {
            if (files.get(i).path().equals(files.get(i - 1).path())) {
                throw new IllegalStateException(
                        "two files at one path: " + files.get(i).path());
            }
        }
    }
}
