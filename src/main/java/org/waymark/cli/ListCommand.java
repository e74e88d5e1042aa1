package org.waymark.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.waymark.Build;
import org.waymark.Edition;
import org.waymark.model.DisplayOrder;
import org.waymark.model.Document;
import org.waymark.report.Printable;
import org.waymark.report.ReportFormat;
import org.waymark.schema.Entry;
import org.waymark.schema.Kind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists the entries of a kind. */
@Command(
        name = "list",
        description = "Lists the entries of a kind.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class)
final class ListCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private ProjectOptions options = new ProjectOptions();

    @Parameters(
            paramLabel = "KIND",
            converter = KindArgument.class,
            completionCandidates = KindArgument.AllKinds.class,
            description = "One of ${COMPLETION-CANDIDATES}.")
    private Kind<?> kind;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Edition edition = Build.once().check(options.read(), options.settings(Optional.empty()));
        List<Document> documents = edition.directory().documents(kind).toList();
        List<? extends Entry> entries = documents.stream()
                .flatMap(document -> document.entry().stream())
                .sorted(DisplayOrder.BY_LABEL)
                .toList();
        if (options.format() == ReportFormat.JSON) {
            out.println(Json.text(entries.stream().map(ListCommand::properties).toList()));
        } else {
            printTable(out, entries);
        }
        int faulty = documents.size() - entries.size();
        if (faulty > 0) {
            spec.commandLine()
                    .getErr()
                    .println("Left out: " + Findings.count(faulty, "entry", "entries")
                            + " with errors. See waymark check.");
        }
        return ExitCode.OK;
    }

    private static void printTable(PrintWriter out, List<? extends Entry> entries) {
        int widest =
                entries.stream().mapToInt(e -> e.id().value().length()).max().orElse(0);
        for (Entry entry : entries) {
            String id = entry.id().value();
            out.println(id + " ".repeat(widest + 2 - id.length()) + Printable.of(entry.label()));
        }
    }

    private static Map<String, Object> properties(Entry entry) {
        var properties = new LinkedHashMap<String, Object>();
        properties.put("id", entry.id().value());
        properties.put("name", entry.label());
        properties.put("path", entry.origin().path());
        properties.put("line", entry.origin().whole().start().line());
        return properties;
    }
}
