package org.waymark.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.waymark.directory.Coverage;
import org.waymark.directory.Entry;
import org.waymark.directory.FieldPath;
import org.waymark.directory.PathValue;
import org.waymark.directory.PublishedEntries;
import org.waymark.directory.Reviewed;
import org.waymark.directory.Routes;
import org.waymark.directory.Site;
import org.waymark.directory.SitePath;
import org.waymark.markdown.Html;
import org.waymark.markdown.Prose;
import org.waymark.plan.Cards.Card;
import org.waymark.plan.Cards.Tally;
import org.waymark.plan.ListItems.Review;
import org.waymark.schema.EntryName;
import org.waymark.schema.Kind;
import org.waymark.schema.Labels;
import org.waymark.schema.Listing;
import org.waymark.schema.Noun;
import org.waymark.schema.Vocabulary;

/** Parts that several kinds of page share. Immutable once made; safe for use by several threads. */
final class PageParts {
    /** Below this number, figures say more than bars. */
    private static final int LEAST_FOR_BARS = 5;

    /** The maximum number of entries of another kind that a page shows, if there is a list of all of them. */
    static final int SHOWN = 12;

    private final PublishedEntries entries;
    private final Site site;
    private final Labels labels;
    private final PageLink home;
    private final FieldViews fields;
    private final FirstMaker first;
    private final Map<Kind, List<FieldPath>> backlinks = new ConcurrentHashMap<>();
    private final Map<Kind, Optional<FieldPath>> counted = new HashMap<>();
    private final Map<Kind, Integer> most = new HashMap<>();
    private final Map<Kind, Integer> scales = new ConcurrentHashMap<>();
    private final Map<Kind, List<FieldPath>> facts = new HashMap<>();
    private final Map<EntryName, Card> cards = new HashMap<>();
    private final BodyMaker bodies;
    private final TermIndex terms;
    private final ReaderLinks links;

    PageParts(PublishedEntries entries, Site site, Labels labels, BodyMaker bodies) {
        this.entries = entries;
        this.site = site;
        this.labels = labels;
        this.bodies = bodies;
        home = new PageLink(labels.text("home"), "");
        fields = new FieldViews(entries, labels);
        links = new ReaderLinks(site, labels);
        first = new FirstMaker(entries, fields, labels, links);
        for (Kind kind : entries.kinds().forReaders()) {
            facts.put(
                    kind,
                    kind.presentation().card().stream()
                            .map(path -> entries.path(kind, path))
                            .toList());
            // No count if there is nothing to count, or if entries refer to their own kind.
            Optional<FieldPath> naming = backlinks(kind).stream()
                    .filter(path -> !path.from().equals(kind)
                            && !entries.of(path.from()).isEmpty())
                    .findFirst();
            counted.put(kind, naming);
            naming.ifPresent(path -> most.put(
                    kind,
                    entries.of(kind).stream()
                            .mapToInt(entry -> naming(entry, path).size())
                            .max()
                            .orElse(0)));
        }
        // Each is shown on several pages.
        for (Kind kind : entries.kinds().forReaders()) {
            entries.of(kind)
                    .forEach(entry -> cards.put(new EntryName(kind, entry.id()), card(entry, Optional.empty())));
        }
        terms = bodies.terms(entries.directory());
    }

    PublishedEntries entries() {
        return entries;
    }

    Labels labels() {
        return labels;
    }

    /** The letters under which names are listed. */
    Letters letters() {
        return new Letters(labels, entries.directory().order().alphabet());
    }

    Site site() {
        return site;
    }

    /** The link to the home page. */
    PageLink home() {
        return home;
    }

    /** {@code 3 case studies} */
    String count(int count, Kind kind) {
        return labels.text("entries", Map.of("count", count, "kind", kind.noun()));
    }

    FieldViews fields() {
        return fields;
    }

    /** What pages show first. */
    FirstMaker first() {
        return first;
    }

    /** The fields by which entries refer to entries of a kind, if the pages of these list them. */
    List<FieldPath> backlinks(Kind kind) {
        return backlinks.computeIfAbsent(
                kind,
                target -> entries.references(target)
                        .filter(path -> path.last().display().shownThereAs().isPresent())
                        .toList());
    }

    /** The entries that refer to an entry. */
    List<Entry> naming(Entry entry, FieldPath path) {
        return entries.leadingTo(new PathValue.OfEntry(entry), path);
    }

    static Head head(SitePath path, String title, String description, PageLink section, PageLink... trail) {
        return new Head(path, title, description, List.of(trail), Optional.of(section.path()), Optional.empty(), true);
    }

    /** What readers are told about the order of a list; empty if it goes without saying. */
    String order(Kind kind) {
        if (kind.listing().newestFirst()) {
            List<Entry> all = entries.of(kind);
            return isNewer(all, all.size()) ? labels.text("newest-first") : "";
        }
        return kind.listing().order().flatMap(Listing.Order::label).orElse("");
    }

    /**
     * Whether the first entries of a list with the newest first are newer than the others, or if there are no others,
     * than each other. If many were added on one day, their order means nothing.
     */
    static boolean isNewer(List<Entry> all, int first) {
        if (all.isEmpty()) {
            return false;
        }
        Entry oldest = all.get(Math.min(first, all.size()) - 1);
        Entry other = first < all.size() ? all.get(first) : all.get(0);
        return !oldest.added().equals(other.added());
    }

    ReaderLinks links() {
        return links;
    }

    /** The rendered body of an entry, with the terms that it uses. */
    Body body(Entry entry, Prose prose, SitePath page) {
        return bodies.body(entries.directory(), terms, entry, prose, page, labels);
    }

    /** The rendered body of an entry as a part of another page. */
    Html part(Entry entry, Prose prose, SitePath page, String prefix) {
        return bodies.part(entries.directory(), entry, prose, page, labels, prefix);
    }

    Review review(Reviewed reviewed) {
        return new Review(
                reviewed.on().map(day -> DateText.of(day, labels)),
                reviewed.by().map(day -> DateText.of(day, labels)),
                reviewed.isOverdue(entries.directory().asOf()));
    }

    List<Card> cards(List<Entry> entries) {
        return entries.stream().map(this::card).toList();
    }

    Card card(Entry entry) {
        return Objects.requireNonNull(cards.get(new EntryName(entry.kind(), entry.id())));
    }

    /** The cards of entries under a heading that states one of their facts. */
    List<Card> cardsWithout(List<Entry> entries, FieldPath known) {
        return entries.stream()
                .map(entry -> facts(entry.kind()).contains(known) ? card(entry, Optional.of(known)) : card(entry))
                .toList();
    }

    private List<FieldPath> facts(Kind kind) {
        return facts.getOrDefault(kind, List.of());
    }

    /** The facts on the card of an entry, by some of the fields that its kind declares for it. */
    List<String> cardFacts(Entry entry, Predicate<FieldPath> which) {
        return facts(entry.kind()).stream()
                .filter(which)
                .flatMap(path -> fields.facts(entry, path).stream())
                .toList();
    }

    private Card card(Entry entry, Optional<FieldPath> known) {
        Kind kind = entry.kind();
        return card(
                link(entry),
                kind.presentation().hasSummaryInLists() ? entry.summary() : Optional.empty(),
                Stream.concat(
                                entries.past(entry).stream(),
                                cardFacts(
                                        entry,
                                        path -> known.filter(path::equals).isEmpty())
                                        .stream())
                        .toList(),
                first.line(entry, facts(kind)),
                count(entry));
    }

    /** A card with its facts as its line. Cards are on many pages, so the line is created once. */
    Card card(
            PageLink link,
            Optional<String> summary,
            List<String> facts,
            Optional<String> firstLine,
            Optional<Tally> count) {
        String line = facts.stream()
                .map(fact -> Isolation.of(fact, labels))
                .collect(Collectors.joining(labels.text("facts-separator")));
        return new Card(link, summary, facts, line, firstLine, count, 0);
    }

    /** How many entries refer to an entry, in the first field that does. */
    Optional<Tally> count(Entry entry) {
        return counted.getOrDefault(entry.kind(), Optional.empty())
                .map(path -> tally(
                        link(entry), naming(entry, path).size(), path.from(), most.getOrDefault(entry.kind(), 0)));
    }

    /** @param most the highest number in the list in which this one is */
    Tally tally(PageLink link, int count, Kind kind, int most) {
        return new Tally(
                link,
                count(count, kind),
                labels.number(count),
                labels.text("entries-after-number", Map.of("count", count, "kind", kind.noun())),
                most < LEAST_FOR_BARS ? Optional.empty() : Optional.of(Proportions.percent(count, scale(kind))));
    }

    /** The number that a full bar represents: one for each kind, so bars on all pages can be compared. */
    private int scale(Kind counted) {
        return scales.computeIfAbsent(
                counted,
                kind -> Stream.of(
                                kind.listing().facets().stream().map(facet -> entries.path(kind, facet.path())),
                                entries.kinds().forReaders().stream().flatMap(entries::references),
                                entries.vocabulariesWithPages().stream().flatMap(entries::choices))
                        .flatMap(paths -> paths)
                        .filter(path -> path.from().equals(kind))
                        .flatMap(path -> Coverage.counts(entries, entries.of(kind), path).values().stream())
                        .max(Comparator.naturalOrder())
                        .orElse(0));
    }

    /** How many of some entries have each value of a path, highest first. Unused values are left out. */
    List<Tally> tallies(List<Entry> some, FieldPath path) {
        Map<PathValue, Integer> counts = Coverage.counts(entries, some, path);
        int highest = counts.values().stream().max(Comparator.naturalOrder()).orElse(0);
        Stream<PathValue> values = path.vocabulary().isPresent()
                ? Coverage.possible(entries, path).stream().filter(counts::containsKey)
                : counts.keySet().stream()
                        .sorted(Comparator.comparing(
                                        PathValue::label, entries.directory().order()::compare)
                                .thenComparing(value ->
                                        value.id().map(Object::toString).orElse("")));
        return values.sorted(Comparator.comparing((PathValue value) -> -counts.getOrDefault(value, 0)))
                .map(value -> tally(
                        pageOf(value, path).orElseGet(() -> PageLink.to(value.label(), Routes.ofList(path.from(), 1))),
                        counts.getOrDefault(value, 0),
                        path.from(),
                        highest))
                .toList();
    }

    /** The page of a value, if it has one of its own. */
    static Optional<PageLink> pageOf(PathValue value, FieldPath path) {
        if (value instanceof PathValue.OfEntry of) {
            return Optional.of(link(of.entry()));
        }
        return value instanceof PathValue.OfChoice of
                ? path.vocabulary()
                        .filter(Vocabulary::hasPages)
                        .map(vocabulary -> PageLink.to(value.label(), Routes.ofChoice(vocabulary, of.choice())))
                : Optional.empty();
    }

    /**
     * The link to all entries of a list that have a value, unless all are shown.
     *
     * @param key of the label that says what they have in common
     * @param values of its other placeholders
     */
    Optional<PageLink> all(int count, Kind kind, Listing.Facet facet, String value, String key, Map<String, ?> values) {
        if (count <= SHOWN) {
            return Optional.empty();
        }
        var all = new HashMap<String, Object>(values);
        all.put("count", count);
        all.put("kind", kind.noun());
        return Optional.of(PageLink.to(labels.text(key, all), Routes.ofListBy(kind, facet, value, 1)));
    }

    /** The facet of a list whose values are those of a path. */
    static Optional<Listing.Facet> facet(FieldPath path) {
        Listing listing = path.from().listing();
        return listing.style() == Listing.Style.FINDER
                ? listing.facets().stream()
                        .filter(facet -> facet.path().equals(path.toString()))
                        .findFirst()
                : Optional.empty();
    }

    /** The links to the matrices whose rows are the entries of a kind. */
    List<PageLink> matrices(Kind kind) {
        var found = new ArrayList<PageLink>();
        for (Kind each : entries.kinds().byPosition()) {
            each.listing().matrix().ifPresent(matrix -> {
                FieldPath rows = path(each, matrix.rows());
                if (rows.targets(entries.kinds()).contains(kind)) {
                    found.add(new PageLink(matrix.link(), matrix.address()));
                }
            });
        }
        return found;
    }

    /** The links to the matrices whose columns are the values of a vocabulary. */
    List<PageLink> matrices(Vocabulary vocabulary) {
        var found = new ArrayList<PageLink>();
        for (Kind each : entries.kinds().byPosition()) {
            each.listing().matrix().ifPresent(matrix -> {
                FieldPath columns = path(each, matrix.columns());
                if (columns.vocabulary().filter(vocabulary::equals).isPresent()) {
                    found.add(new PageLink(matrix.link(), matrix.address()));
                }
            });
        }
        return found;
    }

    /** What the values of a path are called. */
    Noun nounOf(FieldPath path) {
        List<Kind> targets = path.targets(entries.kinds());
        return Optional.of(targets)
                .filter(all -> all.size() == 1)
                .map(all -> all.get(0).noun())
                .or(() -> path.vocabulary().flatMap(Vocabulary::noun))
                .orElseGet(() -> Noun.ofLabels(
                        path.last().display().label(),
                        path.last().display().labelOfMany(),
                        entries.kinds().forReaders().stream()
                                .allMatch(kind -> kind.noun().isCapitalised())));
    }

    /** The path of a facet, by its word. */
    FieldPath path(Kind kind, String facet) {
        return entries.path(kind, kind.listing().facet(facet).orElseThrow().path());
    }

    /** The link to the list of the entries of a kind. */
    static PageLink listLink(Kind kind) {
        return PageLink.to(kind.title(), Routes.ofList(kind, 1));
    }

    static PageLink listLink(Vocabulary vocabulary) {
        return PageLink.to(vocabulary.title(), new SitePath(vocabulary.address()));
    }

    static PageLink link(Entry entry) {
        return PageLink.to(entry.label(), Routes.of(entry));
    }
}
