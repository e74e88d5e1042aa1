package org.waymark.schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a directory consists of: the kinds of its entries, and the vocabularies of their choices.
 *
 * @param kinds in alphabetical order
 * @param vocabularies by name
 * @param synonyms lists of phrases with the same meaning, for search
 */
public record Shape(String name, List<Kind> kinds, Map<String, Vocabulary> vocabularies, List<List<String>> synonyms) {
    public Shape {
        kinds = List.copyOf(kinds);
        vocabularies = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(vocabularies));
        synonyms = synonyms.stream().map(List::copyOf).toList();
    }

    /** The kind with a name such as {@code case-study} or {@code case-studies}. */
    public Optional<Kind> kind(String nameOrPlural) {
        return kinds.stream()
                .filter(kind ->
                        kind.name().equals(nameOrPlural) || kind.plural().equals(nameOrPlural))
                .findFirst();
    }

    /** This shape, with what only another one has. */
    public Shape over(Shape other) {
        Map<String, Kind> all = new TreeMap<>();
        other.kinds().forEach(kind -> all.put(kind.name(), kind));
        kinds.forEach(kind -> all.put(kind.name(), kind));
        Map<String, Vocabulary> lists = new TreeMap<>(other.vocabularies());
        lists.putAll(vocabularies);
        return new Shape(name, List.copyOf(all.values()), lists, synonyms);
    }

    /** The templates that a project may have for the entries of a kind, the first of which counts. */
    public List<String> templates(Kind kind) {
        String name = "page/" + kind.name() + ".ftlh";
        return List.of("templates/" + name, "templates/shape/" + this.name + "/" + name);
    }
}
