package org.waymark.tool.changes;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.waymark.content.ContentReader;
import org.waymark.directory.Entry;
import org.waymark.schema.Id;
import org.waymark.schema.Kind;
import org.waymark.source.Value.Mapping;
import org.waymark.source.Value.Scalar;

/** The fields of entries as typed, by name. A file with several entries is read once. */
final class FieldValues {
    private final Map<String, Map<Id, Map<String, FieldValue>>> lists = new HashMap<>();

    Map<String, FieldValue> of(Entry entry) {
        if (entry.kind().place() instanceof Kind.YamlList list) {
            return lists.computeIfAbsent(entry.path(), path -> read(entry, list))
                    .getOrDefault(entry.id(), Map.of());
        }
        List<Mapping> typed = ContentReader.typedFields(entry.file());
        return typed.isEmpty() ? Map.of() : FieldValue.members(typed.get(0));
    }

    private static Map<Id, Map<String, FieldValue>> read(Entry entry, Kind.YamlList list) {
        var byId = new LinkedHashMap<Id, Map<String, FieldValue>>();
        for (Mapping mapping : ContentReader.typedFields(entry.file())) {
            mapping.member(list.nameField())
                    .flatMap(member -> member.value())
                    .filter(Scalar.class::isInstance)
                    .map(value -> Id.from(((Scalar) value).text()))
                    .ifPresent(id -> byId.putIfAbsent(id, FieldValue.members(mapping)));
        }
        return byId;
    }
}
