package org.waymark.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.waymark.directory.Entry;
import org.waymark.directory.FieldPath;
import org.waymark.directory.FirstEntries.Chain;
import org.waymark.directory.Kinds;
import org.waymark.directory.PathValue;
import org.waymark.directory.PublishedEntries;
import org.waymark.directory.Routes;
import org.waymark.directory.SitePath;
import org.waymark.plan.Cards.Card;
import org.waymark.plan.Cards.Tallies;
import org.waymark.plan.EntryPage.Backlinks;
import org.waymark.plan.EntryPage.Others;
import org.waymark.plan.EntryPage.Related;
import org.waymark.plan.Paging.Slice;
import org.waymark.schema.Field;
import org.waymark.schema.Kind;
import org.waymark.schema.Labels;
import org.waymark.schema.Listing;
import org.waymark.schema.Role;

/** The pages of entries. */
final class EntryPages {
    /** The maximum number of entries referring to another one that its page shows, if no other list has them. */
    private static final int PAGE_SIZE = 48;

    /** With more entries of its kind, a page does not list the others. */
    private static final int MOST_OTHERS = 12;

    private final PublishedEntries entries;
    private final Kinds kinds;
    private final PageParts parts;
    private final Labels labels;
    private final Things things;
    private final EntryTemplates templates;
    private final PreviewPictures previews;

    EntryPages(PageParts parts, Things things, EntryTemplates templates, PreviewPictures previews) {
        this.parts = parts;
        this.things = things;
        this.templates = templates;
        this.previews = previews;
        entries = parts.entries();
        kinds = entries.kinds();
        labels = parts.labels();
    }

    /** The pages of all entries that have one. */
    List<Supplier<Page>> pages() {
        var pages = new ArrayList<Supplier<Page>>();
        for (Kind kind : kinds.withPages()) {
            OfKind paths = paths(kind);
            entries.of(kind).forEach(entry -> pages.addAll(pages(entry, paths)));
        }
        return pages;
    }

    /**
     * What the pages of a kind share.
     *
     * @param backlinks the fields by which entries refer to those of the kind
     * @param paged the one whose entries may fill several pages
     * @param related the fields by which entries refer to others of their kind
     * @param grouping the field whose values, which are entries, group them in their list
     * @param hasFeed whether each has a news feed
     */
    private record OfKind(
            List<FieldPath> backlinks,
            Optional<FieldPath> paged,
            List<FieldPath> related,
            Optional<FieldPath> grouping,
            boolean hasFeed) {}

    private OfKind paths(Kind kind) {
        List<FieldPath> backlinks = parts.backlinks(kind);
        return new OfKind(
                backlinks,
                backlinks.stream()
                        .filter(path -> PageParts.facet(path).isEmpty())
                        .findFirst(),
                kind.fields().stream()
                        .filter(field -> field.display().isForReaders())
                        .map(field -> new FieldPath(kind, List.<Field<?>>of(field)))
                        .filter(path -> path.targets(kinds).equals(List.of(kind)) && !path.isOfParents())
                        .toList(),
                kind.listing()
                        .by()
                        .map(by -> entries.path(kind, by))
                        .filter(path -> !path.targets(kinds).isEmpty()),
                hasFeed(kind));
    }

    /** The page of an entry, and further pages if too many entries refer to it for one. */
    private List<Supplier<Page>> pages(Entry entry, OfKind paths) {
        if (paths.paged().isEmpty()) {
            return List.of(() -> page(entry, paths, List.of(), Optional.empty()));
        }
        FieldPath path = paths.paged().get();
        var pages = new ArrayList<Supplier<Page>>();
        List<Entry> all = parts.naming(entry, path);
        for (Slice<Entry> slice : Paging.slices(all, PAGE_SIZE, page -> Routes.ofReferring(entry, page), labels)) {
            pages.add(
                    pages.isEmpty()
                            ? () -> page(entry, paths, slice.items(), slice.paging())
                            : () -> further(entry, paths, path, all.size(), slice));
        }
        return pages;
    }

    private Page further(Entry entry, OfKind paths, FieldPath path, int total, Slice<Entry> slice) {
        int number = slice.paging().map(Paging::page).orElse(1);
        String heading = labels.text(
                "further-entries",
                Map.of("heading", path.last().display().shownThereAs().orElseThrow(), "entry", entry.label()));
        String title = Paging.title(heading, slice.paging(), labels);
        Kind kind = path.from();
        String order = parts.order(kind);
        List<PageLink> trail = Stream.concat(trail(entry, paths).stream(), Stream.of(PageParts.link(entry)))
                .toList();
        return new Pages.Further(
                new Head(
                                Routes.ofReferring(entry, number),
                                title,
                                labels.text(
                                        order.isEmpty() ? "title-alone" : "title-in-order",
                                        Map.of("title", title, "order", order)),
                                trail,
                                section(entry.kind()),
                                Optional.empty(),
                                true)
                        .withPreview(previews.of(entry)),
                heading,
                Paging.listed(
                        labels.text(
                                order.isEmpty() ? "listed" : "listed-in-order",
                                Map.of("entries", parts.count(total, kind), "order", order)),
                        slice.paging(),
                        labels),
                parts.cardsWithout(slice.items(), path),
                slice.paging());
    }

    private Page page(Entry entry, OfKind paths, List<Entry> firstPage, Optional<Paging> paging) {
        Kind kind = entry.kind();
        SitePath path = Routes.of(entry);
        List<FieldView> fields = parts.fields().of(entry);
        List<FieldView> shown = templates.named(kind, fields);
        var byName = new LinkedHashMap<String, FieldView>();
        shown.forEach(field -> byName.put(field.name(), field));
        List<Related> related = related(entry, paths);
        Optional<Entry> group = group(entry, paths);
        Optional<String> reviewed = entry.reviewed().on().map(Object::toString);
        Optional<String> added = entry.added().map(Object::toString);
        Head head = new Head(
                        path,
                        entry.label(),
                        entry.summary().orElseGet(() -> description(entry)),
                        trail(entry, paths),
                        section(kind),
                        SitePlanner.latest(reviewed, added),
                        true)
                .withPreview(previews.of(entry))
                .withActions(actions(entry));
        return new EntryPage(
                paths.hasFeed() ? head.withFeed(feed(entry)) : head,
                templates.of(kind),
                kind.name(),
                kind.noun().one(),
                kind.presentation()
                        .eyebrow()
                        .flatMap(name -> fields.stream()
                                .filter(field -> field.name().equals(name))
                                .findFirst())
                        .map(FieldView::text)
                        .or(() -> entries.past(entry))
                        .orElseGet(() -> kind.address().isEmpty()
                                ? ""
                                : labels.capitalised(kind.noun().one())),
                entry.summary(),
                alerts(entry),
                parts.first().of(entry),
                parts.first().where(entry),
                shown,
                byName,
                templates.named(
                        kind,
                        fields.stream()
                                .filter(field -> field.isFact()
                                        && !isFirst(kind, field)
                                        && !parts.first().isWhere(kind, field.name())
                                        && related.stream()
                                                .noneMatch(
                                                        other -> other.field().equals(field.name())))
                                .sorted(Comparator.comparing(field -> !isContact(kind, field)))
                                .toList()),
                entry.body().map(body -> parts.body(entry, body, path)),
                entry.body().stream()
                        .flatMap(body -> body.headings().stream())
                        .filter(heading -> heading.level() == 2)
                        .map(heading -> new PageLink(heading.text(), "#" + heading.anchor()))
                        .toList(),
                related,
                paths.backlinks().stream()
                        .filter(naming -> !naming.isOfParents()
                                || !parts.naming(entry, naming).isEmpty())
                        .map(naming -> paths.paged().filter(naming::equals).isPresent()
                                ? backlinks(entry, naming, firstPage, Optional.empty())
                                : backlinks(entry, naming))
                        .toList(),
                group.map(PageParts::link),
                neighbour(entry, group, paths, -1),
                neighbour(entry, group, paths, 1),
                others(entry),
                entry.added().map(day -> DateText.of(day, labels)),
                parts.review(entry.reviewed()),
                paging,
                things.of(entry));
    }

    private List<String> alerts(Entry entry) {
        return Stream.concat(
                        entry
                                .opensAgain()
                                .filter(day -> day.isAfter(entries.directory().asOf()))
                                .map(day -> labels.text("closed-for-a-time", Map.of("date", labels.date(day))))
                                .stream(),
                        entry.text(Role.ALERT).stream())
                .toList();
    }

    /** For an entry without a summary: its name and facts, as in lists. */
    private String description(Entry entry) {
        List<String> facts = Stream.concat(Stream.of(entry.label()), parts.card(entry).facts().stream())
                .toList();
        return labels.text("description", Map.of("facts", labels.list(facts)));
    }

    /** The entries of its own kind that an entry refers to, other than itself. */
    private List<Related> related(Entry entry, OfKind paths) {
        var related = new ArrayList<Related>();
        for (FieldPath path : paths.related()) {
            List<Card> cards = entries.values(entry, path).stream()
                    .map(value -> ((PathValue.OfEntry) value).entry())
                    .filter(other -> !other.id().equals(entry.id()))
                    .map(parts::card)
                    .toList();
            if (!cards.isEmpty()) {
                Field<?> field = path.last();
                related.add(new Related(field.name(), field.display().labelOfMany(), cards));
            }
        }
        return related;
    }

    private Backlinks backlinks(Entry entry, FieldPath path) {
        List<Entry> all = parts.naming(entry, path);
        Optional<Listing.Facet> facet = PageParts.facet(path);
        return backlinks(
                entry,
                path,
                facet.isPresent() ? all.stream().limit(PageParts.SHOWN).toList() : all,
                facet.flatMap(found -> parts.all(
                        all.size(),
                        path.from(),
                        found,
                        path.idOf(new PathValue.OfEntry(entry)).orElseThrow(),
                        "all-of-entry",
                        Map.of("of", entry.kind().noun()))));
    }

    private Backlinks backlinks(Entry entry, FieldPath path, List<Entry> shown, Optional<PageLink> all) {
        List<Entry> naming = parts.naming(entry, path);
        Kind from = path.from();
        return new Backlinks(
                from.name(),
                from.noun(),
                path.last().display().shownThereAs().orElseThrow(),
                parts.count(naming.size(), from),
                labels.text(
                        "none-of-entry",
                        Map.of("kind", from.noun(), "of", entry.kind().noun())),
                parts.cardsWithout(shown, path),
                all,
                isCounted(entry, path) ? tallies(entry, naming, path) : List.of(),
                parts.first()
                        .chain(entry.kind())
                        .filter(FirstMaker::isListedBelow)
                        .flatMap(Chain::through)
                        .filter(path::equals)
                        .isPresent());
    }

    /** Whether a field holds what is shown first. */
    private boolean isFirst(Kind kind, FieldView field) {
        return parts.first()
                .chain(kind)
                .flatMap(Chain::ownField)
                .filter(path -> path.last().name().equals(field.name()))
                .isPresent();
    }

    /** Whether a field says where an entry is or how to reach it: readers want that before the rest. */
    private static boolean isContact(Kind kind, FieldView field) {
        return kind.presentation().contact().contains(field.name());
    }

    /** Whether the page shows the values of a path first. */
    private boolean isShownFirst(Kind kind, FieldPath path) {
        return parts.first()
                .chain(kind)
                .flatMap(Chain::show)
                .filter(path::equals)
                .isPresent();
    }

    /**
     * Whether this is the first field in which entries of a kind refer to an entry: further ones have much the same
     * count.
     */
    private boolean isCounted(Entry entry, FieldPath path) {
        return parts.backlinks(entry.kind()).stream()
                .filter(each -> each.from().equals(path.from())
                        && !parts.naming(entry, each).isEmpty())
                .findFirst()
                .filter(path::equals)
                .isPresent();
    }

    /** What the entries that refer to this one also refer to: the other axis of their matrix, unless shown first. */
    private List<Tallies> tallies(Entry entry, List<Entry> naming, FieldPath path) {
        return path.from().listing().matrix().stream()
                .map(matrix -> {
                    FieldPath rows = parts.path(path.from(), matrix.rows());
                    return rows.equals(path) ? parts.path(path.from(), matrix.columns()) : rows;
                })
                .filter(other -> !isShownFirst(entry.kind(), other))
                .map(other -> new Tallies(
                        labels.text(
                                "counted-by",
                                Map.of(
                                        "by",
                                        parts.nounOf(other),
                                        "kind",
                                        path.from().noun())),
                        parts.tallies(naming, other)))
                .toList();
    }

    /** The breadcrumbs: the list, the entry under which it shows this one, and those to which it belongs. */
    private List<PageLink> trail(Entry entry, OfKind paths) {
        return Stream.of(
                        Stream.of(parts.home()),
                        kinds.listedWith(entry.kind()).map(PageParts::listLink).stream(),
                        group(entry, paths).map(PageParts::link).stream(),
                        entries.above(entry).stream().map(PageParts::link))
                .flatMap(links -> links)
                .toList();
    }

    private Optional<String> section(Kind kind) {
        return kinds.listedWith(kind).map(listed -> Routes.ofList(listed, 1).value());
    }

    /** The entry under which the list shows an entry. */
    private Optional<Entry> group(Entry entry, OfKind paths) {
        return paths.grouping()
                .flatMap(path -> entries.values(entry, path).stream()
                        .filter(PathValue.OfEntry.class::isInstance)
                        .map(value -> ((PathValue.OfEntry) value).entry())
                        .findFirst());
    }

    /** The entry before or after another one in its group of the list. */
    private Optional<PageLink> neighbour(Entry entry, Optional<Entry> group, OfKind paths, int distance) {
        List<Entry> siblings = group.flatMap(owner -> paths.grouping().map(by -> parts.naming(owner, by)))
                .orElse(List.of());
        for (int i = 0; i < siblings.size(); i++) {
            if (siblings.get(i).id().equals(entry.id())) {
                int there = i + distance;
                return there < 0 || there >= siblings.size()
                        ? Optional.empty()
                        : Optional.of(PageParts.link(siblings.get(there)));
            }
        }
        return Optional.empty();
    }

    private PageLink feed(Entry entry) {
        return PageLink.to(
                labels.text("feed-of-entry", Map.of("kind", entry.kind().noun())),
                Routes.feedOf(entry.kind(), entry.id()));
    }

    /** Whether the entries of a kind have news feeds. */
    private boolean hasFeed(Kind kind) {
        return kinds.forReaders().stream()
                .anyMatch(naming -> naming.listing().feeds().stream()
                        .anyMatch(
                                word -> parts.path(naming, word).targets(kinds).contains(kind)));
    }

    private List<Frame.Web> actions(Entry entry) {
        Stream<Frame.Web> add = entry.kind().listing().hasPage()
                ? Stream.of()
                : kinds.listedWith(entry.kind()).flatMap(parts.links()::add).stream();
        return Stream.concat(parts.links().about(entry).stream(), add).toList();
    }

    /** The other entries of a kind that has no list of its own. */
    private Optional<Others> others(Entry entry) {
        Kind kind = entry.kind();
        List<Entry> all = entries.of(kind);
        return kind.listing().style() == Listing.Style.WITH && all.size() > 1 && all.size() <= MOST_OTHERS + 1
                ? Optional.of(new Others(
                        labels.text("others-of-kind", Map.of("kind", kind.noun())),
                        all.stream()
                                .filter(other -> !other.id().equals(entry.id()))
                                .map(PageParts::link)
                                .toList()))
                : Optional.empty();
    }
}
