package org.waymark.tool.changes;

import java.util.List;
import java.util.Optional;

/**
 * A field that has another value.
 *
 * @param isList whether it has many values, of which some came or went
 * @param details what is different in it; empty where only the order of a list is
 */
public record FieldChange(String name, boolean isList, List<Detail> details) {
    /**
     * A difference in a field.
     *
     * @param item which of several values it is about; empty where there is but one
     * @param before as it was typed, on one line; names of entries for their ids
     * @param after likewise
     */
    public record Detail(String item, Optional<String> before, Optional<String> after) {}

    public FieldChange {
        details = List.copyOf(details);
    }
}
