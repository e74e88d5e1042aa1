package org.waymark.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.waymark.Build;
import org.waymark.Edition;
import org.waymark.Settings;
import org.waymark.diagnostic.Count;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.Fix;
import org.waymark.report.ReportFormat;
import org.waymark.report.TerminalEscaper;
import org.waymark.source.FileChange;
import org.waymark.source.Project;
import org.waymark.tool.edit.CertainFixes;
import org.waymark.tool.edit.UnifiedDiff;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Applies all fixes that are certain. */
@Command(
        name = "fix",
        description = "Makes all fixes that are certain, and leaves the rest to you.",
        mixinStandardHelpOptions = true,
        versionProvider = WaymarkCommand.Version.class,
        footer = {"", "For example: a misspelt id with one near match, a date such as 31/3/25, a tab."})
final class FixCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private ProjectOptions.OfFindings options = new ProjectOptions.OfFindings();

    @Option(
            names = {"-n", "--dry-run"},
            description = "Show what would change, without changing anything.")
    private boolean dryRun;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Project project = dryRun ? options.read() : options.readToChange();
        Settings settings = options.settings(Optional.empty());
        Build build = Build.kept();
        CertainFixes.Result cure =
                CertainFixes.of(project, each -> build.check(each, settings).diagnostics());
        if (!dryRun) {
            apply(project, cure.changes());
        }
        Edition edition = Build.once().checkAll(cure.project(), settings);
        if (options.format() != ReportFormat.TEXT) {
            Findings.print(
                    edition, cure.project(), options, out, spec.commandLine().getErr());
        } else {
            if (dryRun) {
                out.print(TerminalEscaper.ofLines(UnifiedDiff.of(project, cure.changes())));
            } else {
                inOrder(cure.fixed()).forEach(finding -> out.println(line(finding)));
            }
            out.flush();
            // What a dry run prints can be saved and applied as a patch.
            (dryRun ? spec.commandLine().getErr() : out)
                    .println(closing(cure.fixed().size(), edition));
        }
        return Findings.exitCode(edition, false);
    }

    /** Texts that refer to each other change together; images one by one, since all of them may not fit into memory. */
    private void apply(Project project, List<FileChange> changes) {
        List<FileChange> texts = changes.stream()
                .filter(change -> !(change instanceof FileChange.PositionRemoval))
                .toList();
        options.writer().apply(project, texts);
        changes.stream()
                .filter(FileChange.PositionRemoval.class::isInstance)
                .forEach(image -> options.writer().apply(project, List.of(image)));
    }

    /** By file, then in the order of the fixes. */
    private static List<Diagnostic> inOrder(List<Diagnostic> fixed) {
        var sorted = new ArrayList<>(fixed);
        sorted.sort((a, b) -> a.span().path().compareTo(b.span().path()));
        return sorted;
    }

    private static String line(Diagnostic finding) {
        String what = finding.fix().map(Fix::title).orElseThrow();
        return TerminalEscaper.of(
                finding.span().path() + ":" + finding.span().startLine() + ": " + finding.message() + " → " + what);
    }

    private String closing(int fixed, Edition edition) {
        int left = edition.diagnostics().size();
        return (dryRun ? "Would fix " : "Fixed ")
                + Findings.count(fixed, "fault", "faults")
                + "; "
                + (left == 0 ? "nothing" : Count.findings(edition.errors(), edition.warnings()))
                + (left > 1 ? " are" : " is")
                + " left"
                + (left == 0 ? "." : ": see waymark check.");
    }
}
