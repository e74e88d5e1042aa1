package org.waymark.plan;

import java.util.List;

/**
 * Everything that readers can search.
 *
 * @param groups the documents by kind
 * @param synonyms lists of phrases with the same meaning
 */
public record SearchContent(List<SearchGroup> groups, List<List<String>> synonyms) {
    public SearchContent {
        groups = List.copyOf(groups);
        synonyms = synonyms.stream().map(List::copyOf).toList();
    }

    /**
     * Documents of one kind.
     *
     * @param label the kind, for people
     * @param weight how likely readers are to look for one of these; 100 is neutral
     * @param explains whether these are explanations of words
     */
    public record SearchGroup(String label, int weight, boolean explains, List<SearchDocument> documents) {
        public SearchGroup {
            documents = List.copyOf(documents);
        }
    }
}
