package org.waymark.cli;

import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.waymark.Build;
import org.waymark.Edition;
import org.waymark.directory.RouteLedger;
import org.waymark.report.JsonEscaper;
import org.waymark.report.ReportFormat;
import org.waymark.source.Json;
import org.waymark.source.Project;
import org.waymark.tool.edit.LedgerUpdate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists addresses that are not in the route ledger yet, or adds them, and records changes to the data of entries. */
@Command(
        name = "routes",
        description = "Lists addresses that are not in content/routes.yaml yet.",
        mixinStandardHelpOptions = true,
        versionProvider = WaymarkCommand.Version.class,
        footer = {"", "Add addresses once they are published: from then on, a build stops if one is lost."})
final class RoutesCommand implements Callable<Integer> {
    private static final String LEDGER = RouteLedger.PATH;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ProjectOptions.OfFindings options = new ProjectOptions.OfFindings();

    @Option(
            names = {"-u", "--update"},
            description = "Add them to content/routes.yaml, and record what changed in the data.")
    private boolean update;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        Project project = update ? options.readToChange() : options.read();
        var history = new MadeHistory();
        Edition edition = Build.once().run(project, options.settings(Optional.empty()), stage -> {}, history);
        if (edition.errors() > 0) {
            Findings.print(edition, project, options, out, err);
            err.println("Cannot list the addresses: " + Findings.count(edition) + ".");
            return ExitCode.CONTENT;
        }
        LedgerUpdate change =
                LedgerUpdate.of(edition.directory().kinds(), project, edition.paths(), history.of(edition.directory()));
        if (update) {
            options.writer().apply(project, change.change().stream().toList());
        }
        if (options.format() == ReportFormat.JSON) {
            out.println(JsonEscaper.of(
                    Json.indented(Json.object().add("new", change.added()).add("changes", change.recorded()))));
        } else {
            if (!update) {
                change.added().forEach(out::println);
            }
            out.println(closing(change, update));
        }
        return ExitCode.OK;
    }

    /** Reports what was or can be added to the ledger. */
    static String closing(LedgerUpdate change, boolean isAdded) {
        String count = Findings.count(change.added().size(), "address", "addresses");
        if (change.added().isEmpty() && change.recorded() > 0) {
            String changes = Findings.count(change.recorded(), "change", "changes") + " to the data of entries";
            return isAdded
                    ? "Recorded " + changes + " in " + LEDGER + "."
                    : LEDGER + " lists all addresses, but lacks " + changes + "; to record "
                            + (change.recorded() == 1 ? "it" : "them") + ", run waymark routes --update.";
        } else if (change.added().isEmpty()) {
            return LEDGER + " lists all addresses.";
        }
        return isAdded
                ? "Added " + count + " to " + LEDGER + "."
                : LEDGER + " lacks " + count + "; to add " + (change.added().size() == 1 ? "it" : "them")
                        + ", run waymark routes --update.";
    }
}
