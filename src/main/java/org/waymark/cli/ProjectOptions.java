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
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.waymark.Settings;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.DidYouMean;
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

/** Options of the commands that read a project. Subclasses add {@code --format}, with what the command can print. */
class ProjectOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = {"-p", "--project"},
            paramLabel = "DIR",
            description =
                    "Folder of the project, which contains content (default: this folder, or the nearest one above).")
    private @Nullable Path named;

    private @Nullable Path found;

    @Option(
            names = {"-d", "--as-of"},
            paramLabel = "DATE",
            converter = DateConverter.class,
            description = "Date to build for, such as 2025-03-31 (default: today).")
    private @Nullable LocalDate asOf;

    private ReportFormat format = ReportFormat.TEXT;

    ReportFormat format() {
        return format;
    }

    /** Prints in a format that another option names. */
    void print(ReportFormat other) {
        format = other;
    }

    boolean isJson() {
        return format == ReportFormat.JSON;
    }

    /**
     * The folder of the project, if there is one: as named, or else this folder or the nearest one above it that has
     * one.
     */
    Path folder() {
        if (named != null) {
            return named;
        }
        Path folder = found == null ? ProjectReader.above(Path.of(".")).orElse(Path.of(".")) : found;
        found = folder;
        return folder;
    }

    /** Whether there is a project at all. */
    boolean hasProject() {
        return ProjectReader.isProject(folder());
    }

    /** Converts a path on the command line to a path of the project, like those of findings. */
    Path inProject(Path path) {
        return ProjectReader.pathOf(folder(), path).orElseGet(path::normalize);
    }

    /**
     * Whether a finding is in one of the files or folders, or none are given.
     *
     * @throws ParameterException if one of them is not in the project
     */
    Predicate<Diagnostic> inside(List<Path> paths) {
        List<Path> wanted = paths.stream()
                .map(path -> ProjectReader.pathOf(folder(), path)
                        .orElseThrow(() -> usage("there is no file or folder `" + path + "` in the project"
                                + near(path)
                                        .map(meant -> "; did you mean `" + meant + "`?")
                                        .orElse(""))))
                .toList();
        return finding -> wanted.isEmpty()
                || wanted.stream()
                        .anyMatch(path ->
                                isAll(path) || Path.of(finding.span().path()).startsWith(path));
    }

    /** The file or folder with the nearest name in the same folder. */
    private static Optional<Path> near(Path path) {
        Path last = path.getFileName();
        return last == null
                ? Optional.empty()
                : DidYouMean.suggest(last.toString(), ProjectReader.siblings(path))
                        .map(meant -> path.resolveSibling(meant.name()));
    }

    private static boolean isAll(Path path) {
        return path.toString().isEmpty();
    }

    Settings settings(Optional<String> baseUrl) {
        LocalDate day = asOf == null ? LocalDate.now(ZoneId.systemDefault()) : asOf;
        return new Settings(day, baseUrl);
    }

    /** Reads the project; ends the command if there is none. */
    Project read() {
        return ProjectReader.read(projectFolder());
    }

    /** Reads the project to change it; first completes a change that was interrupted. */
    Project readToChange() {
        requireProject();
        writer().complete().ifPresent(this::report);
        return ProjectReader.read(folder());
    }

    /** Changes files of the project. */
    ProjectWriter writer() {
        return new ProjectWriter(folder(), StateFolder.find());
    }

    /** The folder of the project; ends the command if there is none. */
    Path projectFolder() {
        requireProject();
        if (writer().isInterrupted()) {
            PrintWriter err = spec.commandLine().getErr();
            err.println(
                    "An earlier command was stopped while changing files, so only some of them may be changed. `waymark fix` completes the change.");
            err.flush();
        }
        return folder();
    }

    private void requireProject() {
        if (!ProjectReader.isProject(folder())) {
            String where = named == null ? "here or above" : "in " + named;
            throw usage("there is no folder `content` " + where
                    + "; go to the folder of your project, name it with --project, or start one with `waymark init`");
        }
    }

    private void report(InterruptedChange changes) {
        PrintWriter err = spec.commandLine().getErr();
        err.println("Completed the change of an earlier command that was stopped: "
                + Findings.count(changes.completed().size(), "file", "files") + ".");
        changes.left()
                .forEach(
                        path -> err.println("Not changed, since it was edited meanwhile: " + TerminalEscaper.of(path)));
        err.flush();
    }

    /** Ends the command if an output would be in {@code content} or {@code templates}, where the next build would read it. */
    void refuseSource(Path target, String refusal) {
        Path file = ReportFiles.real(target);
        for (String source : List.of("content", "templates")) {
            if (file.startsWith(ReportFiles.realFolder(folder().resolve(source)))) {
                throw usage(refusal + ", which is in `" + source + "`");
            }
        }
    }

    ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    /** Reads a date in ISO 8601. */
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

    /** Those of commands that report findings. */
    static final class OfFindings extends ProjectOptions {
        @Option(
                names = {"-f", "--format"},
                paramLabel = "FORMAT",
                defaultValue = "text",
                converter = ReportFormatConverter.class,
                description =
                        "Output format: text, json, sarif, github, gitlab, junit, markdown or suggestions (default: text).")
        void format(ReportFormat chosen) {
            print(chosen);
        }
    }

    /** Those of commands that print data. */
    static final class OfData extends ProjectOptions {
        @Option(
                names = {"-f", "--format"},
                paramLabel = "FORMAT",
                defaultValue = "text",
                converter = DataFormatConverter.class,
                description = "Output format: text or json (default: text).")
        void format(ReportFormat chosen) {
            print(chosen);
        }
    }

    /** Those of a command that prints a list for people, or as data. */
    static final class OfList extends ProjectOptions {
        @Option(
                names = {"-f", "--format"},
                paramLabel = "FORMAT",
                defaultValue = "text",
                converter = ListFormatConverter.class,
                description = "Output format: text, json or markdown (default: text).")
        void format(ReportFormat chosen) {
            print(chosen);
        }
    }

    /** Reads the name of a format, ignoring case. */
    static class ReportFormatConverter extends FieldTypeConverter<ReportFormat> {
        ReportFormatConverter() {
            this("--format");
        }

        ReportFormatConverter(String option) {
            this(option, ReportFormat.values());
        }

        private ReportFormatConverter(String option, ReportFormat... formats) {
            super(
                    option,
                    new Choice<>(Stream.of(formats)
                            .collect(Collectors.toMap(
                                    ReportFormat::toString, Function.identity(), (a, b) -> a, LinkedHashMap::new))));
        }

        @Override
        public ReportFormat convert(String text) {
            return super.convert(text.toLowerCase(Locale.ROOT));
        }
    }

    private static final class DataFormatConverter extends ReportFormatConverter {
        DataFormatConverter() {
            super("--format", ReportFormat.TEXT, ReportFormat.JSON);
        }
    }

    private static final class ListFormatConverter extends ReportFormatConverter {
        ListFormatConverter() {
            super("--format", ReportFormat.TEXT, ReportFormat.JSON, ReportFormat.MARKDOWN);
        }
    }
}
