package org.waymark.cli;

import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.waymark.Build;
import org.waymark.Edition;
import org.waymark.model.Kinds;
import org.waymark.report.Scene;
import org.waymark.source.Project;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Does all that {@code build} does, but publishes nothing. */
@Command(
        name = "check",
        description = "Does all that build does, but publishes nothing.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class)
final class CheckCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private ProjectOptions options = new ProjectOptions();

    @Option(
            names = {"-s", "--strict"},
            description = "Count warnings as errors.")
    private boolean strict;

    @Mixin
    private ReportFiles reports = new ReportFiles();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        reports.refuseWrong(options);
        Project project = options.read();
        Edition edition = Build.once().run(project, options.settings(Optional.empty()), stage -> {}, file -> {});
        Scene scene = Findings.scene(edition, project, options, strict);
        reports.write(scene, edition.diagnostics());
        Findings.print(edition, scene, options.format(), out, err);
        String closing = closing(edition);
        if (options.format().isForPeople()) {
            out.println(closing);
        }
        Workflow.summarise(closing, edition, scene, err);
        return Findings.exitCode(edition, strict);
    }

    private static String closing(Edition edition) {
        long entries = Kinds.ALL.stream()
                .mapToLong(kind -> edition.directory().documents(kind).count())
                .sum();
        return "Checked " + Findings.count(entries, "entry", "entries") + ": " + Findings.count(edition) + ".";
    }
}
