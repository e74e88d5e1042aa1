package org.waymark.directory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.waymark.schema.Kind;
import org.waymark.schema.Listing;
import org.waymark.schema.Money;
import org.waymark.schema.MoneyType;

/**
 * How many entries of a kind have each pair of values of two facets.
 *
 * @param kind what is counted
 * @param rows the path of the values of the rows
 * @param columnPath the path of those of the columns
 * @param columns the values of the columns
 * @param groups the rows
 * @param totals the entries of each column, each counted once
 * @param total all entries
 */
public record Coverage(
        Kind kind,
        Listing.Matrix matrix,
        FieldPath rows,
        FieldPath columnPath,
        List<PathValue> columns,
        List<Group> groups,
        List<Integer> totals,
        int total) {
    /** A group of rows. */
    public record Group(Optional<PathValue> value, List<Row> rows) {
        public Group {
            rows = List.copyOf(rows);
        }
    }

    /** The entries of a value by column. {@code total} counts each of them once. */
    public record Row(PathValue value, List<Integer> counts, int total) {
        public Row {
            counts = List.copyOf(counts);
        }
    }

    public Coverage {
        columns = List.copyOf(columns);
        groups = List.copyOf(groups);
        totals = List.copyOf(totals);
    }

    /** The coverage for a kind whose listing declares a matrix. */
    public static Optional<Coverage> of(PublishedEntries entries, Kind kind) {
        return kind.listing().matrix().map(matrix -> of(entries, kind, matrix));
    }

    /** The coverage for all such kinds, in the order of the main navigation. */
    public static List<Coverage> all(PublishedEntries entries) {
        return entries.kinds().byPosition().stream()
                .flatMap(kind -> of(entries, kind).stream())
                .toList();
    }

    private static Coverage of(PublishedEntries entries, Kind kind, Listing.Matrix matrix) {
        Listing.Facet rowFacet = kind.listing().facet(matrix.rows()).orElseThrow();
        FieldPath rows = entries.path(kind, rowFacet.path());
        FieldPath columnPath = entries.path(
                kind, kind.listing().facet(matrix.columns()).orElseThrow().path());
        List<PathValue> columns = possible(entries, columnPath);
        List<Group> groups = groups(entries, kind, rowFacet, rows).entrySet().stream()
                .map(group -> new Group(
                        group.getKey(),
                        group.getValue().stream()
                                .map(value -> row(entries, value, rows, columnPath, columns))
                                .toList()))
                .toList();
        return new Coverage(
                kind,
                matrix,
                rows,
                columnPath,
                columns,
                groups,
                columns.stream()
                        .map(column -> entries.leadingTo(column, columnPath).size())
                        .toList(),
                entries.of(kind).size());
    }

    private static Row row(
            PublishedEntries entries, PathValue value, FieldPath rows, FieldPath columnPath, List<PathValue> columns) {
        List<Entry> matching = entries.leadingTo(value, rows);
        Map<PathValue, Integer> counts = counts(entries, matching, columnPath);
        return new Row(
                value,
                columns.stream().map(column -> counts.getOrDefault(column, 0)).toList(),
                matching.size());
    }

    /** How many of some entries have each value. */
    public static Map<PathValue, Integer> counts(PublishedEntries entries, List<Entry> some, FieldPath path) {
        var counts = new HashMap<PathValue, Integer>();
        some.forEach(entry -> entries.values(entry, path).forEach(value -> counts.merge(value, 1, Integer::sum)));
        return counts;
    }

    /** The rows by the value of the facet that groups them, if any. */
    private static Map<Optional<PathValue>, List<PathValue>> groups(
            PublishedEntries entries, Kind kind, Listing.Facet facet, FieldPath rows) {
        var groups = new LinkedHashMap<Optional<PathValue>, List<PathValue>>();
        Optional<FieldPath> grouping =
                facet.within().flatMap(kind.listing()::facet).map(outer -> entries.path(kind, outer.path()));
        grouping.ifPresent(
                path -> possible(entries, path).forEach(value -> groups.put(Optional.of(value), new ArrayList<>())));
        for (PathValue value : possible(entries, rows)) {
            groups.computeIfAbsent(
                            grouping.flatMap(path -> group(entries, value, rows, path)), each -> new ArrayList<>())
                    .add(value);
        }
        groups.values().removeIf(List::isEmpty);
        return groups;
    }

    /** The value that groups another: {@code services} lead to a service, {@code services.category} to its category. */
    public static Optional<PathValue> group(
            PublishedEntries entries, PathValue value, FieldPath path, FieldPath grouping) {
        int length = path.fields().size();
        if (!(value instanceof PathValue.OfEntry of)
                || grouping.fields().size() <= length
                || !grouping.toString().startsWith(path + ".")) {
            return Optional.empty();
        }
        var rest = new FieldPath(
                of.entry().kind(),
                grouping.fields().subList(length, grouping.fields().size()));
        return entries.values(of.entry(), rest).stream().findFirst();
    }

    /** All values that a path can have, whether or not an entry has them. */
    public static List<PathValue> possible(PublishedEntries entries, FieldPath path) {
        List<Kind> targets = path.targets(entries.kinds());
        if (!targets.isEmpty()) {
            return targets.stream()
                    .flatMap(target -> entries.of(target).stream())
                    .<PathValue>map(entries::value)
                    .toList();
        }
        if (path.last().itemType() instanceof MoneyType) {
            return Stream.of(Money.Charge.values())
                    .<PathValue>map(PathValue.OfCharge::new)
                    .toList();
        }
        return path.vocabulary()
                .<Stream<PathValue>>map(
                        vocabulary -> vocabulary.options().stream().map(PathValue.OfChoice::new))
                .orElseGet(() -> entries.byValue(path).keySet().stream()
                        .sorted(Comparator.comparing(
                                        PathValue::label, entries.directory().order()::compare)
                                .thenComparing(PathValue::label)))
                .toList();
    }
}
