package org.waymark.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.waymark.directory.Directory;
import org.waymark.directory.Entry;
import org.waymark.directory.FieldPath;
import org.waymark.schema.Field;
import org.waymark.schema.GeoPosition;
import org.waymark.schema.Group;
import org.waymark.schema.PostalAddress;
import org.waymark.schema.Ref;

/**
 * The names by which readers may look for a position: those of the entries that have one, and of their towns and postcodes. Several
 * positions with the same name have the middle of them.
 */
final class NamedPositions {
    private static final int DECIMALS = 4;

    private final FieldPath path;
    private final Directory directory;
    private final Map<String, List<GeoPosition>> byName = new TreeMap<>();

    private NamedPositions(FieldPath path, Directory directory) {
        this.path = path;
        this.directory = directory;
    }

    /** Each name with its latitude and longitude, by name. */
    static List<List<Object>> of(FieldPath path, List<Entry> entries, Directory directory) {
        if (!path.isForReaders()) {
            return List.of();
        }
        var named = new NamedPositions(path, directory);
        entries.stream().flatMap(named::holders).distinct().forEach(named::add);
        return named.byName.entrySet().stream()
                .map(each -> List.<Object>of(
                        each.getKey(),
                        middle(each.getValue().stream()
                                .map(GeoPosition::latitude)
                                .toList()),
                        middle(each.getValue().stream()
                                .map(GeoPosition::longitude)
                                .toList())))
                .toList();
    }

    /** The entries that have the positions: the entry itself, or those that it names. */
    private Stream<Entry> holders(Entry entry) {
        List<Field<?>> before = path.fields().subList(0, path.fields().size() - 1);
        return before.isEmpty() || before.get(before.size() - 1).itemType() instanceof Group
                ? Stream.of(entry)
                : new FieldPath(path.from(), before)
                        .values(entry, directory).stream()
                                .filter(Ref.class::isInstance)
                                .flatMap(ref -> directory.find((Ref) ref).stream());
    }

    private void add(Entry holder) {
        holder.get(path.last(), GeoPosition.class)
                .ifPresent(position -> names(holder)
                        .distinct()
                        .forEach(name -> byName.computeIfAbsent(name, key -> new ArrayList<>())
                                .add(position)));
    }

    private static Stream<String> names(Entry holder) {
        Stream<String> ofAddresses = holder.kind().fields().stream()
                .filter(field -> field.display().isForReaders())
                .flatMap(field -> holder.get(field, PostalAddress.class).stream())
                .flatMap(NamedPositions::names);
        return Stream.concat(Stream.of(holder.label()), ofAddresses);
    }

    /** The parts of an address, and the first half of its postcode. */
    private static Stream<String> names(PostalAddress address) {
        return Stream.of(
                        address.locality().stream(),
                        Stream.of(address.town()),
                        address.postcode().stream(),
                        address.postcode().stream()
                                .filter(code -> code.indexOf(' ') > 0)
                                .map(code -> code.substring(0, code.indexOf(' '))))
                .flatMap(names -> names);
    }

    private static BigDecimal middle(List<BigDecimal> numbers) {
        return numbers.stream()
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(BigDecimal.valueOf(numbers.size()), DECIMALS, RoundingMode.HALF_EVEN);
    }
}
