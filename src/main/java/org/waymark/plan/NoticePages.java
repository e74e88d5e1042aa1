package org.waymark.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.waymark.directory.Directory;
import org.waymark.directory.Entry;
import org.waymark.directory.GoneEntry;
import org.waymark.directory.Routes;
import org.waymark.directory.SitePath;
import org.waymark.schema.Kind;
import org.waymark.schema.Labels;

/** The pages at addresses that have no content of their own: redirects, notices and the page for unknown addresses. */
final class NoticePages {
    private final Directory directory;
    private final PageParts parts;
    private final Labels labels;

    NoticePages(Directory directory, PageParts parts) {
        this.directory = directory;
        this.parts = parts;
        labels = parts.labels();
    }

    List<Supplier<Page>> pages() {
        Stream<Supplier<Page>> former = directory.redirects().entrySet().stream()
                .flatMap(redirect -> redirect.getValue().stream()
                        .map(id -> () -> redirect(Routes.of(redirect.getKey().kind(), id), redirect.getKey())));
        // Kinds without a list of their own have an address at which readers may look for one.
        Stream<Supplier<Page>> lists = directory.kinds().withPages().stream()
                .filter(kind -> !kind.listing().hasPage() && !kind.address().isEmpty())
                .flatMap(kind -> directory.kinds().listedWith(kind).stream()
                        .map(with -> () -> redirect(Routes.ofList(kind, 1), PageParts.listLink(with))));
        Stream<Supplier<Page>> gone = directory.notices().stream().flatMap(this::gone);
        return Stream.of(Stream.<Supplier<Page>>of(this::notFound), former, lists, gone)
                .flatMap(pages -> pages)
                .toList();
    }

    private Page notFound() {
        return new Pages.NotFound(new Head(
                Routes.NOT_FOUND,
                labels.text("not-found"),
                labels.text("not-found-about"),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                false));
    }

    private Page redirect(SitePath from, Entry to) {
        return redirect(from, PageParts.link(to));
    }

    /** The pages at all addresses of a removed entry. */
    private Stream<Supplier<Page>> gone(GoneEntry gone) {
        Kind kind = gone.was().kind();
        return Stream.concat(Stream.of(gone.was().id()), gone.formerIds().stream())
                .map(id -> () -> gone(gone, Routes.of(kind, id)));
    }

    /** The notice of a removed entry, at one of its addresses. */
    Page gone(GoneEntry gone, SitePath path) {
        Optional<PageLink> instead = gone.instead().flatMap(directory::find).map(PageParts::link);
        if (gone.isRedirect() && instead.isPresent()) {
            return redirect(path, instead.orElseThrow());
        }
        Kind kind = gone.was().kind();
        return new Pages.GonePage(
                head(path, gone.name(), labels.text("gone-about", Map.of("kind", kind.noun())), kind),
                kind.noun(),
                DateText.of(gone.since(), labels),
                gone.reason(),
                instead);
    }

    /**
     * The page at the address of an entry that is not published on the build date. It omits the entry's name, which
     * may have been withdrawn for a reason.
     */
    Page unpublished(Entry entry, SitePath path) {
        Kind kind = entry.kind();
        Optional<DateText> expired = entry.visibility()
                .until()
                .filter(day -> entry.visibility().hasEnded(directory.asOf()))
                .map(day -> DateText.of(day, labels));
        String title = labels.text(expired.isPresent() ? "expired-title" : "absent-title", Map.of("kind", kind.noun()));
        Head head = head(path, title, labels.text("title-alone", Map.of("title", title)), kind);
        return expired.<Page>map(day -> new Pages.GonePage(head, kind.noun(), day, Optional.empty(), Optional.empty()))
                .orElseGet(() -> new Pages.Absent(head, kind.noun()));
    }

    private Head head(SitePath path, String title, String description, Kind kind) {
        Optional<PageLink> list = directory
                .kinds()
                .listedWith(kind)
                .filter(listed -> !listed.isGlossary())
                .map(PageParts::listLink);
        return new Head(
                path,
                title,
                description,
                Stream.concat(Stream.of(parts.home()), list.stream()).toList(),
                list.map(PageLink::path),
                Optional.empty(),
                false);
    }

    Page redirect(SitePath from, PageLink target) {
        var head = new Head(
                from, target.text(), labels.text("moved-about"), List.of(), Optional.empty(), Optional.empty(), false);
        return new Pages.Redirect(head, target);
    }
}
