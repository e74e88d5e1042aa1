package org.waymark.schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.waymark.schema.Kind.YamlList;

/** The JSON Schema (draft 2020-12) of a kind's fields, for editors' tools. */
public final class JsonSchema {
    private JsonSchema() {}

    /** The schema of one file of the kind: its front matter, or the whole of a YAML file. */
    public static Map<String, Object> of(Kind kind) {
        var schema = new LinkedHashMap<String, Object>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", kind.name());
        if (kind.place() instanceof YamlList) {
            schema.put("type", "array");
            schema.put("items", ofFields(kind.fields()));
        } else {
            schema.putAll(ofFields(kind.fields()));
        }
        return schema;
    }

    /** The schema of a file that has one of two forms. The second is that of a file with a certain field. */
    public static Map<String, Object> of(Kind kind, String field, Kind withField) {
        var schema = new LinkedHashMap<String, Object>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", kind.name());
        schema.put("type", "object");
        schema.put("if", Map.of("required", List.of(field)));
        schema.put("then", ofFields(withField.fields()));
        schema.put("else", ofFields(kind.fields()));
        return schema;
    }

    static Map<String, Object> ofFields(List<Field<?>> fields) {
        var properties = new LinkedHashMap<String, Object>();
        for (Field<?> field : fields) {
            var property = new LinkedHashMap<String, Object>();
            property.put("description", field.doc());
            property.putAll(new TreeMap<>(field.type().schema()));
            properties.put(field.name(), property);
        }
        var schema = new LinkedHashMap<String, Object>();
        schema.put("type", "object");
        schema.put("properties", properties);
        schema.put(
                "required",
                fields.stream().filter(Field::isRequired).map(Field::name).toList());
        schema.put("additionalProperties", false);
        return schema;
    }
}
