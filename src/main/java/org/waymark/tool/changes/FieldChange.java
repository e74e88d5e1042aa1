package org.waymark.tool.changes;

import java.util.List;
import java.util.Optional;

/**
 * A changed field.
 *
 * @param name as in the file
 * @param label as readers see it; for settings, which they do not see, the name
 * @param isList whether it has several values, of which some were added or removed
 * @param details the differences; empty if only the order of a list changed
 */
public record FieldChange(String name, String label, boolean isList, List<Detail> details) {
    /**
     * A difference in a field.
     *
     * @param item which of several values it is about; empty if there is only one
     * @param before the old text on one line, with the names of entries instead of their ids
     * @param after likewise
     */
    public record Detail(String item, Optional<String> before, Optional<String> after) {}

    public FieldChange {
        details = List.copyOf(details);
    }
}
