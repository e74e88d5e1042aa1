package org.waymark.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.waymark.Build;
import org.waymark.Edition;
import org.waymark.Settings;
import org.waymark.cli.BaselineOption.BaselineFile;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.directory.Directory;
import org.waymark.publish.Precompression;
import org.waymark.publish.Publisher;
import org.waymark.report.ReportContext;
import org.waymark.schema.Kind;
import org.waymark.schema.Role;
import org.waymark.source.InputDigest;
import org.waymark.source.Project;
import org.waymark.source.WriteFailure;
import org.waymark.tool.edit.LedgerUpdate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Checks the content and publishes the site if there are no errors. */
@Command(
        name = "build",
        description = "Checks the content and publishes the site if there are no errors.",
        mixinStandardHelpOptions = true,
        versionProvider = WaymarkCommand.Version.class)
final class BuildCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private ProjectOptions.OfFindings options = new ProjectOptions.OfFindings();

    @Mixin
    private ReportFiles reports = new ReportFiles();

    @Mixin
    private BaselineOption baseline = new BaselineOption();

    @Mixin
    private ShownFindings shown = ShownFindings.ofCheck();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            description = "Folder to publish to (default: site-output in the project).")
    private @Nullable Path output;

    @Option(
            names = {"-b", "--base-url"},
            paramLabel = "URL",
            converter = ProjectOptions.AddressConverter.class,
            description = "Address of the site (default: base-url in site.yaml).")
    private @Nullable String baseUrl;

    @Mixin
    private Strictness strictness = new Strictness();

    @Option(
            names = "--update-routes",
            hidden = true,
            description = "Same as running `waymark routes --update` after the build.")
    private boolean updateRoutes;

    @Mixin
    private PrecompressOption precompress = new PrecompressOption();

    @Override
    public Integer call() {
        long start = System.nanoTime();
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        Path folder = output == null ? options.folder().resolve("site-output") : output;
        options.refuseSource(folder, "the site cannot be published to " + folder);
        reports.refuseWrong(options, baseline.file());
        Project project;
        RunResult result;
        var history = new MadeHistory();
        int code;
        try (var progress = Progress.start(err);
                var publisher = new Publisher(options.folder(), folder, precompress.isOn())) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(publisher, err)));
            progress.show("Reading files");
            project = options.read();
            Settings settings = options.settings(Optional.ofNullable(baseUrl));
            Edition found = Build.once()
                    .run(project, settings, stage -> progress.show(name(stage)), history.andThen(publisher::stage));
            boolean strict = strictness.isOn(found);
            Optional<BaselineFile> listed = baseline.read(found, options, false);
            if (listed.isPresent() && !listed.get().faults().isEmpty()) {
                return Findings.refuse(listed.get(), reports, options, out, err);
            }
            ReportContext context = Findings.context(found, project, options, strict);
            // A baseline never lets an error through to publication.
            result = RunResult.of(found, context, listed, finding -> !finding.isError());
            reports.write(options, result.context(), result.edition().diagnostics(), err);
            code = Findings.exitCode(result.edition(), strict);
            if (code == ExitCode.OK) {
                progress.show("Publishing");
                publisher.publish(facts(project, settings, found, precompress.isOn(), publisher.copied()));
            }
        }
        List<Diagnostic> chosen =
                result.edition().diagnostics().stream().filter(shown.choice()).toList();
        Findings.print(chosen, result.context(), options.format(), shown, out, err);
        String closing = closing(result, folder, code, System.nanoTime() - start);
        result.close(
                closing,
                options.format(),
                shown.isQuiet() && code == ExitCode.OK,
                code == ExitCode.OK ? out : err,
                err);
        if (code == ExitCode.OK && (updateRoutes || LedgerUpdate.hasLedger(project))) {
            out.flush();
            String news = ledger(
                    LedgerUpdate.of(
                            result.edition().directory().kinds(),
                            project,
                            result.edition().paths(),
                            updateRoutes
                                    ? history.of(result.edition().directory())
                                    : result.edition().directory().history()),
                    project);
            if (options.format().isForPeople() && !shown.isQuiet() && !news.isEmpty()) {
                out.println(news);
            }
        }
        if (updateRoutes) {
            err.println("`--update-routes` is now a command of its own: waymark routes --update");
        }
        return code;
    }

    /** Removes staged files when the user or the machine stops the build. */
    private static void stop(Publisher publisher, PrintWriter err) {
        try {
            publisher.close();
        } catch (WriteFailure e) {
            WaymarkCommand.report(e, err);
            err.flush();
        }
    }

    /** Adds what was published to the ledger if asked, and reports what is new; empty if nothing is. */
    private String ledger(LedgerUpdate change, Project project) {
        if (updateRoutes) {
            options.writer().apply(project, change.change().stream().toList());
        }
        return updateRoutes || !change.added().isEmpty() ? RoutesCommand.closing(change, updateRoutes) : "";
    }

    /** The input of the edition, for its manifest. */
    private static Map<String, String> facts(
            Project project, Settings settings, Edition edition, boolean precompresses, Map<Path, String> known) {
        var facts = new LinkedHashMap<String, String>();
        facts.put("waymark", Main.version());
        facts.put("day", settings.asOf().toString());
        facts.put(
                "base-url",
                settings.baseUrl().orElseGet(() -> edition.directory().site().baseUrl()));
        if (precompresses) {
            facts.put(Precompression.FACT, Precompression.NAME);
        }
        facts.put("input", InputDigest.of(project, facts, known));
        return facts;
    }

    private String closing(RunResult result, Path folder, int code, long nanos) {
        if (code != ExitCode.OK) {
            return "Nothing was published: " + result.count() + "." + firstToOpen(result.edition());
        }
        Edition edition = result.edition();
        long pages =
                edition.paths().stream().filter(path -> path.endsWith(".html")).count();
        return "Published " + Findings.count(pages, "page", "pages")
                + " with " + content(edition.directory())
                + " to " + folder.normalize()
                + " in " + seconds(nanos)
                + ": " + result.count() + ".";
    }

    /** The file to start with, if there are many errors; nothing if there is one. */
    private static String firstToOpen(Edition edition) {
        List<Diagnostic> errors = edition.diagnostics().stream()
                .filter(Diagnostic::isError)
                .sorted(Diagnostic.ORDER)
                .toList();
        return errors.size() < 2 ? "" : " Open " + errors.get(0).span().path() + " first.";
    }

    /** How many entries there are of the kinds that record when they were added; of all kinds if none does. */
    private static String content(Directory directory) {
        List<Kind> all = directory.kinds().withPages();
        List<Kind> growing =
                all.stream().filter(kind -> kind.field(Role.ADDED).isPresent()).toList();
        return growing.isEmpty()
                ? Findings.count(
                        all.stream()
                                .mapToInt(kind -> directory.shown(kind).size())
                                .sum(),
                        "entry",
                        "entries")
                : growing.stream()
                        .map(kind -> Findings.count(
                                directory.shown(kind).size(),
                                kind.noun().one(),
                                kind.noun().many()))
                        .collect(Collectors.joining(" and "));
    }

    private static String seconds(long nanos) {
        long tenths = Math.round(nanos / 1e8);
        return tenths / 10 + "." + tenths % 10 + " s";
    }

    private static String name(Build.Stage stage) {
        return switch (stage) {
            case READING -> "Reading entries";
            case CHECKING -> "Checking";
            case RENDERING -> "Rendering pages";
        };
    }
}
