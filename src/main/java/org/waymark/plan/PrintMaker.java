package org.waymark.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.waymark.directory.Coverage;
import org.waymark.directory.Directory;
import org.waymark.directory.Entry;
import org.waymark.directory.FieldPath;
import org.waymark.directory.LinkPath;
import org.waymark.directory.PathValue;
import org.waymark.directory.PublishedEntries;
import org.waymark.directory.Routes;
import org.waymark.directory.Site;
import org.waymark.directory.Term;
import org.waymark.plan.Cards.Card;
import org.waymark.plan.ListItems.TermItem;
import org.waymark.plan.PrintPage.Chapter;
import org.waymark.plan.PrintPage.Contents;
import org.waymark.plan.PrintPage.Listed;
import org.waymark.plan.PrintPage.Part;
import org.waymark.schema.Citation;
import org.waymark.schema.Kind;
import org.waymark.schema.Labels;
import org.waymark.schema.Listing;

/**
 * Creates the page with the whole directory: first the entries at the top of the site, then the kinds in the order of
 * the
 * navigation.
 */
final class PrintMaker {
    /**
     * With more entries in a filtered list, only their titles are listed: no browser prints thousands of pages well.
     */
    static final int MOST_IN_FULL = 300;

    // Bodies start at heading level 2. On this page, those of parts are below a heading of level 2, those of chapters
    // below
    // one of level 3.
    private static final int BELOW_PART = 1;
    private static final int BELOW_CHAPTER = 2;

    private final PublishedEntries entries;
    private final Directory directory;
    private final Site site;
    private final PageParts parts;
    private final Labels labels;

    /** The kinds whose entries are on this page with their texts. */
    private final Set<Kind> inFull = new HashSet<>();

    PrintMaker(Site site, PageParts parts) {
        this.site = site;
        this.parts = parts;
        entries = parts.entries();
        labels = parts.labels();
        directory = entries.directory();
        for (Kind kind : directory.kinds().withPages()) {
            if (kind.place().hasBody() && !isTooMuch(kind)) {
                inFull.add(kind);
            }
        }
    }

    private boolean isTooMuch(Kind kind) {
        return kind.listing().style() == Listing.Style.FINDER
                && entries.of(kind).size() > MOST_IN_FULL;
    }

    Page print() {
        List<Part> all = directory.kinds().byPosition().stream()
                .sorted(Comparator.comparing((Kind kind) -> !kind.address().isEmpty()))
                .flatMap(this::parts)
                .toList();
        return new PrintPage(
                new Head(
                        Routes.PRINT,
                        labels.text("print-link"),
                        labels.text("print-about", Map.of("site", site.title())),
                        List.of(parts.home()),
                        Optional.empty(),
                        Optional.empty(),
                        false),
                updated().map(day -> DateText.of(day, labels)),
                contents(all),
                all,
                all.stream().flatMap(part -> part.terms().stream()).toList(),
                directory.kinds().forReaders().stream()
                        .flatMap(kind -> kind.fields().stream())
                        .anyMatch(field -> field.itemType() == Citation.TYPE));
    }

    /** The parts with the entries of a kind, together with those that group others. */
    private Stream<Part> parts(Kind kind) {
        List<Entry> all = entries.of(kind);
        if (all.isEmpty() || groups(kind)) {
            return Stream.of();
        }
        if (kind.address().isEmpty()) {
            return all.stream().map(entry -> part(chapter(entry, BELOW_PART), List.of()));
        }
        if (kind.isGlossary()) {
            return Stream.of(new Part(
                    id(kind),
                    kind.title(),
                    Optional.empty(),
                    List.of(),
                    List.of(),
                    Optional.empty(),
                    all.stream().map(PrintMaker::term).toList()));
        }
        if (isTooMuch(kind)) {
            return Stream.of(listed(kind, all));
        }
        if (!inFull.contains(kind)) {
            return Stream.of(cards(kind, parts.cards(all)));
        }
        Map<Optional<PathValue>, List<Entry>> byGroup = byGroup(kind);
        var ids = new ValueIds(grouping(kind));
        return byGroup.entrySet().stream()
                .map(group -> group.getKey()
                        .filter(PathValue.OfEntry.class::isInstance)
                        .map(value -> ((PathValue.OfEntry) value).entry())
                        .filter(owner -> isGroupedBy(kind, owner.kind()))
                        .map(owner -> part(chapter(owner, BELOW_PART), chapters(group.getValue())))
                        .orElseGet(() -> chapters(kind, group.getKey(), group.getValue(), ids)));
    }

    private static TermItem term(Entry entry) {
        return ListPages.item(id(entry), Term.of(entry), TermUses.Uses.NONE);
    }

    /** Whether the entries of a kind are shown together with those that they group. */
    private boolean groups(Kind owner) {
        return directory.kinds().forReaders().stream().anyMatch(kind -> isGroupedBy(kind, owner));
    }

    private boolean isGroupedBy(Kind kind, Kind owner) {
        return kind.listing()
                .by()
                .map(by -> entries.path(kind, by))
                .filter(path -> path.targets(directory.kinds()).contains(owner))
                .isPresent();
    }

    /** The field by whose values entries are grouped: that of the list, or the outermost facet. */
    private Optional<FieldPath> grouping(Kind kind) {
        return kind.listing()
                .by()
                .or(() -> kind.listing().facets().stream().findFirst().map(Listing.Facet::path))
                .map(written -> entries.path(kind, written));
    }

    /** The entries of a kind by the first value of what groups them. */
    private Map<Optional<PathValue>, List<Entry>> byGroup(Kind kind) {
        Optional<FieldPath> path = grouping(kind);
        var groups = new LinkedHashMap<Optional<PathValue>, List<Entry>>();
        path.ifPresent(by ->
                Coverage.possible(entries, by).forEach(value -> groups.put(Optional.of(value), new ArrayList<>())));
        // Lists with the newest first are easier to read on paper from A to Z.
        List<Entry> all =
                kind.listing().newestFirst() ? directory.order().fromAToZ(entries.of(kind)) : entries.of(kind);
        for (Entry entry : all) {
            Optional<PathValue> first =
                    path.flatMap(by -> entries.values(entry, by).stream().findFirst());
            groups.computeIfAbsent(first, each -> new ArrayList<>()).add(entry);
        }
        groups.entrySet()
                .removeIf(group -> group.getValue().isEmpty()
                        && group.getKey()
                                .filter(PathValue.OfEntry.class::isInstance)
                                .filter(value -> isGroupedBy(
                                        kind,
                                        ((PathValue.OfEntry) value).entry().kind()))
                                .isEmpty());
        return groups;
    }

    private List<Chapter> chapters(List<Entry> entries) {
        return entries.stream().map(entry -> chapter(entry, BELOW_CHAPTER)).toList();
    }

    private Part chapters(Kind kind, Optional<PathValue> group, List<Entry> entries, ValueIds ids) {
        return new Part(
                kind.plural() + "." + group.map(ids::of).orElse(""),
                group.map(value -> labels.text(
                                "title-named", Map.of("title", kind.title(), "names", Trail.of(value, labels))))
                        .orElseGet(kind::title),
                Optional.empty(),
                chapters(entries),
                List.of(),
                Optional.empty(),
                List.of());
    }

    private static Part part(Chapter intro, List<Chapter> chapters) {
        return new Part(
                intro.id(), intro.title(), Optional.of(intro), chapters, List.of(), Optional.empty(), List.of());
    }

    private static Part cards(Kind kind, List<Card> cards) {
        return new Part(id(kind), kind.title(), Optional.empty(), List.of(), cards, Optional.empty(), List.of());
    }

    private Part listed(Kind kind, List<Entry> all) {
        return new Part(
                id(kind),
                kind.title(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.of(new Listed(
                        labels.text("too-many-to-print", Map.of("count", all.size(), "kind", kind.noun())),
                        directory.order().fromAToZ(all).stream()
                                .map(PageParts::link)
                                .toList())),
                List.of());
    }

    private static String id(Kind kind) {
        return "wm-" + kind.plural();
    }

    private List<Contents> contents(List<Part> all) {
        var contents = new ArrayList<Contents>();
        for (Part part : all) {
            contents.add(new Contents(
                    part.id(),
                    part.title(),
                    part.chapters().stream()
                            .map(chapter -> new Contents(chapter.id(), chapter.title(), List.of()))
                            .toList()));
        }
        contents.add(new Contents("wm-sources", labels.text("sources"), List.of()));
        return contents;
    }

    private Chapter chapter(Entry entry, int deeper) {
        String id = id(entry);
        return new Chapter(
                id,
                Routes.of(entry).value(),
                entry.label(),
                entry.summary().orElse(""),
                parts.first().onPaper(entry),
                parts.first().where(entry),
                parts.fields().of(entry).stream()
                        .filter(field -> !isLeftOut(entry.kind(), field.name()))
                        .toList(),
                entry.body()
                        .map(body -> body.toHtml(
                                new TargetResolver(
                                        new TextLabels(labels),
                                        destination -> target(LinkPath.resolve(entry.path(), destination))),
                                deeper,
                                id + ".")));
    }

    /** Whether a field repeats the heading above the entry, says where it is, or refers to its own kind. */
    private boolean isLeftOut(Kind kind, String field) {
        return kind.listing().by().filter(field::equals).isPresent()
                || parts.first().isWhere(kind, field)
                || entries.path(kind, field).targets(directory.kinds()).equals(List.of(kind));
    }

    private LinkTarget target(Optional<LinkPath> link) {
        return LinkTarget.of(directory, link, link.flatMap(this::address).orElse(""), labels);
    }

    /** Links to entries on this page become anchors; others lead to the site. */
    private Optional<String> address(LinkPath link) {
        return directory
                .entryAt(link.path())
                .flatMap(entry -> anchor(entry, link.fragment().filter(f -> !f.isEmpty())))
                .map(anchor -> "#" + anchor)
                .or(() -> Routes.of(directory, link).map(target -> Routes.PRINT.root() + target));
    }

    private Optional<String> anchor(Entry entry, Optional<String> fragment) {
        Kind kind = entry.kind();
        if (kind.isGlossary()) {
            return Optional.of(fragment.map(term -> kind.name() + "." + term).orElse(id(kind)));
        }
        return inFull.contains(kind) && entry.isComplete() && directory.isShown(entry)
                ? Optional.of(id(entry) + fragment.map(heading -> "." + heading).orElse(""))
                : Optional.empty();
    }

    private static String id(Entry entry) {
        return entry.kind().name() + "." + entry.id();
    }

    private Optional<LocalDate> updated() {
        return directory.kinds().withPages().stream()
                .flatMap(kind -> entries.of(kind).stream())
                .flatMap(entry -> Stream.concat(entry.added().stream(), entry.reviewed().on().stream()))
                .max(Comparator.naturalOrder());
    }
}
