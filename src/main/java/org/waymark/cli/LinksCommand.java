package org.waymark.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.security.Security;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.waymark.Build;
import org.waymark.Edition;
import org.waymark.check.Checker;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.directory.Directory;
import org.waymark.directory.Site;
import org.waymark.report.ReportContext;
import org.waymark.report.ReportFormat;
import org.waymark.schema.TimeSpan;
import org.waymark.source.Json;
import org.waymark.source.Json.Members;
import org.waymark.source.Project;
import org.waymark.tool.links.ExternalLink;
import org.waymark.tool.links.ExternalLinks;
import org.waymark.tool.links.HttpWebClient;
import org.waymark.tool.links.LinkCache;
import org.waymark.tool.links.LinkChecker;
import org.waymark.tool.links.LinkFindings;
import org.waymark.tool.links.LinkResult;
import org.waymark.tool.links.LinkStates;
import org.waymark.tool.links.LinkUrl;
import org.waymark.tool.links.RequestPolicy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Checks external links. */
@Command(
        name = "links",
        description = "Checks whether external links still work.",
        mixinStandardHelpOptions = true,
        versionProvider = WaymarkCommand.Version.class)
final class LinksCommand implements Callable<Integer> {
    private static final Duration CONNECTING = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofSeconds(30);

    @Spec
    private CommandSpec spec;

    @Mixin
    private ProjectOptions.OfFindings options = new ProjectOptions.OfFindings();

    @Option(
            names = {"-s", "--strict"},
            description = "Count warnings as errors.")
    private boolean strict;

    @Option(
            names = "--max-age",
            paramLabel = "TIME",
            defaultValue = "5d",
            converter = AgeConverter.class,
            description = "How long good results are cached, such as 5d; 0d checks all (default: 5d).")
    private TimeSpan age = TimeSpan.ofDays(5);

    @Option(
            names = "--patience",
            paramLabel = "TIME",
            defaultValue = "14d",
            converter = PatienceConverter.class,
            description = "How long a dead link is a warning before it becomes an error (default: 14d).")
    private TimeSpan patience = TimeSpan.ofDays(14);

    @Option(
            names = "--cache",
            paramLabel = "FILE",
            description = "Link cache (default: .waymark/links.json in the project).")
    private @Nullable Path cacheFile;

    @Option(
            names = "--allow-private",
            description = "Also check hosts in private networks and on this machine. Only for content you trust.")
    private boolean allowPrivate;

    @Option(
            names = "--exclude",
            paramLabel = "URL",
            description =
                    "Leave out addresses that begin with this, besides those of unchecked-links in site.yaml. May be repeated.")
    private List<String> excluded = new ArrayList<>();

    @Mixin
    private ShownFindings shown = ShownFindings.ofCommand();

    @Mixin
    private ReportFiles reports = new ReportFiles();

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        reports.refuseWrong(options, Optional.ofNullable(cacheFile));
        Project project = options.read();
        Edition edition = Build.once().check(project, options.settings(Optional.empty()));
        Directory directory = edition.directory();
        LocalDate today = directory.asOf();
        Map<Boolean, List<ExternalLink>> all =
                ExternalLinks.in(directory).stream().collect(Collectors.partitioningBy(isExcluded(directory)));
        List<ExternalLink> links = all.getOrDefault(false, List.of());
        List<LinkUrl> addresses = links.stream()
                .flatMap(link -> link.address().stream())
                .distinct()
                .toList();
        LinkCacheFile file = LinkCacheFile.open(options, Optional.ofNullable(cacheFile), err);
        LinkCache cache = file.cache();
        List<LinkUrl> asked = addresses.stream()
                .filter(address -> !cache.isFresh(address, today, age.before(today)))
                .toList();
        boolean isOnline = ask(asked, directory, (address, result) -> cache.update(address, result, today), err);
        cache.removeStale(addresses, today);
        file.close();
        if (!isOnline) {
            err.println("waymark: no host can be reached; check the network connection and proxy of this machine");
            return ExitCode.FAILURE;
        }

        List<Diagnostic> found = Checker.judged(directory, LinkFindings.of(links, cache, patience.before(today)));
        var report = new Edition(directory, found, List.of());
        ReportContext context = Findings.context(report, project, options, strict);
        reports.write(options, context, found, err);
        List<Diagnostic> chosen = found.stream().filter(shown.choice()).toList();
        if (options.isJson()) {
            List<Members> states = LinkStates.of(links, all.getOrDefault(true, List.of()), cache);
            ReportFormat.json(context, Json.object().add("links", states)).write(chosen, out);
        } else {
            Findings.print(chosen, context, options.format(), shown, out, err);
        }
        String closing = LinkSummary.of(links, found, addresses.size() - asked.size());
        if (options.format().isForPeople()) {
            out.println(closing);
        }
        // A link into a private network has been checked, or reported, like any other.
        long errors = edition.diagnostics().stream()
                .filter(finding -> finding.isError() && !finding.code().equals(Codes.PRIVATE_LINK))
                .count();
        if (errors > 0) {
            err.println("Some links may be missing: the content has " + Findings.count(errors, "error", "errors")
                    + ". See waymark check.");
        }
        CiEnvironment.summarise(closing, report, context, err);
        return Findings.exitCode(report, strict);
    }

    /** Whether the settings or an option leave a link alone. */
    private Predicate<ExternalLink> isExcluded(Directory directory) {
        List<String> beginnings = Stream.concat(
                        excluded.stream(),
                        directory.entries(Site.KIND).findFirst().stream()
                                .flatMap(site -> Site.uncheckedLinks(site.fields()).stream()))
                .toList();
        return link -> beginnings.stream().anyMatch(link.typed()::startsWith);
    }

    /** Returns whether any host could be reached. */
    private boolean ask(
            List<LinkUrl> addresses, Directory directory, BiConsumer<LinkUrl, LinkResult> update, PrintWriter err)
            throws InterruptedException {
        // Prevents DNS rebinding: the client connects to the very address that was found to be public.
        Security.setProperty("networkaddress.cache.ttl", "-1");
        var web = new HttpWebClient(userAgent(directory), CONNECTING, LONGEST, allowPrivate);
        var done = new AtomicInteger();
        try (var progress = Progress.start(err)) {
            progress.show("Checking " + Findings.count(addresses.size(), "address", "addresses"));
            return new LinkChecker(web, RequestPolicy.DEFAULT, new SystemPacingClock())
                    .check(addresses, (address, result) -> {
                        update.accept(address, result);
                        progress.show("Checked " + done.incrementAndGet() + " of " + addresses.size()
                                + " addresses, last " + address.host());
                    });
        }
    }

    /** Identifies Waymark and the site it works for. */
    private static String userAgent(Directory directory) {
        String version = Main.class.getPackage().getImplementationVersion();
        String site = directory
                .findSite()
                .flatMap(found -> LinkUrl.of(found.baseUrl()))
                .map(address -> "; +" + address)
                .orElse("");
        return "Waymark" + (version == null ? "" : "/" + version) + " (link check" + site + ")";
    }

    /** Reads {@code --max-age}. */
    static final class AgeConverter extends TimeSpanConverter {
        AgeConverter() {
            super("--max-age");
        }
    }

    /** Reads {@code --patience}. */
    static final class PatienceConverter extends TimeSpanConverter {
        PatienceConverter() {
            super("--patience");
        }
    }
}
