package org.waymark.tool.changes;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.waymark.content.ContentReader;
import org.waymark.directory.Document;
import org.waymark.schema.Id;
import org.waymark.schema.Kind;
import org.waymark.source.Value.Mapping;
import org.waymark.source.Value.Scalar;

/** The fields of entries as typed, by name. A file with several entries is read once. */
final class FieldValues {
    private final Map<String, Map<Id, Map<String, FieldValue>>> lists = new HashMap<>();

    Map<String, FieldValue> of(Document document) {
        if (document.kind().place() instanceof Kind.YamlList list) {
            return lists.computeIfAbsent(document.path(), path -> read(document, list))
                    .getOrDefault(document.id(), Map.of());
        }
        List<Mapping> typed = ContentReader.typedFields(document.file());
        return typed.isEmpty() ? Map.of() : FieldValue.members(typed.get(0));
    }

    private static Map<Id, Map<String, FieldValue>> read(Document document, Kind.YamlList list) {
        var byId = new LinkedHashMap<Id, Map<String, FieldValue>>();
        for (Mapping mapping : ContentReader.typedFields(document.file())) {
            mapping.member(list.nameField())
                    .flatMap(member -> member.value())
                    .filter(Scalar.class::isInstance)
                    .map(value -> Id.from(((Scalar) value).text()))
                    .ifPresent(id -> byId.putIfAbsent(id, FieldValue.members(mapping)));
        }
        return byId;
    }
}
