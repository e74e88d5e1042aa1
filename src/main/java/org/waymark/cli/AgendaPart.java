package org.waymark.cli;

import java.util.List;
import java.util.stream.Stream;
import org.waymark.directory.Agenda;
import org.waymark.directory.Agenda.Event;
import org.waymark.directory.Agenda.Item;

/** A section of an agenda, in any report format. */
record AgendaPart(String heading, List<Item> items) {
    /** The sections that are not empty, overdue items first. */
    static List<AgendaPart> of(Agenda agenda) {
        List<Item> reviews = agenda.items(Event.REVIEW);
        return Stream.of(
                        new AgendaPart(
                                "Overdue reviews",
                                reviews.stream()
                                        .filter(item -> item.isOverdue(agenda.today()))
                                        .toList()),
                        new AgendaPart(
                                "Reviews due by " + agenda.until(),
                                reviews.stream()
                                        .filter(item -> !item.isOverdue(agenda.today()))
                                        .toList()),
                        new AgendaPart("Published by " + agenda.until(), agenda.items(Event.PUBLICATION)),
                        new AgendaPart("Expiring by " + agenda.until(), agenda.items(Event.EXPIRY)))
                .filter(part -> !part.items().isEmpty())
                .toList();
    }
}
