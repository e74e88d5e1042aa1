package org.waymark.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class NamesInKindFileTest {
    /** What neither names a part of the shape nor is a sentence or label. */
    private static final Set<String> OTHERS = Set.of(
            "name.one", "name.many", "name.a", "folder", "file", "address", "former-folders", "listing.matrix.address");

    private static final Set<String> OTHER_PARAMETERS = Set.of("example");

    private final Map<String, String> names = new TreeMap<>();
    private final Set<String> texts = new TreeSet<>();

    @Test
    void knowsWhatEachTextNames() {
        new KindFile(Map.of(), Optional.empty()).parts().forEach(part -> collect(part.name(), part.type()));
        Map<String, String> known = new TreeMap<>();
        NamesInKindFile.PARTS.forEach((path, named) -> known.put(path, named.name()));
        assertEquals(known, names);
        Set<String> others = new TreeSet<>(NamesInKindFile.TEXTS);
        others.addAll(OTHERS);
        assertEquals(others, texts);
    }

    @Test
    void knowsWhatEachParameterNames() {
        new FieldTypes(Map.of(), Optional.empty())
                .parametersByType()
                .values()
                .forEach(parameters -> parameters.forEach(parameter -> collect(parameter.name(), parameter.type())));
        assertEquals(Map.of("to", "KIND"), names);
        texts.removeAll(NamesInKindFile.TEXT_PARAMETERS);
        texts.removeAll(OTHER_PARAMETERS);
        assertEquals(Set.of(), texts);
    }

    private void collect(String path, FieldType<?> type) {
        if (type instanceof Group<?> group) {
            group.fields().forEach(part -> collect(path + "." + part.name(), part.type()));
        } else if (type instanceof ListOf<?> list) {
            collect(path, list.item());
        } else if (type instanceof OneOrMany<?> some) {
            collect(path, some.item());
        } else if (type instanceof MapOf<?> map) {
            collect(path + ".*", map.value());
        } else if (type instanceof WithSpan<?> placed) {
            collect(path, placed.type());
        } else if (type instanceof PartName<?> named) {
            // The words of facets are part of addresses, and never change.
            if (named.part() != PartName.Part.FACET && named.part() != PartName.Part.NEW_FACET) {
                names.put(path, named.part().name());
            }
        } else if (type instanceof Line || type instanceof Identifier) {
            texts.add(path);
        }
    }
}
