package org.waymark.cli;

import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.waymark.Build;
import org.waymark.Edition;
import org.waymark.check.LanguageContext;
import org.waymark.directory.DisplayOrder;
import org.waymark.directory.Entry;
import org.waymark.markdown.Prose;
import org.waymark.markdown.ReadingAge;
import org.waymark.report.JsonEscaper;
import org.waymark.report.TerminalEscaper;
import org.waymark.schema.Kind;
import org.waymark.source.Json;
import org.waymark.source.Json.Members;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists the entries of a kind, with their reading ages. */
@Command(
        name = "list",
        description = "Lists the entries of a kind.",
        mixinStandardHelpOptions = true,
        versionProvider = WaymarkCommand.Version.class)
final class ListCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private ProjectOptions options = new ProjectOptions();

    @Parameters(
            paramLabel = "KIND",
            converter = KindArgument.Converter.class,
            completionCandidates = KindArgument.AllKinds.class,
            description = "One of ${COMPLETION-CANDIDATES}, or a kind that the project declares.")
    private KindArgument kindName;

    @Option(names = "--ids", hidden = true, description = "Print only ids, for completion.")
    private boolean idsOnly;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Edition edition = Build.once().check(options.read(), options.settings(Optional.empty()));
        Kind kind = kindName.ofAny(edition.directory().kinds(), options);
        List<Entry> all = edition.directory().entries(kind).toList();
        if (idsOnly) {
            all.stream().map(Entry::id).distinct().forEach(out::println);
            return ExitCode.OK;
        }
        boolean isEnglish = LanguageContext.of(edition.directory()).isEnglish();
        List<ListedEntry> entries = all.stream()
                .flatMap(entry -> row(entry, isEnglish).stream())
                .sorted(Comparator.comparing(ListedEntry::entry, DisplayOrder.BY_LABEL))
                .toList();
        if (options.isJson()) {
            out.println(JsonEscaper.of(
                    Json.indented(entries.stream().map(ListCommand::json).toList())));
        } else {
            printTable(out, entries);
        }
        int faulty = all.size() - entries.size();
        if (faulty > 0) {
            spec.commandLine()
                    .getErr()
                    .println("Not listed: " + Findings.count(faulty, "entry", "entries")
                            + " with errors. See waymark check.");
        }
        return ExitCode.OK;
    }

    /** An entry and its reading age, if its text is English and long enough. */
    private record ListedEntry(Entry entry, OptionalInt readingAge) {
        String id() {
            return entry.id().value();
        }
    }

    private static Optional<ListedEntry> row(Entry entry, boolean isEnglish) {
        OptionalInt age = isEnglish
                ? entry.body().map(Prose::passages).map(ReadingAge::of).orElse(OptionalInt.empty())
                : OptionalInt.empty();
        return entry.isComplete() ? Optional.of(new ListedEntry(entry, age)) : Optional.empty();
    }

    private static void printTable(PrintWriter out, List<ListedEntry> rows) {
        int widest = rows.stream().mapToInt(row -> row.id().length()).max().orElse(0);
        for (ListedEntry row : rows) {
            String age = row.readingAge().isPresent()
                    ? " (reading age " + row.readingAge().getAsInt() + ")"
                    : "";
            out.println(row.id()
                    + " ".repeat(widest + 2 - row.id().length())
                    + TerminalEscaper.of(row.entry().label())
                    + age);
        }
    }

    private static Members json(ListedEntry listed) {
        Entry entry = listed.entry();
        Members members = Json.object()
                .add("id", entry.id().value())
                .add("name", entry.label())
                .add("path", entry.path())
                .add("line", entry.fields().origin().whole().startLine());
        listed.readingAge().ifPresent(age -> members.add("readingAge", age));
        return members;
    }
}
