package org.waymark.directory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.waymark.schema.CommonFields;

/**
 * What is due by a date: reviews, and entries that are about to be published or withdrawn.
 *
 * @param today the start date
 * @param until the last date covered
 * @param items by date
 * @param drafts entries with no publication date yet
 * @param undated the entries without a date for their next review, though their kind has that field
 */
public record Agenda(LocalDate today, LocalDate until, List<Item> items, List<Entry> drafts, List<Entry> undated) {
    /** An event on, or due by, a date. */
    public enum Event {
        REVIEW,
        PUBLICATION,
        EXPIRY
    }

    /** An entry, an event and its date. */
    public record Item(Event event, LocalDate day, Entry entry) {
        /** Whether it was due before {@code today}. */
        public boolean isOverdue(LocalDate today) {
            return event == Event.REVIEW && day.isBefore(today);
        }
    }

    public Agenda {
        items = List.copyOf(items);
        drafts = List.copyOf(drafts);
        undated = List.copyOf(undated);
    }

    /**
     * Looks ahead from the build date.
     *
     * @param owner includes only entries with this owner, case-insensitive
     */
    public static Agenda of(Directory directory, LocalDate until, Optional<String> owner) {
        LocalDate today = directory.asOf();
        var items = new ArrayList<Item>();
        var drafts = new ArrayList<Entry>();
        var undated = new ArrayList<Entry>();
        for (Entry entry : directory.entries()) {
            if (!entry.kind().has(CommonFields.REVIEW_BY) || !isOf(owner, entry)) {
                continue;
            }
            Visibility visibility = entry.visibility();
            Optional<LocalDate> due = entry.reviewed().by();
            if (visibility.draft()) {
                drafts.add(entry);
            } else if (!visibility.hasEnded(today)) {
                if (due.isEmpty()) {
                    undated.add(entry);
                }
                due.ifPresent(day -> items.add(new Item(Event.REVIEW, day, entry)));
                visibility
                        .from()
                        .filter(today::isBefore)
                        .ifPresent(day -> items.add(new Item(Event.PUBLICATION, day, entry)));
                visibility.until().ifPresent(day -> items.add(new Item(Event.EXPIRY, day, entry)));
            }
        }
        items.removeIf(item -> item.day().isAfter(until));
        items.sort(
                Comparator.comparing(Item::day)); // stable, so entries with the same date keep the order of their files
        return new Agenda(today, until, items, drafts, undated);
    }

    private static boolean isOf(Optional<String> owner, Entry entry) {
        return owner.isEmpty()
                || entry.owner().filter(owner.get()::equalsIgnoreCase).isPresent();
    }

    /** The items for one event, by date. */
    public List<Item> items(Event event) {
        return items.stream().filter(item -> item.event() == event).toList();
    }
}
