package org.waymark.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.waymark.Edition;
import org.waymark.report.ReportFormat;
import org.waymark.source.Project;
import org.waymark.source.SourceFile;
import picocli.CommandLine.Help.Ansi;

/** Tells the user what a build has found. */
final class Findings {
    private Findings() {}

    /** Prints the report: text for people goes to {@code err}, data for tools to {@code out}. */
    static void print(Edition edition, Project project, ReportFormat format, PrintWriter out, PrintWriter err) {
        var files = Stream.concat(project.content().stream(), project.templates().stream())
                .collect(Collectors.toMap(SourceFile::path, file -> file));
        String report = format.report(files, Ansi.AUTO.enabled()).render(edition.diagnostics());
        PrintWriter target = format == ReportFormat.TEXT ? err : out;
        target.print(report);
        target.flush(); // before the closing line, which may go to the other of the two
    }

    /** The exit code that the findings call for. */
    static int exitCode(Edition edition, boolean strict) {
        boolean failed = edition.errors() > 0 || (strict && edition.warnings() > 0);
        return failed ? ExitCode.CONTENT : ExitCode.OK;
    }

    /** {@code 2 errors and 1 warning} */
    static String count(Edition edition) {
        String warnings = count(edition.warnings(), "warning", "warnings");
        return edition.errors() == 0 ? warnings : count(edition.errors(), "error", "errors") + " and " + warnings;
    }

    /** {@code no pages}, {@code 1 page}, {@code 1,234 pages} */
    static String count(long count, String one, String many) {
        return (count == 0 ? "no" : String.format(Locale.UK, "%,d", count)) + " " + (count == 1 ? one : many);
    }
}
