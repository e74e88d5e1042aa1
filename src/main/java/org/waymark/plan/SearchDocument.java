package org.waymark.plan;

import java.util.List;

/**
 * What can be found at one address, in fields of falling weight.
 *
 * @param path relative to the site's root
 * @param otherNames names that lead here like its own
 * @param summary shown below the name
 * @param details a few facts, shown below the summary
 * @param text searched, but not shown
 */
public record SearchDocument(
        String path,
        String name,
        List<String> otherNames,
        String summary,
        String details,
        List<String> headings,
        String text) {
    public SearchDocument {
        otherNames = List.copyOf(otherNames);
        headings = List.copyOf(headings);
    }
}
