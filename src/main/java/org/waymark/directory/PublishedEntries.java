package org.waymark.directory;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.waymark.schema.Field;
import org.waymark.schema.Group;
import org.waymark.schema.Id;
import org.waymark.schema.Kind;
import org.waymark.schema.Listing;
import org.waymark.schema.Money;
import org.waymark.schema.Ref;
import org.waymark.schema.Reference;
import org.waymark.schema.Role;
import org.waymark.schema.Vocabulary;
import org.waymark.schema.Vocabulary.Option;

/**
 * The entries that the site shows, each kind in display order, and which refer to which. Created once for
 * a plan. Safe for use by several threads.
 */
public final class PublishedEntries {
    /** The most entries to which one belongs, one through the other; nobody finds anything below more. */
    static final int MOST_LEVELS = 50;

    private final Directory directory;
    private final Map<Kind, List<Entry>> byKind = new HashMap<>();
    private final Map<Kind, ListOrder> orders = new HashMap<>();
    private final Map<Kind, Map<String, FieldPath>> paths = new ConcurrentHashMap<>();
    private final Map<FieldPath, Map<PathValue, List<Entry>>> byValue = new ConcurrentHashMap<>();

    public PublishedEntries(Directory directory) {
        this.directory = directory;
        for (Kind kind : directory.kinds().forReaders()) {
            kind.listing().order().ifPresent(order -> orders.put(kind, order(kind, order)));
            List<Entry> inOrder = inOrder(kind, directory.shown(kind));
            byKind.put(kind, kind.field(Role.PARENT).isPresent() ? asTree(inOrder) : inOrder);
        }
    }

    private ListOrder order(Kind kind, Listing.Order order) {
        return new ListOrder(
                directory, path(kind, order.by()), order, order.past().map(past -> path(kind, past.after())));
    }

    /** The label for a past entry, from the order of its kind; empty if it is not past. */
    public Optional<String> past(Entry entry) {
        return Optional.ofNullable(orders.get(entry.kind()))
                .filter(order -> order.isPast(entry))
                .flatMap(order -> entry.kind().listing().order())
                .flatMap(Listing.Order::past)
                .map(Listing.Past::label);
    }

    private List<Entry> inOrder(Kind kind, Collection<Entry> entries) {
        List<Entry> fromAToZ = directory.order().fromAToZ(entries);
        ListOrder declared = orders.get(kind);
        if (declared != null) {
            return declared.sorted(fromAToZ);
        }
        // Both sorts are stable.
        if (kind.listing().newestFirst() && kind.field(Role.ADDED).isPresent()) {
            return fromAToZ.stream()
                    .sorted(Comparator.comparing((Entry entry) -> entry.added().orElse(LocalDate.MIN))
                            .reversed())
                    .toList();
        }
        return kind.field(Role.ORDER).isEmpty()
                ? fromAToZ
                : fromAToZ.stream()
                        .sorted(Comparator.comparingInt(entry -> entry.order().orElse(Integer.MAX_VALUE)))
                        .toList();
    }

    public Directory directory() {
        return directory;
    }

    public Kinds kinds() {
        return directory.kinds();
    }

    /** All entries of a kind, in display order. */
    public List<Entry> of(Kind kind) {
        return byKind.getOrDefault(kind, List.of());
    }

    /**
     * The entry that a reference refers to.
     *
     * @throws IllegalStateException if the site does not show it, which the rules rule out before publishing
     */
    public Entry get(Ref ref) {
        return directory
                .find(ref)
                .orElseThrow(() -> new IllegalStateException(ref.span() + " does not name an entry: " + ref.id()));
    }

    /**
     * A path as written in a kind file.
     *
     * @throws IllegalArgumentException if it is invalid, which the reader of shapes rules out
     */
    public FieldPath path(Kind from, String path) {
        return paths.computeIfAbsent(from, kind -> new ConcurrentHashMap<>())
                .computeIfAbsent(
                        path,
                        written -> FieldPath.of(kinds(), from, written)
                                .orElseThrow(() -> new IllegalArgumentException(from.name() + " has no " + written)));
    }

    /** The decoded values of a path. */
    public List<Object> raw(Entry entry, FieldPath path) {
        return path.values(entry, directory);
    }

    /**
     * The distinct values of a path, in the entry's order; then the choices or entries to which these belong. That an
     * entry belongs to one leads to that one only.
     */
    public Collection<PathValue> values(Entry entry, FieldPath path) {
        Set<PathValue> values = ownValues(entry, path);
        for (PathValue value : List.copyOf(values)) {
            if (value instanceof PathValue.OfChoice of) {
                of.choice().above().forEach(wider -> values.add(new PathValue.OfChoice(wider)));
            } else if (value instanceof PathValue.OfEntry of && !path.isOfParents()) {
                of.above().forEach(wider -> values.add(value(wider)));
            }
        }
        return values;
    }

    /** The distinct values of a path, as in the entry. */
    private Set<PathValue> ownValues(Entry entry, FieldPath path) {
        var values = new LinkedHashSet<PathValue>();
        path.forEach(entry, directory, value -> valueOf(value).ifPresent(values::add));
        return values;
    }

    private Optional<PathValue> valueOf(Object value) {
        if (value instanceof Ref ref) {
            return directory.find(ref).map(this::value);
        }
        if (value instanceof Option option) {
            return Optional.of(new PathValue.OfChoice(option));
        }
        if (value instanceof Money price) {
            return Optional.of(new PathValue.OfCharge(price.charge()));
        }
        return value instanceof String words ? Optional.of(new PathValue.OfWords(words)) : Optional.empty();
    }

    /** An entry as a value, with those to which it belongs. */
    public PathValue.OfEntry value(Entry entry) {
        return entry.parent().isEmpty() ? new PathValue.OfEntry(entry) : new PathValue.OfEntry(entry, above(entry));
    }

    /** The entries to which an entry belongs, the widest first: at most {@value #MOST_LEVELS}, the nearest ones. */
    public List<Entry> above(Entry entry) {
        var above = new ArrayDeque<Entry>();
        Optional<Entry> next = entry.parent().flatMap(directory::find);
        while (next.isPresent()
                && !next.get().equals(entry)
                && !above.contains(next.get())
                && above.size() < MOST_LEVELS) {
            above.addFirst(next.get());
            next = next.get().parent().flatMap(directory::find);
        }
        return List.copyOf(above);
    }

    /** Each entry before those that belong to it, which keep their order. */
    private List<Entry> asTree(List<Entry> all) {
        var below = new HashMap<Id, List<Entry>>();
        var next = new ArrayDeque<Entry>();
        for (Entry entry : all) {
            List<Entry> above = above(entry);
            if (above.isEmpty()) {
                next.addLast(entry);
            } else {
                below.computeIfAbsent(above.get(above.size() - 1).id(), each -> new ArrayList<>())
                        .add(entry);
            }
        }
        var tree = new LinkedHashMap<Id, Entry>();
        while (!next.isEmpty()) {
            Entry entry = next.removeFirst();
            tree.put(entry.id(), entry);
            List<Entry> own = below.getOrDefault(entry.id(), List.of());
            for (int i = own.size() - 1; i >= 0; i--) {
                next.addFirst(own.get(i));
            }
        }
        // Those that belong to themselves are below no other.
        all.forEach(entry -> tree.putIfAbsent(entry.id(), entry));
        return List.copyOf(tree.values());
    }

    /** The entries that have a value at a path, in display order. */
    public List<Entry> leadingTo(PathValue value, FieldPath path) {
        return byValue(path).getOrDefault(value, List.of());
    }

    /** The same without those that have only a choice below the value. */
    public List<Entry> leadingDirectlyTo(PathValue value, FieldPath path) {
        List<Entry> all = leadingTo(value, path);
        return value instanceof PathValue.OfChoice
                        || (value instanceof PathValue.OfEntry of
                                && of.entry().kind().field(Role.PARENT).isPresent())
                ? all.stream()
                        .filter(entry -> ownValues(entry, path).contains(value))
                        .toList()
                : all;
    }

    /** The values of a path that occur in entries, with these entries. */
    public Map<PathValue, List<Entry>> byValue(FieldPath path) {
        return byValue.computeIfAbsent(path, this::group);
    }

    private Map<PathValue, List<Entry>> group(FieldPath path) {
        var groups = new HashMap<PathValue, List<Entry>>();
        // Of words that differ only in case, the spelling that sorts first is used.
        var spellings = new TreeSet<String>();
        for (Entry entry : of(path.from())) {
            for (PathValue value : values(entry, path)) {
                groups.computeIfAbsent(value, each -> new ArrayList<>()).add(entry);
                if (value instanceof PathValue.OfWords words) {
                    spellings.add(words.label());
                }
            }
        }
        var words = new HashMap<PathValue, List<Entry>>();
        for (String spelling : spellings) {
            var value = new PathValue.OfWords(spelling);
            List<Entry> group = groups.remove(value);
            if (group != null) {
                words.put(value, group);
            }
        }
        groups.putAll(words);
        return groups;
    }

    /**
     * The visible fields that refer to entries of a kind, also within groups, in the order of {@link
     * Kinds#byWeight()}.
     */
    public Stream<FieldPath> references(Kind target) {
        return kinds().byWeight().stream().flatMap(kind -> references(kind, List.of(), kind.fields(), target));
    }

    private static Stream<FieldPath> references(Kind from, List<Field<?>> outer, List<Field<?>> fields, Kind target) {
        return fields.stream().filter(field -> field.display().isForReaders()).flatMap(field -> {
            var here = new ArrayList<Field<?>>(outer);
            here.add(field);
            if (field.itemType() instanceof Group<?> group) {
                return references(from, here, group.fields(), target);
            }
            return field.itemType() instanceof Reference reference
                            && reference.kinds().contains(target.name())
                    ? Stream.of(new FieldPath(from, here))
                    : Stream.of();
        });
    }

    /** Where entries of each kind have a choice of a vocabulary: in a field, or through a facet. */
    public Stream<FieldPath> choices(Vocabulary vocabulary) {
        return kinds().byPosition().stream()
                .flatMap(kind -> Stream.concat(
                        kind.fields().stream()
                                .filter(field -> field.display().isForReaders())
                                .map(field -> new FieldPath(kind, List.<Field<?>>of(field))),
                        kind.listing().facets().stream().map(facet -> path(kind, facet.path())))
                        .filter(path ->
                                path.vocabulary().filter(vocabulary::equals).isPresent())
                        .findFirst()
                        .stream());
    }

    /** Whether the site shows no entries at all. */
    public boolean isEmpty() {
        return byKind.values().stream().allMatch(List::isEmpty);
    }

    /** Whether any entry has a choice of a vocabulary. */
    public boolean isUsed(Vocabulary vocabulary) {
        return choices(vocabulary).anyMatch(path -> !byValue(path).isEmpty());
    }

    /** The vocabularies whose values have pages. */
    public List<Vocabulary> vocabulariesWithPages() {
        return kinds().shape().vocabularies().values().stream()
                .filter(Vocabulary::hasPages)
                .toList();
    }
}
