package org.waymark.cli;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.waymark.diagnostic.DidYouMean;
import org.waymark.directory.Directory;
import org.waymark.directory.DisplayOrder;
import org.waymark.directory.Entry;
import org.waymark.directory.FieldPath;
import org.waymark.directory.Kinds;
import org.waymark.schema.Citation;
import org.waymark.schema.Field;
import org.waymark.schema.Fields;
import org.waymark.schema.Figure;
import org.waymark.schema.Kind;
import org.waymark.schema.Picture;
import org.waymark.schema.Placed;
import org.waymark.schema.Quantity;
import org.waymark.schema.Ref;
import org.waymark.schema.Reference;
import org.waymark.schema.Vocabulary.Option;

/**
 * The values of one field of the entries of a kind, as editors write them: dates in ISO 8601, ids of other entries.
 *
 * @param name as typed, such as {@code venue.area}
 */
record EntryColumn(String name, FieldPath path) {
    /** A column for the named field; ends the command if there is none. */
    static EntryColumn of(String name, Kind kind, Directory directory, ProjectOptions options) {
        return FieldPath.of(directory.kinds(), kind, name)
                .map(path -> new EntryColumn(name, path))
                .orElseThrow(() -> options.usage(
                        kind.phrase() + " has no field `" + name + "`; " + help(name, kind, directory.kinds())));
    }

    /** The nearest field, or all of them if the path can continue. */
    private static String help(String name, Kind kind, Kinds kinds) {
        int dot = name.lastIndexOf('.');
        String before = dot < 0 ? "" : name.substring(0, dot + 1);
        List<Field<?>> fields = dot < 0
                ? kind.fields()
                : FieldPath.of(kinds, kind, name.substring(0, dot))
                        .map(path -> path.next(kinds))
                        .orElse(List.of());
        List<String> known = fields.stream().map(field -> before + field.name()).toList();
        return DidYouMean.question(name, known)
                .orElse(
                        known.isEmpty()
                                ? "only references and groups have fields of their own"
                                : "the fields are " + String.join(", ", known));
    }

    /** Each value of an entry. */
    List<String> values(Entry entry, Directory directory) {
        var values = new ArrayList<String>();
        for (Object value : path.values(entry, directory)) {
            values.add(typed(value));
        }
        return values;
    }

    /** A value of this field as written in an entry. */
    private String typed(Object value) {
        return value instanceof Ref ref && path.last().itemType() instanceof Reference reference
                ? reference.typed(ref.kind(), ref.id())
                : words(value);
    }

    private static String words(Object value) {
        if (value instanceof Ref ref) {
            return ref.id().value();
        } else if (value instanceof Option option) {
            return option.label();
        } else if (value instanceof Boolean answer) {
            return answer ? "yes" : "no";
        } else if (value instanceof Figure figure) {
            return figure.value() + " " + figure.label();
        } else if (value instanceof Citation citation) {
            return citation.title();
        } else if (value instanceof Picture picture) {
            return picture.file();
        } else if (value instanceof Placed<?> placed) {
            return words(placed.value());
        } else if (value instanceof Fields group) {
            return group.given()
                    .sorted(Comparator.comparing(Field::name))
                    .map(part -> part.name() + ": "
                            + group.value(part).map(EntryColumn::all).orElse(""))
                    .collect(Collectors.joining(", "));
        }
        return value.toString();
    }

    private static String all(Object value) {
        return value instanceof List<?> list
                ? list.stream().map(EntryColumn::all).collect(Collectors.joining(", "))
                : words(value);
    }

    /** Numbers and days in order, other values as readers sort them; entries without a value come last. */
    Comparator<Entry> order(Directory directory) {
        return Comparator.comparing(
                entry -> path.values(entry, directory).stream().findFirst(),
                (one, other) -> compare(one, other, directory.order()));
    }

    private static int compare(Optional<Object> one, Optional<Object> other, DisplayOrder order) {
        if (one.isEmpty() || other.isEmpty()) {
            return Boolean.compare(one.isEmpty(), other.isEmpty());
        }
        Optional<BigDecimal> number = number(one.get());
        Optional<BigDecimal> second = number(other.get());
        return number.isPresent() && second.isPresent()
                ? number.get().compareTo(second.get())
                : order.compare(words(one.get()), words(other.get()));
    }

    private static Optional<BigDecimal> number(Object value) {
        if (value instanceof Integer whole) {
            return Optional.of(BigDecimal.valueOf(whole));
        } else if (value instanceof Quantity quantity) {
            return Optional.of(quantity.number());
        }
        return value instanceof BigDecimal decimal ? Optional.of(decimal) : Optional.empty();
    }

    /** The values that a condition can be compared with: the values, and the names of the entries that are values. */
    Stream<String> names(Entry entry, Directory directory) {
        return path.values(entry, directory).stream().flatMap(value -> {
            if (value instanceof Ref ref) {
                return Stream.concat(Stream.of(typed(ref)), directory.find(ref).map(Entry::label).stream());
            }
            return value instanceof Option option ? option.trail().stream() : Stream.of(words(value));
        });
    }
}
