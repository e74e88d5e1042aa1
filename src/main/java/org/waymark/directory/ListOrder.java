package org.waymark.directory;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.waymark.schema.Choice;
import org.waymark.schema.DateType;
import org.waymark.schema.DecimalNumber;
import org.waymark.schema.FieldType;
import org.waymark.schema.FormalIdentifier;
import org.waymark.schema.Identifier;
import org.waymark.schema.Line;
import org.waymark.schema.Listing;
import org.waymark.schema.PartialDate;
import org.waymark.schema.Period;
import org.waymark.schema.PeriodType;
import org.waymark.schema.Quantity;
import org.waymark.schema.QuantityType;
import org.waymark.schema.Vocabulary;
import org.waymark.schema.WholeNumber;

/** The order that a kind declares for its entries, by the values of one of its fields, on a given date. */
final class ListOrder {
    private final Directory directory;
    private final FieldPath by;
    private final boolean descending;
    private final Optional<FieldPath> lastDay;
    private final Map<Vocabulary.Option, Integer> positions = new HashMap<>();

    /** @param lastDay the field with the last day of an entry, if entries can be past */
    ListOrder(Directory directory, FieldPath by, Listing.Order order, Optional<FieldPath> lastDay) {
        this.directory = directory;
        this.by = by;
        this.descending = order.descending();
        this.lastDay = lastDay;
        by.vocabulary()
                .ifPresent(vocabulary ->
                        vocabulary.options().forEach(option -> positions.putIfAbsent(option, positions.size())));
    }

    /** Whether values of a type can be ordered. */
    static boolean isPossible(FieldType<?> type) {
        return isDate(type)
                || type instanceof WholeNumber
                || type instanceof DecimalNumber
                || (type instanceof QuantityType quantity && quantity.units().size() == 1)
                || type instanceof Line
                || type instanceof Identifier
                || type instanceof FormalIdentifier
                || type instanceof Choice<?>;
    }

    static boolean isDate(FieldType<?> type) {
        return type instanceof DateType<?> || type instanceof PeriodType;
    }

    /** The entries in this order. Equal ones keep their order. */
    List<Entry> sorted(List<Entry> entries) {
        var here = new ArrayList<Keyed<Key>>();
        var without = new ArrayList<Entry>();
        var past = new ArrayList<Keyed<LocalDate>>();
        for (Entry entry : entries) {
            Optional<LocalDate> ended = ended(entry);
            Optional<Key> key = ended.isPresent() ? Optional.empty() : key(entry);
            ended.ifPresent(day -> past.add(new Keyed<>(day, entry)));
            key.ifPresent(value -> here.add(new Keyed<>(value, entry)));
            if (ended.isEmpty() && key.isEmpty()) {
                without.add(entry);
            }
        }
        Comparator<Key> order = Key.ORDER;
        here.sort(Comparator.comparing(Keyed::key, descending ? order.reversed() : order));
        past.sort(Comparator.comparing(Keyed::key, Collections.reverseOrder()));
        var all = new ArrayList<Entry>(entries.size());
        here.forEach(keyed -> all.add(keyed.entry()));
        all.addAll(without);
        past.forEach(keyed -> all.add(keyed.entry()));
        return all;
    }

    /** Whether an entry is past. */
    boolean isPast(Entry entry) {
        return ended(entry).isPresent();
    }

    private record Keyed<T>(T key, Entry entry) {}

    /** Days and numbers by value, words by their letters and numbers. */
    private record Key(BigDecimal size, String words) {
        static final Comparator<Key> ORDER =
                Comparator.comparing(Key::size).thenComparing(Key::words, DisplayOrder::compareWithNumbers);
    }

    private Optional<Key> key(Entry entry) {
        return first(entry, by).map(value -> {
            if (value instanceof LocalDate day) {
                return key(day.toEpochDay());
            } else if (value instanceof PartialDate day) {
                return key(day.firstDay().toEpochDay());
            } else if (value instanceof Period period) {
                PartialDate day = period.from().or(period::to).orElseThrow();
                return key(day.firstDay().toEpochDay());
            } else if (value instanceof Integer number) {
                return key(number);
            } else if (value instanceof BigDecimal number) {
                return new Key(number, "");
            } else if (value instanceof Quantity quantity) {
                return new Key(quantity.number(), "");
            } else if (value instanceof Vocabulary.Option option) {
                return key(positions.getOrDefault(option, positions.size()));
            }
            return new Key(BigDecimal.ZERO, directory.order().alphabet().key(value.toString()));
        });
    }

    private static Key key(long size) {
        return new Key(BigDecimal.valueOf(size), "");
    }

    /** The last day of an entry, if it is before today. Without one, the value that it is ordered by is its last day. */
    private Optional<LocalDate> ended(Entry entry) {
        return lastDay.flatMap(path -> first(entry, path).or(() -> first(entry, by)))
                .flatMap(ListOrder::lastDay)
                .filter(directory.asOf()::isAfter);
    }

    private static Optional<LocalDate> lastDay(Object value) {
        if (value instanceof PartialDate day) {
            return Optional.of(day.lastDay());
        }
        if (value instanceof Period period) {
            return period.to().map(PartialDate::lastDay);
        }
        return value instanceof LocalDate day ? Optional.of(day) : Optional.empty();
    }

    private Optional<Object> first(Entry entry, FieldPath path) {
        var values = new ArrayList<Object>();
        path.forEach(entry, directory, values::add);
        return values.stream().findFirst();
    }
}
