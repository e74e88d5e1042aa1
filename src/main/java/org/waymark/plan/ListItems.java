package org.waymark.plan;

import java.util.List;
import java.util.Optional;

/** Lines of lists that are not lists of entries alone. */
public final class ListItems {
    private ListItems() {}

    /** When an entry was reviewed. */
    public record Review(Optional<DateText> reviewed, Optional<DateText> due, boolean overdue) {}

    /** A term of the glossary. {@code usedOn} are the first pages that use it, {@code usedOnMore} counts the others. */
    public record TermItem(
            String id,
            String term,
            Optional<String> expansion,
            String definition,
            List<String> also,
            Optional<String> changed,
            List<Frame.Web> sources,
            List<PageLink> usedOn,
            Optional<Integer> usedOnMore) {
        public TermItem {
            also = List.copyOf(also);
            sources = List.copyOf(sources);
            usedOn = List.copyOf(usedOn);
        }
    }

    /** An event in the life of an entry. {@code event} describes it. */
    public record NewsItem(PageLink link, String event, String summary, DateText date) {}

    /** The news of a month. */
    public record NewsMonth(DateText month, List<NewsItem> items) {
        public NewsMonth {
            items = List.copyOf(items);
        }
    }

    /**
     * A line of the A to Z: the name of an entry, or another name and the entries that have it.
     *
     * @param see whether this is a cross-reference to the names under which the entries are listed
     */
    public record IndexItem(String name, List<IndexTarget> targets, boolean see) {
        public IndexItem {
            targets = List.copyOf(targets);
        }
    }

    /**
     * An entry in the A to Z.
     *
     * @param kind what it is, in words
     */
    public record IndexTarget(PageLink link, String kind) {}

    /** All lines under one letter. */
    public record IndexLetter(String name, String id, List<IndexItem> items) {
        public IndexLetter {
            items = List.copyOf(items);
        }
    }
}
