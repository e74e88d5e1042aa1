package org.waymark.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.waymark.Build;
import org.waymark.Edition;
import org.waymark.Settings;
import org.waymark.edit.LedgerUpdate;
import org.waymark.model.CaseStudy;
import org.waymark.model.RouteLedger;
import org.waymark.publish.Publisher;
import org.waymark.report.ReportFormat;
import org.waymark.source.Project;
import org.waymark.source.ProjectWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Checks the content and, if nothing is wrong, publishes the site. */
@Command(
        name = "build",
        description = "Checks the content and, if nothing is wrong, publishes the site.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class)
final class BuildCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private ProjectOptions options = new ProjectOptions();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            description = "The folder to publish to (default: site-output in the project).")
    private @Nullable Path output;

    @Option(
            names = {"-b", "--base-url"},
            paramLabel = "URL",
            converter = ProjectOptions.AddressConverter.class,
            description = "The address of the site, instead of that in site.yaml.")
    private @Nullable String baseUrl;

    @Option(
            names = {"-s", "--strict"},
            description = "Count warnings as errors.")
    private boolean strict;

    @Option(
            names = "--update-routes",
            description = "Add the addresses that were published to content/routes.yaml, so that none is ever lost.")
    private boolean updateRoutes;

    @Override
    public Integer call() {
        long start = System.nanoTime();
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        Path folder = output == null ? options.folder().resolve("site-output") : output;
        refuseOwnSources(folder);
        Project project;
        Edition edition;
        int code;
        try (var progress = Progress.start(err);
                var publisher = new Publisher(folder)) {
            progress.show("Reading files");
            project = options.read();
            Settings settings = options.settings(Optional.ofNullable(baseUrl));
            edition = Build.once().run(project, settings, stage -> progress.show(name(stage)), publisher::stage);
            code = Findings.exitCode(edition, strict);
            if (code == ExitCode.OK) {
                progress.show("Publishing");
                publisher.publish();
            }
        }
        Findings.print(edition, project, options.format(), out, err);
        if (options.format() == ReportFormat.TEXT) {
            (code == ExitCode.OK ? out : err).println(closing(edition, folder, code, System.nanoTime() - start));
        }
        if (code == ExitCode.OK && (updateRoutes || LedgerUpdate.hasLedger(project))) {
            out.flush();
            String news = ledger(LedgerUpdate.of(project, edition.paths()), project);
            if (options.format() == ReportFormat.TEXT && !news.isEmpty()) {
                out.println(news);
            }
        }
        return code;
    }

    /** Adds to the ledger if that was asked for, and says what is new; only what is published is promised to readers. */
    private String ledger(LedgerUpdate update, Project project) {
        String path = RouteLedger.KIND.place().path();
        String count = Findings.count(update.added().size(), "address", "addresses");
        if (!updateRoutes) {
            return update.added().isEmpty()
                    ? ""
                    : path + " does not list " + count + " yet; `waymark build --update-routes` adds "
                            + (update.added().size() == 1 ? "it." : "them.");
        }
        ProjectWriter.apply(options.folder(), project, update.change().stream().toList());
        return update.added().isEmpty()
                ? path + " lists all addresses already."
                : "Added " + count + " to " + path + ".";
    }

    private String closing(Edition edition, Path folder, int code, long nanos) {
        if (code != ExitCode.OK) {
            return "Nothing was published: " + Findings.count(edition) + ".";
        }
        long pages =
                edition.paths().stream().filter(path -> path.endsWith(".html")).count();
        int studies = edition.directory().all(CaseStudy.class).size();
        return "Published " + Findings.count(pages, "page", "pages")
                + " with " + Findings.count(studies, "case study", "case studies")
                + " to " + folder.normalize()
                + " in " + seconds(nanos)
                + ": " + Findings.count(edition) + ".";
    }

    private static String seconds(long nanos) {
        long tenths = Math.round(nanos / 1e8);
        return tenths / 10 + "." + tenths % 10 + " s";
    }

    /** Published among the sources, the site would be read as content by the next build. */
    private void refuseOwnSources(Path folder) {
        Path target = folder.toAbsolutePath().normalize();
        for (String source : List.of("content", "templates")) {
            Path own = options.folder().toAbsolutePath().normalize().resolve(source);
            if (target.startsWith(own)) {
                throw options.usage("the site cannot be published to " + folder + ", which lies in `" + source + "`");
            }
        }
    }

    private static String name(Build.Stage stage) {
        return switch (stage) {
            case READING -> "Reading entries";
            case CHECKING -> "Checking";
            case RENDERING -> "Making pages";
        };
    }
}
