package org.waymark.plan;

import java.util.List;
import java.util.Optional;

/** Items of lists other than plain lists of entries. */
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

    /** An event that concerns an entry. {@code event} describes it. */
    public record NewsItem(PageLink link, String event, String summary, DateText date) {}

    /**
     * Events of one type on one day.
     *
     * @param title what happened to how many; missing if each is shown separately
     * @param kind what the entries are called: {@code Case studies}
     * @param items the entries, or the first of very many
     */
    public record NewsGroup(Optional<String> title, String kind, DateText date, List<NewsItem> items) {
        public NewsGroup {
            items = List.copyOf(items);
        }
    }

    /** The news of a month. */
    public record NewsMonth(DateText month, List<NewsGroup> groups) {
        public NewsMonth {
            groups = List.copyOf(groups);
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
