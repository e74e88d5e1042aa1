package org.waymark.cli;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.publish.RequestedFile;
import org.waymark.report.ReportContext;
import org.waymark.report.ReportFormat;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;

/** The option that writes reports to files, besides what is printed. */
final class ReportFiles {
    @Option(
            names = "--report",
            paramLabel = "FORMAT=FILE",
            converter = Wanted.ReportFileConverter.class,
            description = "Also write a report to a file, such as sarif=waymark.sarif. May be given several times.")
    private List<Wanted> wanted = new ArrayList<>();

    /** A report that was asked for. */
    record Wanted(ReportFormat format, Path file) {
        /** Reads {@code FORMAT=FILE}. */
        static final class ReportFileConverter implements ITypeConverter<Wanted> {
            @Override
            public Wanted convert(String text) {
                int equals = text.indexOf('=');
                if (equals < 0 || equals == text.length() - 1) {
                    throw new InvalidValue("`--report` must be a format and a file, such as `sarif=waymark.sarif`, but"
                            + " found `" + text + "`");
                }
                ReportFormat format =
                        new ProjectOptions.ReportFormatConverter("--report").convert(text.substring(0, equals));
                try {
                    return new Wanted(format, Path.of(text.substring(equals + 1)));
                } catch (InvalidPathException e) {
                    throw new InvalidValue("`--report` must name a file, but `" + text.substring(equals + 1)
                            + "` can be none: " + e.getReason());
                }
            }
        }
    }

    /**
     * Ends the command before it begins, where a report could not be written or would destroy something.
     *
     * @param other another file that the user named, which is to be kept
     */
    void refuseWrong(ProjectOptions options, Optional<Path> other) {
        Optional<Path> kept = other.map(ReportFiles::real);
        var files = new HashSet<Path>();
        for (Wanted report : wanted) {
            Path file = report.file();
            if (!files.add(real(file))) {
                throw options.usage("two reports would be written to " + file + "; give each a file of its own");
            }
            if (kept.filter(real(file)::equals).isPresent()) {
                throw options.usage("a report would be written over " + file + "; give it a file of its own");
            }
            options.refuseSource(file, "a report cannot be written to " + file);
            RequestedFile.requireWritable(options.folder(), file);
        }
    }

    void write(ProjectOptions options, ReportContext context, List<Diagnostic> findings) {
        for (Wanted report : wanted) {
            RequestedFile.write(
                    options.folder(),
                    report.file(),
                    report.format().report(context).render(findings));
        }
    }

    /** The file with its folders as they really are, as far as they exist, whichever way leads there. */
    static Path real(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        Path folder = absolute.getParent();
        return folder == null ? absolute : realFolder(folder).resolve(absolute.getFileName());
    }

    /** The folder as it really is, as far as it exists. */
    static Path realFolder(Path folder) {
        try {
            return folder.toRealPath();
        } catch (IOException e) {
            return real(folder);
        }
    }
}
