package org.waymark.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.waymark.Build;
import org.waymark.Edition;
import org.waymark.cli.BaselineOption.BaselineFile;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.report.ReportContext;
import org.waymark.source.Project;
import org.waymark.tool.changes.DirectoryState;
import org.waymark.tool.changes.History;
import org.waymark.tool.changes.ProjectSnapshot;
import org.waymark.tool.changes.TouchedFindings;
import org.waymark.tool.changes.UnknownRevision;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
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
    private ProjectOptions.OfFindings options = new ProjectOptions.OfFindings();

    @Mixin
    private Strictness strictness = new Strictness();

    @Option(names = "--exit-zero", description = "End with exit code 0 whatever is found.")
    private boolean exitZero;

    @Mixin
    private ReportFiles reports = new ReportFiles();

    @Mixin
    private BaselineOption baseline = new BaselineOption();

    @Mixin
    private ShownFindings shown = ShownFindings.ofCheck();

    @Option(
            names = "--since",
            paramLabel = "REV",
            description =
                    "Report only findings in files that changed since this Git revision, and new ones elsewhere. A branch is compared with its merge base.")
    private @Nullable String since;

    @Parameters(paramLabel = "PATH", description = "Show only findings in these files or folders (default: all).")
    private List<Path> paths = new ArrayList<>();

    @Option(
            names = "--write-baseline",
            description = "Write all findings to the baseline file, so that only new ones are reported later.")
    private boolean writeBaseline;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        reports.refuseWrong(options, baseline.file());
        if (since != null && writeBaseline) {
            throw options.usage("a baseline lists all findings; leave out --since");
        }
        Project project = options.read();
        Build build = since == null ? Build.once() : Build.kept();
        Edition found = build.checkAll(project, options.settings(Optional.empty()));
        boolean strict = strictness.isOn(found);
        Optional<BaselineFile> listed = baseline.read(found, options, writeBaseline);
        if (listed.isPresent() && !listed.get().faults().isEmpty()) {
            return Findings.refuse(listed.get(), reports, options, out, err);
        }
        ReportContext context = Findings.context(found, project, options, strict);
        if (listed.isPresent() && writeBaseline) {
            BaselineFile written =
                    BaselineOption.write(options, listed.get(), found.diagnostics(), context.fingerprints());
            (options.format().isForPeople() ? out : err).println(written.sinceThen(listed.get()));
            listed = Optional.of(written);
        }
        RunResult result = RunResult.of(found, context, listed, finding -> true);
        if (since != null) {
            result = result.only(touched(build, project, found, since), "since " + since);
        }
        List<Diagnostic> all = result.edition().diagnostics();
        reports.write(options, result.context(), all, err);
        List<Diagnostic> chosen =
                all.stream().filter(shown.choice().and(options.inside(paths))).toList();
        Findings.print(chosen, result.context(), options.format(), shown, out, err);
        String closing = "Checked " + entries(found) + ": " + result.count() + "." + limit(chosen);
        if (found.directory().terms().isEmpty()
                && !shown.isQuiet()
                && options.format().isForPeople()) {
            err.println("There is no glossary, so `" + Codes.UNEXPLAINED_ACRONYM + "` is off.");
        }
        result.close(closing, options.format(), shown.isQuiet(), out, err);
        return exitZero ? ExitCode.OK : Findings.exitCode(result.edition(), strict);
    }

    /** Whether a finding is touched by what changed since a revision. */
    private Predicate<Diagnostic> touched(Build build, Project project, Edition found, String revision) {
        try (History history = History.of(options.folder())) {
            ProjectSnapshot before = history.at(history.mergeBase(history.commit(revision)));
            Edition then = build.checkAll(before.project(), options.settings(Optional.empty()));
            return TouchedFindings.of(
                    DirectoryState.of(then, before), DirectoryState.of(found, ProjectSnapshot.of(project)));
        } catch (UnknownRevision e) {
            throw options.usage(String.valueOf(e.getMessage()));
        }
    }

    /** The options that limit the findings shown, as a sentence with a space before it. */
    private String limit(List<Diagnostic> chosen) {
        var limits = new ArrayList<String>();
        shown.limit().ifPresent(limits::add);
        if (!paths.isEmpty()) {
            limits.add("in "
                    + String.join(
                            ", ", paths.stream().map(path -> "`" + path + "`").toList()));
        }
        return limits.isEmpty()
                ? ""
                : " Only those " + String.join(" ", limits) + " are shown: "
                        + Findings.count(chosen.size(), "finding", "findings") + ".";
    }

    private static String entries(Edition edition) {
        long entries = edition.directory().kinds().forReaders().stream()
                .mapToLong(kind -> edition.directory().entries(kind).count())
                .sum();
        return Findings.count(entries, "entry", "entries");
    }
}
