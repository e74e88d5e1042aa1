package org.waymark.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.waymark.data.DataFiles;
import org.waymark.directory.DataOutput;
import org.waymark.directory.Routes;
import org.waymark.directory.SitePath;
import org.waymark.directory.WebHost;
import org.waymark.plan.Page;
import org.waymark.plan.Pages;
import org.waymark.plan.SitePlan;

/**
 * Rules for web hosts, independent of format. Hosts count paths from the root of the domain, and the site may be in a
 * folder below it, so all paths are absolute.
 *
 * @param root the folder of the site, with a slash at both ends
 * @param headers the headers of every response
 * @param kept how long browsers may cache which paths; no path has two rules, since hosts join the values of a header
 * @param open folders whose files the pages of other sites may read too
 * @param typed the media types of files whose endings some hosts do not know, by path
 * @param answers addresses at which {@code index.json} in the folder of that name answers, and below which a file does whose
 *     ending is missing
 * @param locating folders of pages that may ask for the position of the reader
 * @param moved the redirects
 * @param gone the addresses of removed entries, whose pages give the reason
 * @param host the web host, if it needs files of its own
 */
record HostRules(
        String root,
        List<String> headers,
        List<Kept> kept,
        List<String> open,
        Map<String, String> typed,
        List<String> answers,
        List<String> locating,
        List<Moved> moved,
        List<String> gone,
        Optional<WebHost> host) {
    /** The policy in the {@code meta} element of pages; some directives work only in a header. */
    static final String POLICY = "default-src 'self'; base-uri 'none'; form-action 'self'; object-src 'none'";

    /** The header of what the pages of other sites may read (Fetch standard). */
    static final String FOR_ALL = "Access-Control-Allow-Origin: *";

    /** On pages that list what is nearest, if readers ask for that. The last value of a name counts (RFC 8941, section 3.2). */
    static final String LOCATING = "Permissions-Policy: geolocation=(self)";

    /** For the page of missing addresses, which may exist soon. */
    static final String NOT_KEPT = "no-cache";

    private static final String FOR_EVER = "public, max-age=31536000, immutable";
    private static final String FOR_A_DAY = "public, max-age=86400";
    private static final String FOR_FIVE_MINUTES = "public, max-age=300, must-revalidate";
    /** Folders in which every file name changes with its content. */
    private static final List<SitePath> FINGERPRINTED = List.of(Routes.ASSETS, Routes.FINDER);

    private static final List<String> HEADERS = List.of(
            "Content-Security-Policy: " + POLICY + "; frame-ancestors 'none'",
            "X-Content-Type-Options: nosniff",
            "Referrer-Policy: strict-origin-when-cross-origin",
            "Permissions-Policy: camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()");

    /**
     * @param path a file, or a folder with everything in it, which ends with a slash; the root for the home page
     */
    record Kept(String path, String howLong) {}

    /** The target may have a fragment. */
    record Moved(String from, String to) {}

    static HostRules of(SitePlan plan) {
        String url = plan.frame().baseUrl();
        String root = url.substring(url.indexOf('/', "https://".length()));
        var kept = new ArrayList<Kept>();
        FINGERPRINTED.forEach(folder -> kept.add(new Kept(root + folder, FOR_EVER)));
        kept.add(new Kept(root + Routes.IMAGES, FOR_A_DAY));
        kept.add(new Kept(root, FOR_FIVE_MINUTES));
        List.of(Routes.FEED, Routes.MANIFEST, Routes.ROBOTS, Routes.SITEMAP)
                .forEach(file -> kept.add(new Kept(root + file, FOR_FIVE_MINUTES)));
        folders(plan.pages()).forEach(folder -> kept.add(new Kept(root + folder + "/", FOR_FIVE_MINUTES)));
        List<Moved> moved = plan.pages().stream()
                .filter(Pages.Redirect.class::isInstance)
                .map(Pages.Redirect.class::cast)
                .map(page -> new Moved(root + page.path(), root + page.target().path()))
                .toList();
        var open = new ArrayList<String>();
        if (!plan.outputs().isEmpty()) {
            open.add(root + Routes.DATA);
        }
        var answers = new ArrayList<String>();
        if (plan.services().isPresent() && plan.outputs().contains(DataOutput.ORUK_API)) {
            open.add(root + Routes.API);
            kept.add(new Kept(root + Routes.API, FOR_FIVE_MINUTES));
            DataFiles.COLLECTIONS.forEach(name -> answers.add(root + Routes.API + name));
        }
        return new HostRules(
                root,
                HEADERS,
                kept,
                open,
                plan.data().isEmpty() ? Map.of() : typed(root),
                answers,
                locating(root, plan.pages()),
                moved,
                plan.pages().stream()
                        .filter(Pages.GonePage.class::isInstance)
                        .map(page -> root + page.path())
                        .toList(),
                plan.host());
    }

    /** The folders of lists with positions. */
    private static List<String> locating(String root, List<Page> pages) {
        return pages.stream()
                .filter(page -> page instanceof Pages.FinderPage finder && finder.hasPositions())
                .map(page -> page.path().value())
                .map(path -> root + path.substring(0, path.indexOf('/') + 1))
                .distinct()
                .toList();
    }

    private static Map<String, String> typed(String root) {
        var typed = new TreeMap<String, String>();
        DataFiles.OF_RARE_TYPES.forEach(file -> typed.put(root + Routes.DATA + file, ContentTypes.of(file)));
        return typed;
    }

    /**
     * The top-level folders with pages, and that of files for download, which change while their names stay the same.
     */
    private static Set<String> folders(List<Page> pages) {
        Set<String> folders = new TreeSet<>();
        folders.add(Routes.FILES.value().replace("/", ""));
        for (Page page : pages) {
            String path = page.path().value();
            int end = path.indexOf('/');
            if (end > 0) {
                folders.add(path.substring(0, end));
            }
        }
        return folders;
    }
}
