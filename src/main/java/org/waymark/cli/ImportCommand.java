package org.waymark.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.waymark.Build;
import org.waymark.Edition;
import org.waymark.Settings;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.Outcome;
import org.waymark.report.JsonEscaper;
import org.waymark.report.TerminalEscaper;
import org.waymark.schema.Kind;
import org.waymark.source.FileChange;
import org.waymark.source.Json;
import org.waymark.source.Project;
import org.waymark.source.SourceFile;
import org.waymark.source.TextFile;
import org.waymark.tool.data.ImportPlan;
import org.waymark.tool.data.TableFile;
import org.waymark.tool.data.TableImport;
import org.waymark.tool.edit.ChangedProject;
import org.waymark.tool.edit.EditableProject;
import org.waymark.tool.edit.UnifiedDiff;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Imports the rows of a spreadsheet into the entries of a kind. */
@Command(
        name = "import",
        description = "Brings the rows of a spreadsheet into the entries of a kind: all of them, or none.",
        mixinStandardHelpOptions = true,
        versionProvider = WaymarkCommand.Version.class,
        footer = {
            "",
            "  waymark export --kind service services.xlsx    a spreadsheet to begin with",
            "  waymark import services.xlsx --kind service --dry-run",
            "",
            "A column has the name of a field or its label as its heading; a column `id`, or else the name, says which",
            "entry a row is about. Rows about no entry of the directory become new ones. An empty cell removes a value;",
            "a column that is missing leaves the values as they are. New entries are drafts unless there is a column",
            "`draft`. --columns names a YAML file with a line `Heading: field` for each column that has another",
            "heading, or only `Heading:` for one to leave out; `\"*\":` leaves out all others."
        })
final class ImportCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private ProjectOptions options = new ProjectOptions();

    @Option(
            names = {"-k", "--kind"},
            required = true,
            paramLabel = "KIND",
            converter = KindArgument.Converter.class,
            completionCandidates = KindArgument.EntryKinds.class,
            description = "One of ${COMPLETION-CANDIDATES}, or a kind that the project declares.")
    private KindArgument kindName = new KindArgument("");

    @Option(names = "--columns", paramLabel = "FILE", description = "YAML file that says what the columns hold.")
    private @Nullable Path columns;

    @Option(names = "--sheet", paramLabel = "NAME", description = "Sheet of a workbook (default: its only one).")
    private @Nullable String sheet;

    @Option(
            names = {"-n", "--dry-run"},
            description = "Show the changes without making them.")
    private boolean dryRun;

    @Parameters(paramLabel = "FILE", description = "File to import: CSV, an Excel workbook (.xlsx), or JSON.")
    private Path file;

    /** Reports that the libraries for workbooks are not installed. */
    static int refuseWorkbook(CommandSpec spec) {
        spec.commandLine()
                .getErr()
                .println(
                        "waymark: the part for Excel workbooks is not installed; unpack Waymark's zip file again, with its"
                                + " folder lib/spreadsheets, or use a CSV file");
        return ExitCode.FAILURE;
    }

    @Override
    public Integer call() {
        String name = file.toString().replace('\\', '/');
        if (!TableFile.isTable(name)) {
            throw options.usage(
                    "`" + name + "` is neither `.csv` nor `.xlsx`; save it as one of these in a spreadsheet");
        }
        if (TableFile.isWorkbook(name) && !TableFile.canReadWorkbooks()) {
            return refuseWorkbook(spec);
        }
        Project project = dryRun ? options.read() : options.readToChange();
        byte[] bytes =
                TextFile.bytes(options.folder(), file).orElseThrow(() -> options.usage("there is no file " + file));
        Optional<SourceFile> own = Optional.ofNullable(columns)
                .map(list -> TextFile.read(
                                options.folder(), list, list.toString().replace('\\', '/'))
                        .orElseThrow(() -> options.usage("there is no file " + list)));
        List<SourceFile> shown = Stream.concat(
                        own.stream(),
                        Stream.of(name).filter(TableFile::isJson).map(json -> SourceFile.decode(json, bytes)))
                .toList();
        Settings settings = options.settings(Optional.empty());
        Edition before = Build.once().check(project, settings);
        Kind kind = kindName.ofEntries(before.directory().kinds(), options);
        Outcome<ImportPlan> planned = TableImport.plan(
                new TableFile(name, bytes, Optional.ofNullable(sheet)),
                own,
                kind,
                new EditableProject(before.directory(), project),
                settings.asOf());
        if (planned.value().isEmpty()) {
            return refuse(planned.diagnostics(), shown);
        }
        ImportPlan plan = planned.value().get();
        Project with = ChangedProject.of(project, plan.changes());
        Edition after = Build.once().check(with, settings);
        List<Diagnostic> faults = plan.faults(before.diagnostics(), after.diagnostics(), after.directory());
        if (!faults.isEmpty()) {
            return refuse(faults, shown);
        }
        if (!dryRun) {
            options.writer().apply(project, plan.changes());
        }
        print(plan, project, after.warnings() - before.warnings());
        return ExitCode.OK;
    }

    /** @param shown texts from which lines with faults are shown */
    private int refuse(List<Diagnostic> faults, List<SourceFile> shown) {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        Map<String, SourceFile> files = new HashMap<>();
        shown.forEach(text -> files.put(text.path(), text));
        Findings.print(
                faults, Findings.context(faults, files, options, false), options.format(), ShownFindings.FEW, out, err);
        err.println("Nothing was changed.");
        return ExitCode.CONTENT;
    }

    private void print(ImportPlan plan, Project project, long warnings) {
        PrintWriter out = spec.commandLine().getOut();
        if (options.isJson()) {
            out.println(JsonEscaper.of(Json.indented(Json.object()
                    .add("added", plan.added())
                    .add("changed", plan.updated())
                    .add("unchanged", plan.unchanged())
                    .add("absent", plan.absent())
                    .add("files", plan.changes().stream().map(FileChange::path).toList()))));
            return;
        }
        if (dryRun) {
            out.print(TerminalEscaper.ofLines(UnifiedDiff.of(project, plan.changes())));
            out.flush();
        } else {
            plan.changes().forEach(change -> out.println(TerminalEscaper.of(MultiFileEdit.line(change))));
        }
        PrintWriter summary = dryRun ? spec.commandLine().getErr() : out;
        summary.println((dryRun ? "Would add " : "Added ") + Findings.count(plan.added(), "entry", "entries") + " and "
                + (dryRun ? "change " : "changed ") + plan.updated() + "; " + plan.unchanged()
                + (plan.unchanged() == 1 ? " row says" : " rows say") + " nothing new.");
        if (plan.absent() > 0) {
            summary.println("Note: "
                    + Findings.count(plan.absent(), "entry of the directory is", "entries of the directory are")
                    + " not in the file, and left as before.");
        }
        if (warnings > 0) {
            summary.println(
                    "Note: " + Findings.count(warnings, "new warning", "new warnings") + ": see waymark check.");
        }
    }
}
