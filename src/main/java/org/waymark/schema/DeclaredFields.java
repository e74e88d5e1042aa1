package org.waymark.schema;

import java.util.List;
import java.util.Map;
import org.waymark.source.Span;

/**
 * The fields that a kind file declares.
 *
 * @param fields in order
 * @param places the span of each name
 */
record DeclaredFields(List<Field<?>> fields, Map<String, Span> places) {
    DeclaredFields {
        fields = List.copyOf(fields);
        places = Map.copyOf(places);
    }
}
