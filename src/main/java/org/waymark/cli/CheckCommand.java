package org.waymark.cli;

import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.waymark.Build;
import org.waymark.Edition;
import org.waymark.cli.BaselineOption.BaselineFile;
import org.waymark.directory.Kinds;
import org.waymark.report.ReportContext;
import org.waymark.source.Project;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Checks the content without publishing. */
@Command(
        name = "check",
        description = "Checks the content without publishing.",
        mixinStandardHelpOptions = true,
        versionProvider = WaymarkCommand.Version.class)
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

    @Mixin
    private BaselineOption baseline = new BaselineOption();

    @Option(
            names = "--write-baseline",
            description = "Write all findings to the baseline file, so that only new ones are reported later.")
    private boolean writeBaseline;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        reports.refuseWrong(options, baseline.file());
        Optional<BaselineFile> listed = baseline.read(options, writeBaseline);
        if (listed.isPresent() && !listed.get().faults().isEmpty()) {
            return Findings.refuse(listed.get(), reports, options, out, err);
        }
        Project project = options.read();
        Edition found = Build.once().checkAll(project, options.settings(Optional.empty()));
        ReportContext context = Findings.context(found, project, options, strict);
        if (listed.isPresent() && writeBaseline) {
            BaselineFile written =
                    BaselineOption.write(options, listed.get(), found.diagnostics(), context.fingerprints());
            (options.format().isForPeople() ? out : err).println(written.sinceThen(listed.get()));
            listed = Optional.of(written);
        }
        RunResult result = RunResult.of(found, context, listed, finding -> true);
        reports.write(options, result.context(), result.edition().diagnostics());
        Findings.print(result, options.format(), out, err);
        String closing = "Checked " + entries(found) + ": " + result.count() + ".";
        result.close(closing, options.format(), out, err);
        return Findings.exitCode(result.edition(), strict);
    }

    private static String entries(Edition edition) {
        long entries = Kinds.ALL.stream()
                .mapToLong(kind -> edition.directory().documents(kind).count())
                .sum();
        return Findings.count(entries, "entry", "entries");
    }
}
