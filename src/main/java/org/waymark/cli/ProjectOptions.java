package org.waymark.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.waymark.Settings;
import org.waymark.report.ReportFormat;
import org.waymark.schema.Types;
import org.waymark.source.Project;
import org.waymark.source.ProjectReader;
import org.waymark.source.Span;
import org.waymark.source.Value.Scalar;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Options of the commands that read a project. */
final class ProjectOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = {"-p", "--project"},
            paramLabel = "DIR",
            defaultValue = ".",
            description = "The folder that holds content (default: this one).")
    private Path project = Path.of(".");

    @Option(
            names = {"-d", "--as-of"},
            paramLabel = "DATE",
            converter = DateConverter.class,
            description = "The day for which to judge review dates, such as 2025-03-31 (default: today).")
    private @Nullable LocalDate asOf;

    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "How to report: ${COMPLETION-CANDIDATES} (default: text).")
    private ReportFormat format = ReportFormat.TEXT;

    ReportFormat format() {
        return format;
    }

    Path folder() {
        return project;
    }

    Settings settings(Optional<String> baseUrl) {
        LocalDate day = asOf == null ? LocalDate.now(ZoneId.systemDefault()) : asOf;
        return new Settings(day, baseUrl);
    }

    /** Reads the project, or ends the command where there is none. */
    Project read() {
        if (!ProjectReader.isProject(project)) {
            String where = project.equals(Path.of(".")) ? "here" : "in " + project;
            throw usage("there is no folder `content` " + where
                    + "; go to the folder of your directory, or name it with --project");
        }
        return ProjectReader.read(project);
    }

    ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    /** Reads a day in ISO form. */
    static final class DateConverter implements ITypeConverter<LocalDate> {
        @Override
        public LocalDate convert(String text) {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeParseException e) {
                throw new TypeConversionException("expected a date such as 2025-03-31, found " + text);
            }
        }
    }

    /** Reads a web address. */
    static final class AddressConverter implements ITypeConverter<String> {
        @Override
        public String convert(String text) {
            var typed = new Scalar(text, Span.startOf("--base-url"));
            return Types.webAddress()
                    .decode("base-url", typed)
                    .value()
                    .orElseThrow(() -> new TypeConversionException(
                            "expected a web address that begins with https://, found " + text));
        }
    }
}
