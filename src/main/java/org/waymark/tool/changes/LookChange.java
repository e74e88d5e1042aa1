package org.waymark.tool.changes;

import java.util.List;

/**
 * A changed file that decides how pages look and what they say besides the entries.
 *
 * @param part what it is, in words, such as {@code template}
 * @param path relative to the project; an own file that no longer replaces a built-in one has changed
 * @param details the differences, if it declares a part of the shape: each value by its place in the file
 */
public record LookChange(ChangeType type, String part, String path, List<FieldChange.Detail> details) {
    public LookChange {
        details = List.copyOf(details);
    }
}
