package org.waymark.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.waymark.directory.Coverage;
import org.waymark.directory.Entry;
import org.waymark.directory.FieldPath;
import org.waymark.directory.PathValue;
import org.waymark.directory.PublishedEntries;
import org.waymark.directory.Routes;
import org.waymark.directory.SitePath;
import org.waymark.hours.OpeningHours;
import org.waymark.plan.Cards.Card;
import org.waymark.schema.GeoPosition;
import org.waymark.schema.Kind;
import org.waymark.schema.Labels;
import org.waymark.schema.Listing;
import org.waymark.source.Json;

/** All entries of a kind by facet value. Values that no entry has are left out. */
final class FinderIndex {
    /**
     * The entries that match a filter.
     *
     * @param id in addresses
     * @param formerIds its former ids
     * @param name of the value
     * @param label with the choices to which it belongs
     * @param phrase what follows "12 case studies": {@code in London}; without one, a colon and the name
     * @param group the value of the outer facet that it belongs to, or its parent choice; negative without one
     */
    record Selection(
            Kind kind,
            Listing.Facet facet,
            String id,
            List<String> formerIds,
            String name,
            String label,
            Optional<String> phrase,
            int group,
            List<Card> cards) {
        SitePath path(int page) {
            return Routes.ofListBy(kind, facet, id, page);
        }
    }

    /** A facet with its values. {@code within} is the index of the facet that groups them; negative without one. */
    record FacetValues(Listing.Facet facet, int within, List<Selection> selections) {}

    private static final int UNGROUPED = -1;

    private final PublishedEntries entries;
    private final Kind kind;
    private final List<FacetValues> facets = new ArrayList<>();
    private final List<Map<PathValue, Integer>> indices = new ArrayList<>();
    private final List<FieldPath> paths;
    private final List<Finder.Item> items;
    private final Optional<String> places;

    FinderIndex(PageParts parts, Kind kind) {
        this.kind = kind;
        entries = parts.entries();
        List<Listing.Facet> declared = kind.listing().facets();
        paths = declared.stream().map(facet -> entries.path(kind, facet.path())).toList();
        for (int i = 0; i < declared.size(); i++) {
            facets.add(values(declared.get(i), paths.get(i), parts));
        }
        items = entries.of(kind).stream()
                .map(entry -> new Finder.Item(
                        IntStream.range(0, paths.size())
                                .mapToObj(facet -> indices(entry, facet))
                                .toList(),
                        parts.card(entry)))
                .toList();
        places = places(parts);
    }

    /** The hours and the positions of each entry, as JSON. */
    private Optional<String> places(PageParts parts) {
        Optional<FieldPath> hours = kind.listing().openNow().map(path -> entries.path(kind, path));
        Optional<FieldPath> positions = kind.listing().nearest().map(path -> entries.path(kind, path));
        if (hours.isEmpty() && positions.isEmpty()) {
            return Optional.empty();
        }
        HoursData data = parts.fields().hours().data();
        Json.Members members = Json.object();
        hours.ifPresent(path -> members.add("shared", data.shared())
                .add(
                        "hours",
                        ofAll(path, OpeningHours.class, entry -> !parts.fields().isClosed(entry), data::own)));
        positions.ifPresent(path -> members.add(
                        "positions",
                        ofAll(
                                path,
                                GeoPosition.class,
                                entry -> true,
                                each -> List.of(each.latitude(), each.longitude())))
                .add("named", NamedPositions.of(path, entries.of(kind), entries.directory())));
        return Optional.of(Json.line(members));
    }

    /** For each entry its values, in its own order. */
    private <T> List<List<Object>> ofAll(
            FieldPath path, Class<T> type, Predicate<Entry> isWanted, Function<T, Object> described) {
        return entries.of(kind).stream()
                .map(entry -> path.isForReaders() && isWanted.test(entry)
                        ? entries.raw(entry, path).stream()
                                .map(type::cast)
                                .map(described)
                                .toList()
                        : List.of())
                .toList();
    }

    private List<Integer> indices(Entry entry, int facet) {
        return entries.values(entry, paths.get(facet)).stream()
                .map(value -> Objects.requireNonNull(indices.get(facet).get(value)))
                .toList();
    }

    private FacetValues values(Listing.Facet facet, FieldPath path, PageParts parts) {
        int within = facet.within()
                .map(outer -> facets.stream()
                        .map(each -> each.facet().word())
                        .toList()
                        .indexOf(outer))
                .orElse(-1);
        List<PathValue> used = Coverage.possible(entries, path).stream()
                .filter(value -> !entries.leadingTo(value, path).isEmpty())
                .toList();
        if (within >= 0) {
            // Those without a group come first; the others by group, in the order of the groups.
            used = used.stream()
                    .sorted(Comparator.comparingInt(value -> group(value, path, within)))
                    .toList();
        }
        var index = new HashMap<PathValue, Integer>();
        var selections = new ArrayList<Selection>();
        var ids = new ValueIds(Optional.of(path));
        for (PathValue value : used) {
            index.put(value, selections.size());
            selections.add(new Selection(
                    kind,
                    facet,
                    ids.of(value),
                    path.formerIdsOf(value),
                    name(value, parts.labels()),
                    value instanceof PathValue.OfCharge ? name(value, parts.labels()) : Trail.of(value, parts.labels()),
                    phrase(value),
                    within < 0 ? wider(value, index) : group(value, path, within),
                    parts.cards(entries.leadingTo(value, path))));
        }
        indices.add(index);
        return new FacetValues(facet, within, selections);
    }

    private static String name(PathValue value, Labels labels) {
        return value instanceof PathValue.OfCharge of ? labels.text(of.charge().word()) : value.label();
    }

    /** The index of the choice or entry to which a value directly belongs. */
    private static int wider(PathValue value, Map<PathValue, Integer> index) {
        Optional<PathValue> parent = Optional.empty();
        if (value instanceof PathValue.OfChoice of) {
            parent = of.choice().parent().map(PathValue.OfChoice::new);
        } else if (value instanceof PathValue.OfEntry of && !of.above().isEmpty()) {
            parent = Optional.of(new PathValue.OfEntry(of.above().get(of.above().size() - 1)));
        }
        return parent.map(index::get).orElse(UNGROUPED);
    }

    private int group(PathValue value, FieldPath path, int within) {
        return Coverage.group(entries, value, path, paths.get(within))
                .map(outer -> indices.get(within).getOrDefault(outer, UNGROUPED))
                .orElse(UNGROUPED);
    }

    private static Optional<String> phrase(PathValue value) {
        return value instanceof PathValue.OfChoice of ? of.choice().phrase() : Optional.empty();
    }

    /** All entries, in the order of the list. */
    List<Card> cards() {
        return items.stream().map(Finder.Item::card).toList();
    }

    List<FacetValues> facets() {
        return facets;
    }

    /** Every filter that matches entries. */
    Stream<Selection> all() {
        return facets.stream().flatMap(facet -> facet.selections().stream());
    }

    /**
     * The data of the script.
     *
     * @param script its published path, so a new script gets a new folder
     */
    Finder finder(int pageSize, String script) {
        List<Finder.Facet> described = facets.stream()
                .map(facet -> new Finder.Facet(
                        facet.facet().word(),
                        facet.facet().formerWords().stream()
                                .map(word -> word.value().value())
                                .toList(),
                        facet.within() < 0 ? Optional.empty() : Optional.of(facet.within()),
                        described(facet.selections())))
                .toList();
        return new Finder(Routes.FINDER + stamp(pageSize, script, described) + "/", pageSize, described, items, places);
    }

    private static List<Finder.Value> described(List<Selection> selections) {
        Set<String> present = selections.stream().map(Selection::id).collect(Collectors.toSet());
        return selections.stream()
                .map(selection -> new Finder.Value(
                        selection.id(),
                        selection.formerIds().stream()
                                .filter(id -> !present.contains(id))
                                .toList(),
                        selection.label(),
                        selection.phrase().orElse(""),
                        selection.group()))
                .toList();
    }

    /** Changes whenever the data change. */
    private String stamp(int pageSize, String script, List<Finder.Facet> described) {
        Stream<String> texts = items.stream().map(FinderIndex::text);
        return ContentHash.ofAll(Stream.of(
                        Stream.of(script, kind.name(), Integer.toString(pageSize), described.toString()),
                        texts,
                        places.stream())
                .flatMap(each -> each));
    }

    private static String text(Finder.Item item) {
        Card card = item.card();
        return item.values() + "\n" + card.link().path() + "\n" + card.link().text() + "\n"
                + card.summary().orElse("") + "\n" + card.facts() + card.first().orElse("") + "\n";
    }
}
