package org.waymark.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.waymark.directory.Directory;
import org.waymark.directory.Entry;
import org.waymark.directory.FormerAddresses;
import org.waymark.directory.RouteLedger.Route;
import org.waymark.directory.SitePath;
import org.waymark.schema.EntryName;

/**
 * Pages for former addresses, and for published ones that have no page now. They redirect in one step: an address below
 * a former folder, or with a former id of a choice, to its replacement; a further page of a list that became
 * shorter to its first; any other address of an entry to its current one; and a page that the site no longer has to the
 * nearest page above it.
 */
final class PromisedPages {
    private static final Pattern LATER_PAGE = Pattern.compile("page-\\d+/$");

    private final Directory directory;
    private final NoticePages notices;
    private final FormerAddresses moves;
    private final List<Page> planned;
    private final Map<String, Page> byFile = new HashMap<>();
    private final Map<EntryName, Entry> former = new HashMap<>();

    /** @param planned all other pages */
    PromisedPages(Directory directory, NoticePages notices, List<Page> planned) {
        this.directory = directory;
        this.notices = notices;
        this.planned = planned;
        moves = directory.kinds().formerAddresses();
    }

    /** The pages promised by the shape and the ledger that would not otherwise exist. */
    List<Page> missing() {
        List<Route> promised = directory.promised();
        if (promised.isEmpty() && moves.isEmpty()) {
            return List.of();
        }
        planned.forEach(page -> byFile.put(page.path().file(), page));
        former.putAll(directory.byFormerName());
        var missing = new ArrayList<Page>();
        for (Page page : planned) {
            moves.of(page.path()).stream()
                    .filter(path -> !byFile.containsKey(path.file()))
                    .map(path -> redirect(path, page))
                    .forEach(missing::add);
        }
        missing.forEach(page -> byFile.put(page.path().file(), page));
        for (Route route : promised) {
            var path = new SitePath(route.address().substring(1));
            // An address that is not a page is a feed, which is published anyway.
            if (path.file().endsWith(".html") && !byFile.containsKey(path.file())) {
                answer(path, route).ifPresent(page -> {
                    byFile.put(path.file(), page);
                    missing.add(page);
                });
            }
        }
        return missing;
    }

    private Optional<Page> answer(SitePath path, Route route) {
        String current = moves.current(path).value();
        Optional<Page> first = Optional.of(LATER_PAGE.matcher(current).replaceFirst(""))
                .filter(list -> !list.equals(path.value()))
                .flatMap(this::page);
        if (first.isPresent()) {
            return first.map(page -> redirect(path, page));
        }
        return route.owner().isPresent()
                ? route.owner().flatMap(name -> answer(path, name))
                : above(current)
                        .flatMap(list -> page(list).stream())
                        .findFirst()
                        .map(page -> redirect(path, page));
    }

    private Optional<Page> answer(SitePath path, EntryName name) {
        Optional<Entry> entry = directory.entryOf(name).or(() -> Optional.ofNullable(former.get(name)));
        return entry.map(found -> answer(path, found))
                .or(() -> directory.gone(name.kind(), name.id()).map(notice -> notices.gone(notice, path)));
    }

    private Page answer(SitePath path, Entry entry) {
        Optional<Entry> shown = directory.find(entry.kind().name(), entry.id());
        return shown.isPresent()
                ? notices.redirect(path, PageParts.link(shown.get()))
                : notices.unpublished(entry, path);
    }

    private Page redirect(SitePath from, Page to) {
        if (to instanceof Pages.Redirect redirect) {
            return notices.redirect(from, redirect.target());
        }
        return notices.redirect(from, PageLink.to(to.head().title(), to.path()));
    }

    /** A page with content of its own. */
    private Optional<Page> page(String path) {
        return Optional.ofNullable(byFile.get(new SitePath(path).file()))
                .filter(page -> !(page instanceof Pages.Redirect
                        || page instanceof Pages.GonePage
                        || page instanceof Pages.Absent));
    }

    /** The parent addresses, from the nearest to the home page. */
    private static Stream<String> above(String path) {
        var folders = Stream.<String>builder();
        String rest = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        while (!rest.isEmpty()) {
            rest = rest.substring(0, Math.max(0, rest.lastIndexOf('/')));
            folders.add(rest.isEmpty() ? "" : rest + "/");
        }
        return folders.build();
    }
}
