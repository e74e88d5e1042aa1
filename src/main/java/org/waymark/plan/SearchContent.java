package org.waymark.plan;

import java.util.List;

/**
 * Everything that readers can search for.
 *
 * @param groups by kind, each under its label
 * @param synonyms lists of phrases that mean the same
 */
public record SearchContent(List<SearchGroup> groups, List<List<String>> synonyms) {
    public SearchContent {
        groups = List.copyOf(groups);
        synonyms = synonyms.stream().map(List::copyOf).toList();
    }

    /**
     * Documents of one kind.
     *
     * @param label its plural, for people
     * @param weight how much more than 100 a reader is likely to want one of these
     */
    public record SearchGroup(String label, int weight, List<SearchDocument> documents) {
        public SearchGroup {
            documents = List.copyOf(documents);
        }
    }
}
