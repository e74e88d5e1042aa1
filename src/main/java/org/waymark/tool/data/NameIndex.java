package org.waymark.tool.data;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.waymark.directory.Directory;
import org.waymark.directory.Entry;
import org.waymark.schema.Id;
import org.waymark.schema.Kind;
import org.waymark.schema.Reference;

/** Finds entries by what people call them: their id, or their name. */
final class NameIndex {
    private final Directory directory;
    private final Map<String, Map<String, List<Id>>> ids = new HashMap<>();

    NameIndex(Directory directory) {
        this.directory = directory;
    }

    /** Makes a new entry known. */
    void add(Kind kind, Id id, String name) {
        Map<String, List<Id>> ofKind = ofKind(kind.name());
        put(ofKind, id.value(), id);
        put(ofKind, unified(name), id);
    }

    /** All entries of a kind with that name; an id takes precedence over a name. */
    List<Id> find(String kind, String typed) {
        Map<String, List<Id>> ofKind = ofKind(kind);
        String name = typed.strip();
        List<Id> byId = ofKind.getOrDefault(name, List.of());
        return Id.isValid(name) && byId.contains(new Id(name))
                ? List.of(new Id(name))
                : ofKind.getOrDefault(unified(typed), List.of());
    }

    /** The entries with that name, as a reference names them. */
    List<String> find(Reference reference, String typed) {
        int slash = typed.indexOf('/');
        if (reference.isQualified()
                && slash > 0
                && reference.kinds().contains(typed.substring(0, slash).strip())) {
            String kind = typed.substring(0, slash).strip();
            return find(kind, typed.substring(slash + 1)).stream()
                    .map(id -> reference.typed(kind, id))
                    .toList();
        }
        return reference.kinds().stream()
                .flatMap(kind -> find(kind, typed).stream().map(id -> reference.typed(kind, id)))
                .toList();
    }

    /** What a reference could name, for suggestions. */
    List<String> known(Reference reference) {
        return reference.kinds().stream()
                .flatMap(kind -> ofKind(kind).keySet().stream())
                .toList();
    }

    /** What one entry of a kind is called. */
    String noun(String kind) {
        return directory.kinds().named(kind).map(each -> each.noun().one()).orElse(kind);
    }

    private Map<String, List<Id>> ofKind(String kind) {
        return ids.computeIfAbsent(kind, name -> {
            Map<String, List<Id>> found = new HashMap<>();
            Optional<Kind> named = directory.kinds().named(name);
            named.stream().flatMap(directory::entries).filter(Entry::isNamed).forEach(entry -> {
                put(found, entry.id().value(), entry.id());
                put(found, unified(entry.label()), entry.id());
            });
            return found;
        });
    }

    private static void put(Map<String, List<Id>> found, String name, Id id) {
        List<Id> all = found.computeIfAbsent(name, each -> new ArrayList<>());
        if (!all.contains(id)) {
            all.add(id);
        }
    }

    private static String unified(String name) {
        return name.replaceAll("[\\s\u00A0\u202F]+", " ")
                .replace('\u2019', '\'')
                .strip()
                .toLowerCase(Locale.ROOT);
    }
}
