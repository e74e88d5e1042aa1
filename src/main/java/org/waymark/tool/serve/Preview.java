package org.waymark.tool.serve;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.waymark.Build;
import org.waymark.Edition;
import org.waymark.Settings;
import org.waymark.diagnostic.Count;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.directory.Site;
import org.waymark.render.OutputFile;
import org.waymark.report.ReportFormat;
import org.waymark.report.TextStyle;
import org.waymark.source.Project;
import org.waymark.source.ProjectFolder;
import org.waymark.source.ReadFailure;
import org.waymark.source.SourceFile;

/**
 * Watches a project and builds it again after each change. It polls the files, since change notifications
 * differ between systems and fail on shared folders. For one thread.
 */
public final class Preview {
    /** The interval between two polls, in milliseconds; longer if polling itself takes long. */
    private static final long PAUSE = 100;
    /** The interval between two polls while a change may be incomplete. */
    private static final long STEP = 30;
    /** How many polls a change may take to complete: enough for text editors that delete a file to write it again. */
    private static final int MAX_STEPS = 10;
    /** How many changes may follow each other before errors are shown. */
    private static final int MAX_HELD_BACK = 10;

    private static final TextStyle STYLE =
            new TextStyle(false, OptionalInt.empty(), false, "The address `" + PreviewHandler.OWN + "` shows more.");

    private final ProjectFolder folder;
    private final Supplier<Settings> settings;
    private final InstantSource clock;
    private final Consumer<PreviewState> browsers;
    private final PreviewListener listener;

    private Build build = Build.kept();
    private PreviewState state;
    private @Nullable Seen built;
    private boolean isUnreadable;
    private int heldBack;
    private long lastLook;

    /** What a build is made from. */
    private record Seen(Project project, Settings settings) {}

    /**
     * A preview of the project in a folder.
     *
     * @param settings requested before each build, since the date changes while it runs
     * @param browsers receives what to show, each time it changes
     */
    public Preview(
            ProjectFolder folder,
            Supplier<Settings> settings,
            InstantSource clock,
            PreviewServer browsers,
            PreviewListener listener) {
        this(folder, settings, clock, browsers::show, listener);
    }

    Preview(
            ProjectFolder folder,
            Supplier<Settings> settings,
            InstantSource clock,
            Consumer<PreviewState> browsers,
            PreviewListener listener) {
        this.folder = folder;
        this.settings = settings;
        this.clock = clock;
        this.browsers = browsers;
        this.listener = listener;
        state = new PreviewState(clock.millis(), SiteFiles.NONE, PreviewState.FindingsSummary.NONE, Optional.empty());
    }

    /** Polls until the thread is interrupted. */
    public void watch() throws InterruptedException {
        while (true) {
            poll();
            Thread.sleep(Math.max(PAUSE, 3 * lastLook));
        }
    }

    /** Polls once, and builds if something has changed. */
    public void poll() throws InterruptedException {
        try {
            Optional<Seen> changed = change();
            if (changed.isPresent()) {
                build(changed.get());
            }
        } catch (ReadFailure e) {
            // This is reported once, and nothing is built until it can be read again.
            if (!isUnreadable) {
                isUnreadable = true;
                fail(e, "waymark: " + e.getMessage());
            }
        }
    }

    /** The current project, if it differs from the one built and the change looks complete. */
    private Optional<Seen> change() throws InterruptedException {
        Project before = null;
        for (int step = 0; ; step++) {
            try {
                long start = clock.millis();
                var now = new Seen(folder.read(), settings.get());
                lastLook = clock.millis() - start;
                if (now.equals(built) && !isUnreadable) {
                    return Optional.empty();
                }
                if (step == MAX_STEPS || isComplete(now.project(), before)) {
                    return Optional.of(now);
                }
                before = now.project();
            } catch (ReadFailure e) {
                // A file may disappear between listing its folder and reading it.
                if (step == MAX_STEPS) {
                    throw e;
                }
            }
            Thread.sleep(STEP);
        }
    }

    /** A file that is gone or empty is often about to be written; of many files, some may still come. */
    private boolean isComplete(Project now, @Nullable Project before) {
        if (built == null) {
            return true;
        }
        ProjectChange change = ProjectChange.between(built.project(), now);
        return !change.hasLost() && (change.paths().size() <= 1 || now.equals(before));
    }

    private void build(Seen seen) throws InterruptedException {
        long start = clock.millis();
        Map<String, OutputFile> files = new ConcurrentHashMap<>();
        Edition edition;
        try {
            edition = build.run(seen.project(), seen.settings(), stage -> {}, file -> files.put(file.path(), file));
        } catch (RuntimeException | Error e) {
            // What the build has cached may be half of one edition and half of another.
            build = Build.kept();
            built = seen;
            fail(
                    e instanceof RuntimeException fault ? fault : new IllegalStateException(e),
                    "waymark: the site could not be built; see the terminal");
            return;
        }
        if (mayBeHalf(seen, edition)) {
            return;
        }
        heldBack = 0;
        isUnreadable = false;
        List<String> changed = built == null
                ? List.of()
                : ProjectChange.between(built.project(), seen.project()).paths();
        built = seen;
        long number = state.number() + 1;
        SiteFiles site =
                edition.errors() > 0 ? state.site() : state.site().next(root(seen.settings(), edition), files, number);
        show(new PreviewState(number, site, findings(edition, seen.project()), Optional.of(edition)));
        long pages = site.changed().entrySet().stream()
                .filter(file -> file.getValue() == number && file.getKey().endsWith(".html"))
                .count();
        listener.built(new Rebuild(changed, seen.project(), edition, pages, clock.millis() - start));
    }

    /**
     * Whether errors have appeared while files were still being written, so another check is due before they are shown.
     */
    private boolean mayBeHalf(Seen seen, Edition edition) throws InterruptedException {
        if (edition.errors() == 0 || state.findings().errors() > 0 || built == null || heldBack == MAX_HELD_BACK) {
            return false;
        }
        Thread.sleep(PAUSE);
        try {
            boolean isHalf = !folder.read().equals(seen.project());
            heldBack += isHalf ? 1 : 0;
            return isHalf;
        } catch (ReadFailure e) {
            heldBack++;
            return true;
        }
    }

    private void fail(RuntimeException failure, String message) {
        show(new PreviewState(
                state.number() + 1,
                state.site(),
                new PreviewState.FindingsSummary(1, 0, "The preview has stopped", message + "\n"),
                Optional.empty()));
        listener.failed(failure);
    }

    private void show(PreviewState next) {
        state = next;
        browsers.accept(next);
    }

    /** Below which path the site is on its host, since the page for unknown addresses names it. */
    private static String root(Settings settings, Edition edition) {
        String url = settings.baseUrl()
                .orElseGet(
                        () -> edition.directory().findSite().map(Site::baseUrl).orElse("https://localhost/"));
        return url.substring(url.indexOf('/', url.indexOf("://") + 3));
    }

    private static PreviewState.FindingsSummary findings(Edition edition, Project project) {
        List<Diagnostic> all = edition.diagnostics();
        if (all.isEmpty()) {
            return PreviewState.FindingsSummary.NONE;
        }
        Map<String, SourceFile> files = Stream.concat(project.content().stream(), project.templates().stream())
                .collect(Collectors.toMap(SourceFile::path, file -> file));
        String text = ReportFormat.grouped(files, STYLE).render(all);
        return new PreviewState.FindingsSummary(
                edition.errors(), edition.warnings(), Count.findings(edition.errors(), edition.warnings()), text);
    }
}
