package org.waymark.directory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What editors have to think of by a day: reviews, and entries that readers begin or cease to see.
 *
 * @param today the day from which it looks ahead
 * @param until the last day of which it tells
 * @param items by day
 * @param drafts entries that readers see on no day yet
 * @param undated how many entries have no day for their next review, though their kind has such a field
 */
public record Agenda(LocalDate today, LocalDate until, List<Item> items, List<Document> drafts, int undated) {
    /** What happens on a day, or must have happened by then. */
    public enum Event {
        REVIEW,
        PUBLICATION,
        EXPIRY
    }

    /** An entry and its day. */
    public record Item(Event event, LocalDate day, Document document) {
        /** Whether it should have happened before a day. */
        public boolean isOverdue(LocalDate today) {
            return event == Event.REVIEW && day.isBefore(today);
        }
    }

    public Agenda {
        items = List.copyOf(items);
        drafts = List.copyOf(drafts);
    }

    /**
     * Looks ahead from the day for which a site is made.
     *
     * @param owner only the entries that someone looks after, in letters of any case
     */
    public static Agenda of(Directory directory, LocalDate until, Optional<String> owner) {
        LocalDate today = directory.asOf();
        var items = new ArrayList<Item>();
        var drafts = new ArrayList<Document>();
        int undated = 0;
        for (Document document : directory.documents()) {
            if (!document.kind().fields().contains(Reviewed.REVIEW_BY) || !isOf(owner, document)) {
                continue;
            }
            Visibility visibility = document.visibility();
            Optional<LocalDate> due = document.fields().find(Reviewed.REVIEW_BY).flatMap(day -> day);
            if (visibility.draft()) {
                drafts.add(document);
            } else if (!visibility.isOver(today)) {
                undated += due.isEmpty() ? 1 : 0;
                due.ifPresent(day -> items.add(new Item(Event.REVIEW, day, document)));
                visibility
                        .from()
                        .filter(today::isBefore)
                        .ifPresent(day -> items.add(new Item(Event.PUBLICATION, day, document)));
                visibility.until().ifPresent(day -> items.add(new Item(Event.EXPIRY, day, document)));
            }
        }
        items.removeIf(item -> item.day().isAfter(until));
        items.sort(Comparator.comparing(Item::day)); // stable, so entries of one day stay in the order of their files
        return new Agenda(today, until, items, drafts, undated);
    }

    private static boolean isOf(Optional<String> owner, Document document) {
        return owner.isEmpty()
                || document.owner().filter(owner.get()::equalsIgnoreCase).isPresent();
    }

    /** Those of one event, by day. */
    public List<Item> items(Event event) {
        return items.stream().filter(item -> item.event() == event).toList();
    }
}
