package org.waymark.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.publish.RequestedFile;
import org.waymark.report.Report;
import org.waymark.report.ReportContext;
import org.waymark.report.ReportFormat;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;

/** The option {@code --report}, which writes reports to files. */
final class ReportFiles {
    @Option(
            names = "--report",
            paramLabel = "FORMAT=FILE",
            converter = RequestedReport.ReportFileConverter.class,
            description =
                    "Also write a report to a file, such as sarif=waymark.sarif; to standard output, instead of the findings, if the file is -. May be repeated.")
    private List<RequestedReport> requested = new ArrayList<>();

    /** A requested report. */
    record RequestedReport(ReportFormat format, Path file) {
        private static final Path STANDARD_OUTPUT = Path.of("-");

        /** Whether it goes to standard output. */
        boolean isPrinted() {
            return file.equals(STANDARD_OUTPUT);
        }

        /** Reads {@code FORMAT=FILE}. */
        static final class ReportFileConverter implements ITypeConverter<RequestedReport> {
            @Override
            public RequestedReport convert(String text) {
                int equals = text.indexOf('=');
                if (equals < 0 || equals == text.length() - 1) {
                    throw new InvalidArgument(
                            "`--report` must be a format and a file, such as `sarif=waymark.sarif`, but" + " found `"
                                    + text + "`");
                }
                ReportFormat format =
                        new ProjectOptions.ReportFormatConverter("--report").convert(text.substring(0, equals));
                try {
                    return new RequestedReport(format, Path.of(text.substring(equals + 1)));
                } catch (InvalidPathException e) {
                    throw new InvalidArgument("`--report` must name a file, but found `" + text.substring(equals + 1)
                            + "`: " + e.getReason());
                }
            }
        }
    }

    /**
     * Ends the command if a report could not be written or would overwrite something.
     *
     * @param other another file on the command line, which must not be overwritten
     */
    void refuseWrong(ProjectOptions options, Optional<Path> other) {
        requested.stream()
                .filter(RequestedReport::isPrinted)
                .findFirst()
                .ifPresent(report -> options.print(report.format()));
        Optional<Path> kept = other.map(ReportFiles::real);
        var files = new HashSet<Path>();
        for (RequestedReport report : requested) {
            Path file = report.file();
            if (!files.add(real(file))) {
                throw options.usage("two reports would be written to " + file + "; give each a file of its own");
            }
            if (report.isPrinted()) {
                continue;
            }
            if (kept.filter(real(file)::equals).isPresent()) {
                throw options.usage("a report would overwrite " + file + "; give it a file of its own");
            }
            options.refuseSource(file, "a report cannot be written to " + file);
            RequestedFile.requireWritable(options.folder(), file);
        }
    }

    /** Writes the reports; {@code err} says what a report format omits. */
    void write(ProjectOptions options, ReportContext context, List<Diagnostic> findings, PrintWriter err) {
        for (RequestedReport each :
                requested.stream().filter(report -> !report.isPrinted()).toList()) {
            Report report = each.format().report(context);
            RequestedFile.write(options.folder(), each.file(), target -> report.write(findings, target));
            report.omission(findings).ifPresent(omission -> err.println(each.file() + ": " + omission + "."));
        }
    }

    /** The file with its folder resolved, as far as that exists. */
    static Path real(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        Path folder = absolute.getParent();
        return folder == null ? absolute : realFolder(folder).resolve(absolute.getFileName());
    }

    /** The folder with links resolved, as far as it exists. */
    static Path realFolder(Path folder) {
        try {
            return folder.toRealPath();
        } catch (IOException e) {
            return real(folder);
        }
    }
}
