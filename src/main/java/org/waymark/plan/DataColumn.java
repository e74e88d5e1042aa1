package org.waymark.plan;

import java.util.List;
import java.util.Optional;

/**
 * A column of a table of entries.
 *
 * @param path the names that lead to its value in an entry: {@code [region, id]}
 * @param title for readers
 * @param about its content, in a phrase, if declared
 * @param choices the only possible values, if there are few
 * @param target the name of the kind whose entries it names by id, if it is one
 */
public record DataColumn(
        List<String> path,
        String title,
        Optional<String> about,
        DataType type,
        Cardinality number,
        boolean isRequired,
        List<String> choices,
        Optional<String> target) {
    /** How many values a cell has. */
    public enum Cardinality {
        ONE,
        ANY,
        /** A list of lists. */
        NESTED
    }

    public DataColumn {
        path = List.copyOf(path);
        choices = List.copyOf(choices);
    }

    /** Its header: {@code region.id}. No name of a field contains a full stop. */
    public String name() {
        return String.join(".", path);
    }
}
