package org.waymark.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.waymark.Build;
import org.waymark.Edition;
import org.waymark.check.Checker;
import org.waymark.check.LanguageContext;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.directory.Entry;
import org.waymark.report.ReportContext;
import org.waymark.schema.CommonFields;
import org.waymark.source.Project;
import org.waymark.tool.proofread.Proofreader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks spelling and grammar. */
@Command(
        name = "proofread",
        description = "Checks spelling and grammar of English content.",
        mixinStandardHelpOptions = true,
        versionProvider = WaymarkCommand.Version.class)
final class ProofreadCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private ProjectOptions.OfFindings options = new ProjectOptions.OfFindings();

    @Option(
            names = {"-s", "--strict"},
            description = "Count warnings as errors.")
    private boolean strict;

    @Mixin
    private ShownFindings shown = ShownFindings.ofCommand();

    @Parameters(paramLabel = "PATH", description = "Files or folders to proofread (default: all of content).")
    private List<Path> paths = new ArrayList<>();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        if (!isInstalled()) {
            err.println(
                    "waymark: the proofreader is not installed; unpack its zip file of the same release, which contains the folder lib/proofread, over Waymark's folder");
            return ExitCode.FAILURE;
        }
        Project project = options.read();
        Edition edition = Build.once().check(project, options.settings(Optional.empty()));
        if (!LanguageContext.of(edition.directory()).isEnglish()) {
            err.println("waymark: proofread supports only English, but `language` in content/site.yaml is another");
            return ExitCode.USAGE;
        }
        List<Entry> entries = chosen(edition);
        List<Diagnostic> found = Checker.withSeverities(edition.directory(), read(edition, entries, err));
        var report = new Edition(edition.directory(), found, List.of());
        ReportContext context = Findings.context(report, project, options, false);
        List<Diagnostic> chosen = found.stream().filter(shown.choice()).toList();
        Findings.print(chosen, context, options.format(), shown, out, err);
        if (options.format().isForPeople()) {
            out.println("Proofread " + Findings.count(entries.size(), "entry", "entries") + ": "
                    + Findings.count(report) + ".");
        }
        return Findings.exitCode(report, strict);
    }

    private static boolean isInstalled() {
        try {
            Class.forName("org.languagetool.JLanguageTool", false, ProofreadCommand.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    private static List<Diagnostic> read(Edition edition, List<Entry> entries, PrintWriter err) {
        var found = new ArrayList<Diagnostic>();
        try (var progress = Progress.start(err)) {
            progress.show("Loading the dictionary");
            var proofreader = new Proofreader(edition.directory());
            for (Entry entry : entries) {
                progress.show("Proofreading " + entry.path());
                found.addAll(proofreader.read(entry));
            }
        }
        found.sort(Diagnostic.ORDER);
        return found;
    }

    /** The entries in the given files and folders, except those that allow {@code proofreading}. */
    private List<Entry> chosen(Edition edition) {
        List<Path> wanted = paths.stream().map(options::inProject).toList();
        for (int i = 0; i < wanted.size(); i++) {
            Path path = wanted.get(i);
            if (edition.directory().entries().stream()
                    .noneMatch(entry -> Path.of(entry.path()).startsWith(path))) {
                throw options.usage("no entry is in `" + paths.get(i) + "`; name a file or folder in `content`");
            }
        }
        return edition.directory().entries().stream()
                .filter(entry -> wanted.isEmpty()
                        || wanted.stream()
                                .anyMatch(path -> Path.of(entry.path()).startsWith(path)))
                .filter(entry -> entry.find(CommonFields.ALLOW).orElse(List.of()).stream()
                        .noneMatch(name -> name.value().equals(Codes.PROOFREADING.name())))
                .toList();
    }
}
