package org.waymark.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.waymark.content.ProjectShape;
import org.waymark.content.Shapes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.DidYouMean;
import org.waymark.directory.Directory;
import org.waymark.directory.Kinds;
import org.waymark.directory.LinkableFiles;
import org.waymark.directory.Site;
import org.waymark.schema.Id;
import org.waymark.schema.Kind;
import org.waymark.source.Project;
import org.waymark.source.ProjectReader;
import org.waymark.source.ProjectWriter;
import org.waymark.source.Span;
import org.waymark.tool.edit.NewDirectory;
import org.waymark.tool.edit.Refusal;
import org.waymark.tool.edit.TypedFields;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Creates a new directory. */
@Command(
        name = "init",
        description =
                "Creates a new directory with a few example entries, ready to build; or sets one up for a code host.",
        mixinStandardHelpOptions = true,
        versionProvider = WaymarkCommand.Version.class)
final class InitCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "Folder to create it in.")
    private Path folder;

    @Option(
            names = {"-t", "--title"},
            paramLabel = "TEXT",
            description = "Title of the directory.")
    private @Nullable String title;

    @Option(
            names = {"-P", "--publisher"},
            paramLabel = "NAME",
            description = "Name of the publisher.")
    private @Nullable String publisher;

    @Option(
            names = {"-u", "--publisher-url"},
            paramLabel = "URL",
            description = "Website of the publisher (default: an example, to be changed).")
    private @Nullable String publisherUrl;

    @Option(
            names = {"-b", "--base-url"},
            paramLabel = "URL",
            description = "Address of the new site (default: an example, to be changed).")
    private @Nullable String baseUrl;

    @Option(
            names = {"-s", "--shape"},
            paramLabel = "NAME",
            completionCandidates = ShapeNames.class,
            description = {
                "Its shape, one of ${COMPLETION-CANDIDATES}.",
                "Without it, Waymark asks, or uses " + Shapes.DEFAULT + " if there is no terminal."
            })
    private @Nullable String shape;

    @Mixin
    private HostingOptions hosting = new HostingOptions();

    /** For completion. */
    static final class ShapeNames implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Shapes.all().keySet().iterator();
        }
    }

    @Override
    public Integer call() {
        var writer = new ProjectWriter(folder, StateFolder.find());
        writer.complete();
        if (ProjectReader.isProject(folder)) {
            return setUpExisting(writer);
        }
        refuseUnknownShape();
        PrintWriter out = spec.commandLine().getOut();
        LocalDate today = LocalDate.now(ZoneId.systemDefault());
        try {
            TypedFields site = site(out, today);
            NewDirectory.addDefaults(site, today);
            requireValid(site);
            hosting.refuseUnknownRelease(folder);
            var kinds = new Kinds(Shapes.named(String.valueOf(shape)));
            writer.apply(Project.EMPTY, NewDirectory.of(site, kinds, today));
            if (hosting.isAsked()) {
                hosting.write(folder, writer, out);
            }
            out.println("Created a directory in " + folder + ". Next, run cd " + folder + ", then:");
            NewDirectory.mostWritten(kinds).ifPresentOrElse(kind -> showCommands(out, kind), () -> showFirstSteps(out));
        } catch (Refusal e) {
            throw usage(String.valueOf(e.getMessage()));
        }
        return ExitCode.OK;
    }

    private int setUpExisting(ProjectWriter writer) {
        if (!hosting.isAsked()) {
            throw usage("there is already a folder `content` in " + folder
                    + "; name a new folder, or add --ci github or --ci gitlab to set it up for a code host");
        }
        try {
            hosting.write(folder, writer, spec.commandLine().getOut());
        } catch (Refusal e) {
            throw usage(String.valueOf(e.getMessage()));
        }
        return ExitCode.OK;
    }

    private static void showCommands(PrintWriter out, Kind kind) {
        String add = "waymark new " + kind.name();
        int width = Math.max(add.length(), "waymark serve".length());
        out.println("  " + padded("waymark serve", width) + "  shows the site while you write");
        out.println("  " + padded(add, width) + "  adds an entry, and asks for its fields");
        out.println("  " + padded("waymark build", width) + "  publishes the site to the folder site-output");
        out.println("Edit the settings in content/site.yaml, and replace the examples with your own entries.");
    }

    private static void showFirstSteps(PrintWriter out) {
        out.println("  declare a first kind of entry in content/shape/kinds, as README.md shows");
        out.println("  edit the settings in content/site.yaml");
        out.println("  run waymark serve, which shows the site while you write");
    }

    private void refuseUnknownShape() {
        List<String> known = List.copyOf(Shapes.all().keySet());
        if (shape != null && !known.contains(shape)) {
            throw usage("no shape is called `" + shape + "`; "
                    + DidYouMean.question(shape, known).orElse("the shapes are " + String.join(", ", known)));
        }
    }

    private static String padded(String command, int width) {
        return command + " ".repeat(Math.max(0, width - command.length()));
    }

    private TypedFields site(PrintWriter out, LocalDate today) {
        var site = new TypedFields(Site.KIND);
        set(site, "title", title);
        set(site, "publisher.name", publisher);
        set(site, "publisher.url", publisherUrl);
        set(site, "base-url", baseUrl);
        set(site, Site.IDENTITY.name(), UUID.randomUUID().toString());
        Directory nothing = Directory.of(ProjectShape.ofDefault(), List.of(), LinkableFiles.NONE, today, false);
        Interview.keyboard().ifPresent(in -> {
            var interview = new Interview(in, out, site, nothing, today).withDefaultFor("publisher.url");
            if (shape == null) {
                shape = interview
                        .choose("shape: what the directory consists of", Shapes.all(), Shapes.DEFAULT)
                        .orElse(null);
            }
            interview.askFor(List.of(Site.TITLE, Site.PUBLISHER));
        });
        if (shape == null) {
            shape = Shapes.DEFAULT;
        }
        set(site, Site.SHAPE.name(), shape);
        List<String> missing = Stream.of("title", "publisher.name")
                .filter(path -> !site.has(path))
                .map(path -> "--" + path.replaceFirst("\\..*", ""))
                .toList();
        if (!missing.isEmpty()) {
            throw usage("a directory needs a title and a publisher; add " + String.join(" and ", missing)
                    + ", for example --title '" + Site.TITLE.type().example() + "'");
        }
        return site;
    }

    private static void set(TypedFields site, String path, @Nullable String value) {
        if (value != null) {
            site.set(path, value);
        }
    }

    private void requireValid(TypedFields site) {
        List<Diagnostic> wrong = Site.KIND
                .decode(new Id("site"), site.mapping(), Span.startOf("new"), Optional.empty())
                .diagnostics();
        if (!wrong.isEmpty()) {
            throw usage(String.join(
                    "\n",
                    wrong.stream()
                            .map(finding -> finding.message()
                                    + finding.help().map(help -> "; " + help).orElse(""))
                            .toList()));
        }
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
