package org.waymark.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.waymark.Build;
import org.waymark.Edition;
import org.waymark.model.Kinds;
import org.waymark.report.ReportFormat;
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

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        var err = spec.commandLine().getErr();
        Project project = options.read();
        Edition edition = Build.once().run(project, options.settings(Optional.empty()), stage -> {}, file -> {});
        Findings.print(edition, project, options.format(), out, err);
        if (options.format() == ReportFormat.TEXT) {
            long entries = Kinds.ALL.stream()
                    .mapToLong(kind -> edition.directory().documents(kind).count())
                    .sum();
            out.println(
                    "Checked " + Findings.count(entries, "entry", "entries") + ": " + Findings.count(edition) + ".");
        }
        return Findings.exitCode(edition, strict);
    }
}
