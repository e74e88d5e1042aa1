package org.waymark.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.waymark.Build;
import org.waymark.Edition;
import org.waymark.Settings;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.Outcome;
import org.waymark.plan.ServiceData;
import org.waymark.report.JsonEscaper;
import org.waymark.report.TerminalEscaper;
import org.waymark.schema.Kind;
import org.waymark.source.FileChange;
import org.waymark.source.Json;
import org.waymark.source.Project;
import org.waymark.source.SourceFile;
import org.waymark.source.TextFile;
import org.waymark.tool.data.ImportPlan;
import org.waymark.tool.data.ServicePackage;
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
    private ProjectOptions.OfFindings options = new ProjectOptions.OfFindings();

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
            names = {"-v", "--set"},
            paramLabel = "FIELD=VALUE",
            description = "Value of a field of new entries about which the file says nothing; may be repeated.")
    private List<String> set = new ArrayList<>();

    @Option(
            names = {"-n", "--dry-run"},
            description = "Show the changes without making them.")
    private boolean dryRun;

    @Parameters(
            paramLabel = "FILE",
            description = "File to import: CSV, an Excel workbook (.xlsx), JSON, or a package of Open Referral data.")
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
        boolean isPackage = ServicePackage.isOne(name) || TextFile.isFolder(file);
        if (!isPackage && !TableFile.isTable(name) && !TableFile.isJson(name)) {
            throw options.usage(
                    "`" + name + "` is neither `.csv`, `.xlsx` nor `.json`; save it as one of these in a spreadsheet");
        }
        if (TableFile.isWorkbook(name) && !TableFile.canReadWorkbooks()) {
            return refuseWorkbook(spec);
        }
        Project project = dryRun ? options.read() : options.readToChange();
        Optional<SourceFile> own = Optional.ofNullable(columns)
                .map(list -> TextFile.read(
                                options.folder(), list, list.toString().replace('\\', '/'))
                        .orElseThrow(() -> options.usage("there is no file " + list)));
        List<SourceFile> shown = Stream.concat(
                        own.stream(),
                        Stream.of(name)
                                .filter(path -> TableFile.isJson(path) && !isPackage)
                                .map(json -> SourceFile.decode(json, bytes(file))))
                .toList();
        Settings settings = options.settings(Optional.empty());
        Edition before = Build.once().check(project, settings);
        Kind kind = kindName.ofEntries(before.directory().kinds(), options);
        var imports = new TableImport(new EditableProject(before.directory(), project), kind, settings.asOf(), usual());
        Supplier<Optional<ServiceData>> published =
                () -> before.errors() == 0 ? ServiceData.of(before.directory()) : Optional.empty();
        Outcome<ImportPlan> planned;
        if (isPackage) {
            Outcome<ServicePackage> services = services(name);
            planned = services.value().isPresent()
                    ? imports.plan(name, services.value().get(), published)
                    : Outcome.failed(services.diagnostics());
        } else {
            planned = imports.plan(new TableFile(name, bytes(file), Optional.ofNullable(sheet)), own, published);
        }
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

    private Map<String, String> usual() {
        var usual = new LinkedHashMap<String, String>();
        for (String each : set) {
            int equals = each.indexOf('=');
            if (equals < 1) {
                throw options.usage("`--set " + each + "` must have the form FIELD=VALUE");
            }
            usual.put(each.substring(0, equals).strip(), each.substring(equals + 1));
        }
        return usual;
    }

    private byte[] bytes(Path path) {
        return TextFile.bytes(options.folder(), path).orElseThrow(() -> options.usage("there is no file " + path));
    }

    /** A tabular package: a zip file, its folder, or the description in that. */
    private Outcome<ServicePackage> services(String name) {
        if (name.toLowerCase(Locale.ROOT).endsWith(".zip")) {
            return ServicePackage.unzipped(name, bytes(file));
        }
        Path folder = name.endsWith(ServicePackage.DESCRIPTION) ? file.resolveSibling("") : file;
        String shown = folder.toString().replace('\\', '/');
        return ServicePackage.of(
                shown.isEmpty() || shown.endsWith("/") ? shown : shown + "/",
                each -> TextFile.bytes(options.folder(), folder.resolve(each)));
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
                    .add("remarks", plan.remarks())
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
        plan.remarks().forEach(remark -> summary.println("Note: " + TerminalEscaper.of(remark) + "."));
        if (warnings > 0) {
            summary.println(
                    "Note: " + Findings.count(warnings, "new warning", "new warnings") + ": see waymark check.");
        }
    }
}
