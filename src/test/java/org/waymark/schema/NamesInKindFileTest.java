package org.waymark.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.waymark.content.ContentReader;
import org.waymark.source.SourceFile;
import org.waymark.source.Value.Mapping;

class NamesInKindFileTest {
    /** What neither names a part of the shape nor is a sentence or label. */
    private static final Set<String> OTHERS = Set.of(
            "name.one",
            "name.many",
            "name.a",
            "folder",
            "file",
            "address",
            "former-folders",
            "listing.facets.former-words",
            "listing.matrix.address",
            "review.by",
            "statements.id");

    private static final Set<String> OTHER_PARAMETERS = Set.of("example");

    private final Set<String> texts = new TreeSet<>();

    /** A text in a kind file either names something, or is a sentence or label that is listed here. */
    @Test
    void knowsWhichTextsAreSentences() {
        new KindFile(Map.of(), Optional.empty()).parts().forEach(part -> collect(part.name(), part.type()));
        Set<String> others = new TreeSet<>(NamesInKindFile.TEXTS);
        others.addAll(OTHERS);
        assertEquals(others, texts);
    }

    @Test
    void knowsWhichParametersAreSentences() {
        new FieldTypes(Map.of(), Optional.empty())
                .parametersByType()
                .values()
                .forEach(parameters -> parameters.forEach(parameter -> collect(parameter.name(), parameter.type())));
        texts.removeAll(NamesInKindFile.TEXT_PARAMETERS);
        texts.removeAll(OTHER_PARAMETERS);
        assertEquals(Set.of(), texts);
    }

    @Test
    void findsWhatAFileNames() {
        String file = """
                fields:
                  venue: {type: reference, to: [hall, park], help: where}
                  level: {type: list, of: {type: choice, from: levels}, help: for whom, after: venue}
                roles: {label: title}
                listing: {as: finder, facets: [{word: area, path: venue.area, label: Area, any: Any}], feeds: [area]}
                search: {words: [level]}
                schema-org: {type: Course, properties: {location: [venue]}}
                expected-in: year.courses
                """;
        Mapping mapping = (Mapping) ContentReader.readYaml(SourceFile.of("content/shape/kinds/k.yaml", file))
                .value()
                .orElseThrow();
        assertEquals(
                List.of(
                        "to KIND hall",
                        "to KIND park",
                        "from VOCABULARY levels",
                        "after SIBLING venue",
                        "roles FIELD title",
                        "listing.facets.word NEW_FACET area",
                        "listing.facets.path PATH venue.area",
                        "listing.feeds FACET area",
                        "search.words PATH level",
                        "schema-org.properties PATH venue",
                        "expected-in FIELD_OF_KIND year.courses"),
                NamesInKindFile.in(mapping).stream()
                        .map(place -> place.path() + " " + place.named() + " "
                                + place.written().text())
                        .toList());
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
        } else if (type instanceof Line || type instanceof Identifier) {
            texts.add(path);
        }
    }
}
