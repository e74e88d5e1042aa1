package org.waymark.plan;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.waymark.directory.DataHistory;
import org.waymark.directory.Directory;
import org.waymark.directory.Entry;
import org.waymark.directory.GoneEntry;

/**
 * What whoever has an old edition of the data needs to know besides the data.
 *
 * @param history as recorded, without this edition
 * @param asOf the day of this edition
 * @param successors the names of published entries that took the place of others, by the names of these: {@code service/night-care}
 */
public record DataChanges(DataHistory history, LocalDate asOf, Map<String, String> successors) {
    public DataChanges {
        successors = Map.copyOf(successors);
    }

    static DataChanges none(LocalDate asOf) {
        return new DataChanges(DataHistory.NONE, asOf, Map.of());
    }

    static DataChanges of(Directory directory) {
        var successors = new HashMap<String, String>();
        if (!directory.history().isEmpty()) {
            directory
                    .redirects()
                    .forEach((entry, former) ->
                            former.forEach(id -> successors.put(entry.kind().name() + "/" + id, name(entry))));
            directory.notices().forEach(notice -> addInstead(directory, notice, successors));
        }
        return new DataChanges(directory.history(), directory.asOf(), successors);
    }

    private static void addInstead(Directory directory, GoneEntry notice, Map<String, String> successors) {
        notice.instead().flatMap(directory::find).ifPresent(entry -> {
            String kind = notice.was().kind().name();
            successors.put(notice.was().toString(), name(entry));
            notice.formerIds().forEach(id -> successors.put(kind + "/" + id, name(entry)));
        });
    }

    private static String name(Entry entry) {
        return entry.kind().name() + "/" + entry.id();
    }
}
