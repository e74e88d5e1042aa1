package org.waymark.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.waymark.Edition;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Count;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.Fingerprints;
import org.waymark.report.Report;
import org.waymark.report.ReportContext;
import org.waymark.report.ReportFormat;
import org.waymark.source.Project;
import org.waymark.source.Repository;
import org.waymark.source.SourceFile;

/** Prints findings, and counts things in words. */
final class Findings {
    private Findings() {}

    /** Prints the findings of an edition. */
    static void print(Edition edition, Project project, ProjectOptions options, PrintWriter out, PrintWriter err) {
        ReportContext context = context(edition, project, options, false);
        print(edition.diagnostics(), context, options.format(), ShownFindings.FEW, out, err);
    }

    /** Reports the faults of a baseline, without which the command cannot continue. */
    static int refuse(
            BaselineOption.BaselineFile baseline,
            ReportFiles reports,
            ProjectOptions options,
            PrintWriter out,
            PrintWriter err) {
        reports.write(options, baseline.context(options), baseline.faults(), err);
        print(baseline.faults(), baseline.context(options), options.format(), ShownFindings.FEW, out, err);
        err.println("Nothing was done: fix the baseline first.");
        return ExitCode.CONTENT;
    }

    /**
     * Prints findings to {@code out}, and to {@code err} what a report format had to omit.
     *
     * @param findings perhaps a part of those of the context
     */
    static void print(
            List<Diagnostic> findings,
            ReportContext context,
            ReportFormat format,
            ShownFindings shown,
            PrintWriter out,
            PrintWriter err) {
        if (findings.isEmpty() && format == ReportFormat.TEXT) {
            return;
        }
        Report report = format == ReportFormat.TEXT
                ? ReportFormat.grouped(context.files(), shown.style())
                : format.report(context);
        if (format == ReportFormat.GITHUB) {
            WorkflowCommandEscaper.printCommands(out, report.render(findings));
        } else {
            report.write(findings, out);
        }
        out.flush(); // before the closing line, which may go to the other stream
        report.omission(findings).ifPresent(omission -> err.println(omission + "."));
    }

    /** The context of the findings of a build. */
    static ReportContext context(Edition edition, Project project, ProjectOptions options, boolean strict) {
        Map<String, SourceFile> files = Stream.concat(project.content().stream(), project.templates().stream())
                .collect(Collectors.toMap(SourceFile::path, file -> file));
        return context(edition.diagnostics(), files, options, strict);
    }

    static ReportContext context(
            List<Diagnostic> findings, Map<String, SourceFile> files, ProjectOptions options, boolean strict) {
        String folder = Repository.pathOf(options.folder(), CiEnvironment.root());
        return new ReportContext(files, new Fingerprints(findings, files), folder, strict);
    }

    /** The exit code for the findings. Whoever mends a tolerated one is told, but not punished. */
    static int exitCode(Edition edition, boolean strict) {
        boolean warned = edition.diagnostics().stream()
                .anyMatch(finding -> !finding.code().equals(Codes.UNUSED_BASELINE));
        boolean failed = edition.errors() > 0 || (strict && warned);
        return failed ? ExitCode.CONTENT : ExitCode.OK;
    }

    /** {@code 2 errors and 1 warning} */
    static String count(Edition edition) {
        String warnings = count(edition.warnings(), "warning", "warnings");
        return edition.errors() == 0 ? warnings : count(edition.errors(), "error", "errors") + " and " + warnings;
    }

    /** {@code no pages}, {@code 1 page}, {@code 1,234 pages} */
    static String count(long count, String one, String many) {
        return Count.of(count, one, many);
    }
}
