package org.waymark.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.waymark.Build;
import org.waymark.Edition;
import org.waymark.Settings;
import org.waymark.content.ProjectShape;
import org.waymark.render.OutputFile;
import org.waymark.report.JsonEscaper;
import org.waymark.report.UriEscaper;
import org.waymark.schema.Choice;
import org.waymark.source.Json;
import org.waymark.source.ProjectReader;
import org.waymark.source.Sha256;
import org.waymark.tool.changes.ChangesData;
import org.waymark.tool.changes.ChangesMarkdown;
import org.waymark.tool.changes.ChangesText;
import org.waymark.tool.changes.Commit;
import org.waymark.tool.changes.DirectoryChanges;
import org.waymark.tool.changes.DirectoryComparison;
import org.waymark.tool.changes.DirectoryState;
import org.waymark.tool.changes.History;
import org.waymark.tool.changes.ProjectSnapshot;
import org.waymark.tool.changes.ReviewLinks;
import org.waymark.tool.changes.RevisionRange;
import org.waymark.tool.changes.UnknownRevision;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Reports what changes for readers between two Git revisions. */
@Command(
        name = "changes",
        description = "Reports what changes for readers between two Git revisions, by entry.",
        mixinStandardHelpOptions = true,
        versionProvider = WaymarkCommand.Version.class,
        footer = {
            "",
            "A branch is compared with its merge base, so later commits on REV are left out. --exact compares with REV "
                    + "itself."
        })
final class ChangesCommand implements Callable<Integer> {
    /** Without what would end a link in Markdown. */
    private static final Pattern URL = Pattern.compile("https?://[\\w.~:/@!$&*+,;=%?-]+");

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--since",
            paramLabel = "REV",
            required = true,
            description = "Older revision: a branch, tag or commit, such as main or HEAD~1.")
    private String since = "";

    @Option(names = "--until", paramLabel = "REV", description = "Newer revision (default: the working files).")
    private @Nullable String until;

    @Option(names = "--exact", description = "Compare with REV itself instead of the merge base.")
    private boolean exact;

    @Option(
            names = {"-p", "--project"},
            paramLabel = "DIR",
            defaultValue = ".",
            description = "Folder of the project, which contains content (default: this folder).")
    private Path project = Path.of(".");

    @Option(
            names = {"-d", "--as-of"},
            paramLabel = "DATE",
            converter = ProjectOptions.DateConverter.class,
            description = "Date to check both revisions for, such as 2025-03-31 (default: today).")
    private @Nullable LocalDate asOf;

    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORMAT",
            defaultValue = "text",
            converter = ChangesFormatConverter.class,
            description = "Output format: text, markdown or json (default: text).")
    private Format format = Format.TEXT;

    @Option(
            names = "--file-url",
            paramLabel = "URL",
            converter = UrlConverter.class,
            description = "Link each change to its file: the URL of the repository's files at the newer revision.")
    private @Nullable String fileUrl;

    @Option(
            names = "--page-url",
            paramLabel = "URL",
            converter = UrlConverter.class,
            description = "Link each entry to its page: the URL of a preview of the site.")
    private @Nullable String pageUrl;

    private enum Format {
        TEXT,
        MARKDOWN,
        JSON
    }

    @Override
    public Integer call() {
        try (History history = History.of(project)) {
            print(history);
        } catch (UnknownRevision e) {
            throw usage(String.valueOf(e.getMessage()));
        }
        return ExitCode.OK;
    }

    private void print(History history) {
        Optional<Commit> newer = Optional.ofNullable(until).map(history::commit);
        Commit named = history.commit(since);
        Optional<Commit> tip = newer.or(history::head);
        Commit older = exact || tip.isEmpty() ? named : history.commonBase(named, tip.get());
        if (newer.isEmpty() && (history.isBare() || !ProjectReader.isProject(project))) {
            throw usage("there is no folder `content` in " + project
                    + "; name your project with --project, or compare two revisions with --until");
        }
        ProjectSnapshot before = history.at(older);
        ProjectSnapshot after =
                newer.isPresent() ? history.at(newer.get()) : ProjectSnapshot.of(ProjectReader.read(project));
        if (!before.hasContent() && !after.hasContent()) {
            throw usage("neither revision has a folder `content` in " + project + "; name your project with --project");
        }
        Build build = Build.keptPages(); // reads and renders what is unchanged once
        var settings = new Settings(asOf == null ? LocalDate.now(ZoneId.systemDefault()) : asOf, Optional.empty());
        DirectoryState was = state(build, before, settings);
        DirectoryChanges changes = DirectoryComparison.of(was, state(build, after, settings));
        var period = new RevisionRange(moment(older), newer.map(ChangesCommand::moment));
        var links = new ReviewLinks(
                Optional.ofNullable(fileUrl).map(url -> url + UriEscaper.ofPath(history.pathOf(""))),
                Optional.ofNullable(pageUrl));
        spec.commandLine().getOut().print(text(changes, period, links));
    }

    private String text(DirectoryChanges changes, RevisionRange period, ReviewLinks links) {
        return switch (format) {
            case TEXT -> ChangesText.of(changes, period, links);
            case MARKDOWN -> ChangesMarkdown.of(changes, period, links);
            case JSON -> JsonEscaper.of(Json.indented(ChangesData.of(changes, period))) + "\n";
        };
    }

    private static DirectoryState state(Build build, ProjectSnapshot snapshot, Settings settings) {
        if (!snapshot.hasContent()) {
            return DirectoryState.empty(ProjectShape.ofDefault(), settings.asOf(), snapshot);
        }
        Map<String, String> pages = new ConcurrentHashMap<>();
        Edition edition = build.run(snapshot.project(), settings, stage -> {}, file -> {
            if (file instanceof OutputFile.Made made) {
                pages.put(made.path(), Sha256.of(made.bytes()));
            }
        });
        return new DirectoryState(
                edition.directory(),
                edition.diagnostics(),
                snapshot,
                edition.errors() > 0 ? Optional.empty() : Optional.of(pages));
    }

    private static RevisionRange.ComparedRevision moment(Commit commit) {
        return new RevisionRange.ComparedRevision(commit.name(), commit.id());
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    /** Reads the URL of a folder. */
    static final class UrlConverter implements ITypeConverter<String> {
        @Override
        public String convert(String text) {
            String url = text.endsWith("/") ? text : text + "/";
            if (!URL.matcher(url).matches()) {
                throw new InvalidArgument(
                        "a URL must begin with `https://` or `http://` and contain no spaces, quotes or brackets, but found `"
                                + text + "`");
            }
            return url;
        }
    }

    /** Reads the name of a format, ignoring case. */
    static final class ChangesFormatConverter extends FieldTypeConverter<Format> {
        ChangesFormatConverter() {
            super("--format", new Choice<>(formats()));
        }

        private static Map<String, Format> formats() {
            var formats = new LinkedHashMap<String, Format>();
            for (Format each : Format.values()) {
                formats.put(each.name().toLowerCase(Locale.ROOT), each);
            }
            return formats;
        }

        @Override
        public Format convert(String text) {
            return super.convert(text.toLowerCase(Locale.ROOT));
        }
    }
}
