package org.waymark.cli;

import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.waymark.Build;
import org.waymark.Edition;
import org.waymark.diagnostic.DidYouMean;
import org.waymark.directory.Agenda;
import org.waymark.directory.Directory;
import org.waymark.directory.Entry;
import org.waymark.directory.Site;
import org.waymark.publish.RequestedFile;
import org.waymark.report.JsonEscaper;
import org.waymark.report.ReportFormat;
import org.waymark.report.TerminalEscaper;
import org.waymark.schema.TimeSpan;
import org.waymark.source.Json;
import org.waymark.source.Json.Members;
import org.waymark.source.Project;
import org.waymark.tool.data.ProviderSheet;
import org.waymark.tool.edit.EditableProject;
import org.waymark.tool.edit.Refusal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists reviews that are due, and entries about to be published or to expire. */
@Command(
        name = "due",
        description = "Lists reviews that are due, and entries about to be published or to expire.",
        mixinStandardHelpOptions = true,
        versionProvider = WaymarkCommand.Version.class)
final class DueCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private ProjectOptions.OfList options = new ProjectOptions.OfList();

    @Option(
            names = {"-w", "--within"},
            paramLabel = "TIME",
            defaultValue = "90d",
            converter = WithinConverter.class,
            description = "How far to look ahead, such as 90d, 12w, 3m or 1y (default: 90d).")
    private TimeSpan within = TimeSpan.ofDays(90);

    @Option(names = "--owner", paramLabel = "NAME", description = "Only entries of this owner.")
    private @Nullable String owner;

    @Option(names = "--calendar", paramLabel = "FILE", description = "Write a calendar file (.ics) instead of a list.")
    private @Nullable Path calendar;

    @Option(
            names = "--sheet",
            paramLabel = "NAME",
            description = "Print what the directory says of an organisation, to be corrected by it (Markdown).")
    private @Nullable String sheet;

    @Option(
            names = "--to",
            paramLabel = "DIR",
            description = "With --sheet: write a CSV file for each kind instead, which `waymark import` reads.")
    private @Nullable Path to;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        refuseOtherFile();
        if (sheet != null) {
            return printSheet(sheet, out);
        }
        if (to != null) {
            throw options.usage("`--to` goes with `--sheet`");
        }
        Edition edition = Build.once().check(options.read(), options.settings(Optional.empty()));
        Directory directory = edition.directory();
        LocalDate until = within.after(directory.asOf());
        Agenda agenda = Agenda.of(directory, until, knownOwner(directory));
        if (calendar != null) {
            RequestedFile.writeCalendar(options.folder(), calendar, AgendaCalendar.of(agenda, host(directory)));
            out.println("Wrote " + Findings.count(agenda.items().size(), "event", "events") + " to " + calendar + ".");
        } else if (options.format() == ReportFormat.MARKDOWN) {
            out.print(AgendaMarkdown.of(agenda));
        } else if (options.isJson()) {
            out.println(JsonEscaper.of(Json.indented(json(agenda))));
        } else {
            out.print(AgendaTable.of(agenda));
        }
        if (edition.errors() > 0) {
            spec.commandLine()
                    .getErr()
                    .println("The list may be incomplete: the content has "
                            + Findings.count(edition.errors(), "error", "errors") + ". See waymark check.");
        }
        return ExitCode.OK;
    }

    private int printSheet(String name, PrintWriter out) {
        Project project = options.read();
        Directory directory =
                Build.once().check(project, options.settings(Optional.empty())).directory();
        ProviderSheet found = ProviderSheet.of(new EditableProject(directory, project), name)
                .orElseThrow(() -> options.usage("no published entry and no owner is called `" + name + "`"));
        Map<String, String> tables;
        try {
            if (to == null) {
                out.print(TerminalEscaper.ofLines(found.markdown()));
                return ExitCode.OK;
            }
            tables = found.tables();
        } catch (Refusal e) {
            spec.commandLine().getErr().println("waymark due: " + TerminalEscaper.of(String.valueOf(e.getMessage())));
            return ExitCode.CONTENT;
        }
        options.refuseSource(to, "the sheet cannot be written to " + to);
        RequestedFile.writeAll(options.folder(), to, tables);
        tables.keySet()
                .forEach(file -> out.println("Wrote " + to.resolve(file) + ". When it is back: waymark import "
                        + to.resolve(file) + " --kind " + file.replace(".csv", "") + " --dry-run"));
        return ExitCode.OK;
    }

    /** So that a typing error cannot overwrite an entry. */
    private void refuseOtherFile() {
        if (calendar != null && !calendar.toString().toLowerCase(Locale.ROOT).endsWith(".ics")) {
            throw options.usage("the name of a calendar file must end in `.ics`, but found `" + calendar + "`");
        }
    }

    private Optional<String> knownOwner(Directory directory) {
        if (owner == null) {
            return Optional.empty();
        }
        String name = owner.strip();
        List<String> known = directory.entries().stream()
                .flatMap(entry -> entry.owner().stream())
                .distinct()
                .sorted()
                .toList();
        if (known.stream().noneMatch(name::equalsIgnoreCase)) {
            String all = known.isEmpty() ? "no entry has an `owner`" : "the owners are " + String.join(", ", known);
            throw options.usage("no entry has the owner `" + name + "`; "
                    + DidYouMean.question(name, known).orElse(all));
        }
        return Optional.of(name);
    }

    private static String host(Directory directory) {
        return directory
                .findSite()
                .map(Site::baseUrl)
                .map(url -> URI.create(url.substring(0, url.indexOf('/', "https://".length())))
                        .getHost())
                .orElse("waymark");
    }

    private static Members json(Agenda agenda) {
        return Json.object()
                .add("asOf", agenda.today())
                .add("until", agenda.until())
                .add(
                        "items",
                        agenda.items().stream()
                                .map(item -> json(item, agenda.today()))
                                .toList())
                .add(
                        "drafts",
                        agenda.drafts().stream()
                                .map(draft -> json(Json.object(), draft))
                                .toList())
                .add("withoutReviewBy", agenda.undated().size())
                .add(
                        "entriesWithoutReviewBy",
                        agenda.undated().stream()
                                .map(entry -> json(Json.object(), entry))
                                .toList());
    }

    private static Members json(Agenda.Item item, LocalDate today) {
        Members members = Json.object()
                .add("event", item.event().name().toLowerCase(Locale.ROOT))
                .add("date", item.day())
                .add("days", item.day().toEpochDay() - today.toEpochDay())
                .add("overdue", item.isOverdue(today));
        return json(members, item.entry());
    }

    private static Members json(Members members, Entry entry) {
        return members.add("kind", entry.kind().name())
                .add("id", entry.id())
                .add("title", entry.label())
                .add("owner", entry.owner())
                .add("path", entry.path());
    }

    /** Reads how far to look ahead. */
    static final class WithinConverter extends TimeSpanConverter {
        WithinConverter() {
            super("--within");
        }
    }
}
