package org.waymark.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.waymark.Build;
import org.waymark.Settings;
import org.waymark.check.LanguageContext;
import org.waymark.directory.Directory;
import org.waymark.directory.Entry;
import org.waymark.markdown.Prose;
import org.waymark.markdown.ReadingAge;
import org.waymark.report.JsonEscaper;
import org.waymark.report.TerminalEscaper;
import org.waymark.schema.Kind;
import org.waymark.source.CsvLine;
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
    /** Longer values move the next column of their own line only. */
    private static final int WIDEST_COLUMN = 40;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ProjectOptions.OfData options = new ProjectOptions.OfData();

    @Parameters(
            paramLabel = "KIND",
            converter = KindArgument.Converter.class,
            completionCandidates = KindArgument.AllKinds.class,
            description = "One of ${COMPLETION-CANDIDATES}, or a kind that the project declares.")
    private KindArgument kindName;

    @Option(
            names = "--where",
            paramLabel = "FIELD=VALUE",
            description =
                    "List only entries with this value; without a VALUE, only those that have none. May be repeated.")
    private List<String> where = new ArrayList<>();

    @Option(
            names = "--fields",
            split = ",",
            paramLabel = "FIELD",
            description = "Show these fields. venue.area is the area of the venue.")
    private List<String> fieldNames = new ArrayList<>();

    @Option(names = "--by", paramLabel = "FIELD", description = "Sort the entries by this field.")
    private @Nullable String by;

    @Option(names = "--csv", description = "Print a table for a spreadsheet.")
    private boolean csv;

    @Option(names = "--ids", hidden = true, description = "Print only ids, for completion.")
    private boolean idsOnly;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        if (csv && options.isJson()) {
            throw options.usage("give either --csv or --format json");
        }
        Settings settings = options.settings(Optional.empty()).withUnpublished();
        Directory directory = Build.once().check(options.read(), settings).directory();
        Kind kind = kindName.ofAny(directory.kinds(), options);
        List<Entry> all = directory.entries(kind).toList();
        if (idsOnly) {
            all.stream().map(Entry::id).distinct().forEach(out::println);
            return ExitCode.OK;
        }
        List<EntryColumn> columns = fieldNames.stream()
                .map(name -> EntryColumn.of(name.strip(), kind, directory, options))
                .toList();
        List<EntryFilter> filters = where.stream()
                .map(condition -> EntryFilter.of(condition, kind, directory, options))
                .toList();
        Comparator<Entry> order = Optional.ofNullable(by)
                .map(name -> EntryColumn.of(name, kind, directory, options).order(directory))
                .map(first -> first.thenComparing(directory.order().byLabel()))
                .orElseGet(directory.order()::byLabel);
        boolean isEnglish = LanguageContext.of(directory).isEnglish();
        List<ListedEntry> entries = all.stream()
                .filter(Entry::isComplete)
                .filter(entry -> filters.stream().allMatch(filter -> filter.accepts(entry, directory)))
                .sorted(order)
                .map(entry -> row(entry, isEnglish))
                .toList();
        if (options.isJson()) {
            out.println(JsonEscaper.of(Json.indented(entries.stream()
                    .map(entry -> json(entry, columns, directory))
                    .toList())));
        } else if (csv) {
            printCsv(out, entries, columns, directory);
        } else {
            printTable(out, entries, columns, directory);
        }
        long faulty = all.stream().filter(entry -> !entry.isComplete()).count();
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

    private static ListedEntry row(Entry entry, boolean isEnglish) {
        return new ListedEntry(
                entry,
                isEnglish
                        ? entry.body().map(Prose::passages).map(ReadingAge::of).orElse(OptionalInt.empty())
                        : OptionalInt.empty());
    }

    /** One line for each entry: its id, then its label, or the values of the columns. */
    private static void printTable(
            PrintWriter out, List<ListedEntry> entries, List<EntryColumn> columns, Directory directory) {
        List<List<String>> rows = entries.stream()
                .map(listed -> {
                    var cells = new ArrayList<String>();
                    cells.add(listed.id());
                    if (columns.isEmpty()) {
                        cells.add(TerminalEscaper.of(listed.entry().label()) + age(listed));
                    }
                    columns.forEach(
                            column -> cells.add(TerminalEscaper.of(words(column.values(listed.entry(), directory)))));
                    return List.copyOf(cells);
                })
                .toList();
        int count = 1 + Math.max(1, columns.size());
        int[] widths = new int[count];
        rows.forEach(cells -> {
            for (int i = 0; i < count; i++) {
                widths[i] = Math.max(widths[i], Math.min(cells.get(i).length(), WIDEST_COLUMN));
            }
        });
        for (List<String> cells : rows) {
            var line = new StringBuilder();
            for (int i = 0; i < count; i++) {
                String cell = cells.get(i);
                line.append(cell).append(" ".repeat(Math.max(0, widths[i] - cell.length()) + 2));
            }
            out.println(line.toString().stripTrailing());
        }
    }

    private static String age(ListedEntry listed) {
        return listed.readingAge().isPresent()
                ? " (reading age " + listed.readingAge().getAsInt() + ")"
                : "";
    }

    private static String words(List<String> values) {
        return String.join(", ", values).replaceAll("\\s+", " ");
    }

    /** RFC 4180, with a line of names above. */
    private static void printCsv(
            PrintWriter out, List<ListedEntry> entries, List<EntryColumn> columns, Directory directory) {
        var names = new ArrayList<>(List.of("id", "name", "path"));
        columns.forEach(column -> names.add(column.name()));
        out.print(CsvLine.of(names));
        for (ListedEntry listed : entries) {
            var cells = new ArrayList<>(
                    List.of(listed.id(), listed.entry().label(), listed.entry().path()));
            columns.forEach(column -> cells.add(String.join(", ", column.values(listed.entry(), directory))));
            out.print(CsvLine.of(cells));
        }
    }

    private static Members json(ListedEntry listed, List<EntryColumn> columns, Directory directory) {
        Entry entry = listed.entry();
        Members members = Json.object()
                .add("id", entry.id().value())
                .add("name", entry.label())
                .add("path", entry.path())
                .add("line", entry.origin().whole().startLine());
        listed.readingAge().ifPresent(age -> members.add("readingAge", age));
        if (!columns.isEmpty()) {
            Members fields = Json.object();
            columns.forEach(column -> fields.add(column.name(), column.values(entry, directory)));
            members.add("fields", fields);
        }
        return members;
    }
}
