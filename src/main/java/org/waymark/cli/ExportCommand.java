package org.waymark.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.waymark.Build;
import org.waymark.Settings;
import org.waymark.directory.Directory;
import org.waymark.publish.RequestedFile;
import org.waymark.report.TerminalEscaper;
import org.waymark.schema.Kind;
import org.waymark.source.Project;
import org.waymark.tool.data.TableExport;
import org.waymark.tool.data.TableFile;
import org.waymark.tool.edit.EditableProject;
import org.waymark.tool.edit.Refusal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes the entries of a kind into a spreadsheet. */
@Command(
        name = "export",
        description = "Writes the entries of a kind into a spreadsheet, which `waymark import` reads again.",
        mixinStandardHelpOptions = true,
        versionProvider = WaymarkCommand.Version.class,
        footer = {
            "",
            "  waymark export --kind service services.xlsx",
            "",
            "Each row is an entry, with its id; each column is a field. A part of a group has a dot in its heading,",
            "and a list of groups a number: size.seats, sources.2.url. Several values in a cell have semicolons",
            "between them. Drafts and fields that readers do not see are in it too: it is for editors."
        })
final class ExportCommand implements Callable<Integer> {
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

    @Option(names = "--text", description = "Add a column with the texts below the fields, in Markdown.")
    private boolean withText;

    @Parameters(paramLabel = "FILE", description = "File to write, whose name ends in .csv or .xlsx.")
    private Path file;

    @Override
    public Integer call() {
        String name = file.toString();
        if (!TableFile.isTable(name)) {
            throw options.usage("the name of the file must end in `.csv` or `.xlsx`, but found `" + name + "`");
        }
        if (TableFile.isWorkbook(name) && !TableFile.canReadWorkbooks()) {
            return ImportCommand.refuseWorkbook(spec);
        }
        options.refuseSource(file, "the spreadsheet cannot be written to " + name);
        Project project = options.read();
        Settings settings = options.settings(Optional.empty()).withUnpublished();
        Directory directory = Build.once().check(project, settings).directory();
        Kind kind = kindName.ofEntries(directory.kinds(), options);
        TableExport table;
        try {
            table = TableExport.of(new EditableProject(directory, project), kind, withText);
        } catch (Refusal e) {
            spec.commandLine()
                    .getErr()
                    .println(spec.qualifiedName() + ": " + TerminalEscaper.of(String.valueOf(e.getMessage())));
            return ExitCode.CONTENT;
        }
        if (TableFile.isWorkbook(name)) {
            RequestedFile.writeBytes(options.folder(), file, table.workbook());
        } else {
            RequestedFile.write(options.folder(), file, table.csv());
        }
        spec.commandLine()
                .getOut()
                .println("Wrote " + Findings.count(table.count(), "row", "rows") + " to " + TerminalEscaper.of(name)
                        + ".");
        return ExitCode.OK;
    }
}
