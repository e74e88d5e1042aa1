package org.waymark.schema;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a directory consists of: the kinds of its entries, and the vocabularies of their choices.
 *
 * @param kinds in alphabetical order
 * @param vocabularies by name
 * @param synonyms lists of phrases with the same meaning, for search
 * @param origins what kinds are called in the shape from which they come, if they or their fields have another name there
 * @param labels of the project by language, each with its key; they take precedence over those that come with Waymark
 * @param home what the home page shows
 */
public record Shape(
        String name,
        List<Kind> kinds,
        Map<String, Vocabulary> vocabularies,
        List<List<String>> synonyms,
        Map<String, NamesInShape> origins,
        Map<String, Map<String, Label>> labels,
        Home home) {
    /**
     * What a kind is called in the shape from which it comes.
     *
     * @param kind its name there
     * @param fields the names of its fields there, by the present ones where these differ
     */
    public record NamesInShape(String kind, Map<String, String> fields) {
        public NamesInShape {
            fields = Map.copyOf(fields);
        }
    }

    /** A shape in which everything has its first name, with an empty home page. */
    public Shape(String name, List<Kind> kinds, Map<String, Vocabulary> vocabularies, List<List<String>> synonyms) {
        this(name, kinds, vocabularies, synonyms, Map.of(), Map.of(), Home.EMPTY);
    }

    public Shape {
        origins = Map.copyOf(origins);
        kinds = List.copyOf(kinds);
        vocabularies = Collections.unmodifiableMap(new LinkedHashMap<>(vocabularies));
        synonyms = synonyms.stream().map(List::copyOf).toList();
        labels = Map.copyOf(labels);
    }

    /** The kind with a name such as {@code case-study} or {@code case-studies}. */
    public Optional<Kind> kind(String nameOrPlural) {
        return kinds.stream()
                .filter(kind ->
                        kind.name().equals(nameOrPlural) || kind.plural().equals(nameOrPlural))
                .findFirst();
    }

    /** This shape, with the parts that only another one has. */
    public Shape over(Shape other) {
        Map<String, Kind> all = new TreeMap<>();
        other.kinds().forEach(kind -> all.put(kind.name(), kind));
        kinds.forEach(kind -> all.put(kind.name(), kind));
        Map<String, Vocabulary> lists = new TreeMap<>(other.vocabularies());
        lists.putAll(vocabularies);
        return new Shape(name, List.copyOf(all.values()), lists, synonyms, origins, labels, home);
    }

    /** The labels of the project that apply in a language, in ascending order of precedence. */
    public Stream<Map<String, Label>> labelsIn(String language) {
        return LabelFile.languages(language).stream().flatMap(each -> Optional.ofNullable(labels.get(each)).stream());
    }

    /** The alphabet of a language. */
    public Alphabet alphabet(String language) {
        var found = new HashMap<String, Label>();
        labelsIn(language).forEach(found::putAll);
        return Alphabet.of(language, found);
    }

    /** The templates that a project may have for the entries of a kind, the first of which takes precedence. */
    public List<String> templates(Kind kind) {
        return List.of(
                "templates/page/" + kind.name() + ".ftlh",
                "templates/shape/" + name + "/page/" + nameInShape(kind) + ".ftlh");
    }

    private String nameInShape(Kind kind) {
        return Optional.ofNullable(origins.get(kind.name()))
                .map(NamesInShape::kind)
                .orElse(kind.name());
    }

    /** What a field is called in the shape from which its kind comes. */
    public String nameInShape(Kind kind, String field) {
        return Optional.ofNullable(origins.get(kind.name()))
                .map(names -> names.fields().get(field))
                .orElse(field);
    }
}
