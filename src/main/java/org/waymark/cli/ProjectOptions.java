package org.waymark.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.waymark.Settings;
import org.waymark.report.ReportFormat;
import org.waymark.report.TerminalEscaper;
import org.waymark.schema.Choice;
import org.waymark.schema.Date;
import org.waymark.schema.SiteAddress;
import org.waymark.source.InterruptedChange;
import org.waymark.source.Project;
import org.waymark.source.ProjectReader;
import org.waymark.source.ProjectWriter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

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
            description = "The day for which to build, such as 2025-03-31 (default: today).")
    private @Nullable LocalDate asOf;

    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORMAT",
            defaultValue = "text",
            converter = ReportFormatConverter.class,
            description =
                    "How to report: text or json; findings also as sarif, github, gitlab, junit or markdown (default: text).")
    private ReportFormat format = ReportFormat.TEXT;

    ReportFormat format() {
        return format;
    }

    /**
     * Whether to print JSON, for commands that print no findings.
     *
     * @throws ParameterException for a form that only findings can have
     */
    boolean isJson() {
        if (format != ReportFormat.TEXT && format != ReportFormat.JSON) {
            throw usage("only findings can be reported as `" + format + "`; choose `text` or `json` here");
        }
        return format == ReportFormat.JSON;
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
        return ProjectReader.read(projectFolder());
    }

    /** Reads the project in order to change it; completes the change of an interrupted command first. */
    Project readToChange() {
        requireProject();
        writer().complete().ifPresent(this::report);
        return ProjectReader.read(project);
    }

    /** Changes files of the project. */
    ProjectWriter writer() {
        return new ProjectWriter(project, StateFolder.find());
    }

    /** The folder of the project, or the end of the command where it holds none. */
    Path projectFolder() {
        requireProject();
        if (writer().isInterrupted()) {
            PrintWriter err = spec.commandLine().getErr();
            err.println(
                    "An earlier command was stopped while it changed files of this project, so only some of them may"
                            + " be changed; `waymark fix` completes the change.");
            err.flush();
        }
        return project;
    }

    private void requireProject() {
        if (!ProjectReader.isProject(project)) {
            String where = project.equals(Path.of(".")) ? "here" : "in " + project;
            throw usage("there is no folder `content` " + where
                    + "; go to the folder of your directory, or name it with --project");
        }
    }

    private void report(InterruptedChange changes) {
        PrintWriter err = spec.commandLine().getErr();
        err.println("Completed the change of an earlier command that was stopped: "
                + Findings.count(changes.completed().size(), "file", "files") + ".");
        changes.left()
                .forEach(path ->
                        err.println("Left as it is, since someone has changed it since: " + TerminalEscaper.of(path)));
        err.flush();
    }

    /** Ends the command where a file or folder to write lies among the sources, and would be read by the next build. */
    void refuseSource(Path target, String refusal) {
        Path file = ReportFiles.real(target);
        for (String source : List.of("content", "templates")) {
            if (file.startsWith(ReportFiles.realFolder(project.resolve(source)))) {
                throw usage(refusal + ", which lies in `" + source + "`");
            }
        }
    }

    ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    /** Reads a day in ISO form. */
    static final class DateConverter extends FieldTypeConverter<LocalDate> {
        DateConverter() {
            super("--as-of", new Date());
        }
    }

    /** Reads the address of a site. */
    static final class AddressConverter extends FieldTypeConverter<String> {
        AddressConverter() {
            super("--base-url", new SiteAddress());
        }
    }

    /** Reads the name of a report format, whatever its letter case. */
    static final class ReportFormatConverter extends FieldTypeConverter<ReportFormat> {
        ReportFormatConverter() {
            this("--format");
        }

        ReportFormatConverter(String option) {
            super(
                    option,
                    new Choice<>(Stream.of(ReportFormat.values())
                            .collect(Collectors.toMap(
                                    ReportFormat::toString, Function.identity(), (a, b) -> a, LinkedHashMap::new))));
        }

        @Override
        public ReportFormat convert(String text) {
            return super.convert(text.toLowerCase(Locale.ROOT));
        }
    }
}
