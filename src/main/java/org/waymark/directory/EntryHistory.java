package org.waymark.directory;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What became of the data of an entry. An edition is named by its day.
 *
 * @param name the kind and the id, as they were then: {@code service/extended-access}
 * @param came the edition in which the entry was first published
 * @param changed the edition in which its data last changed, or in which it went
 * @param digest of its data; absent if it is no longer published
 */
public record EntryHistory(String name, LocalDate came, LocalDate changed, Optional<String> digest) {
    /** Of two lines about one entry, which a merge of branches left. */
    EntryHistory with(EntryHistory twin) {
        EntryHistory later = changed.isBefore(twin.changed) ? twin : this;
        return new EntryHistory(name, came.isBefore(twin.came) ? came : twin.came, later.changed, later.digest);
    }
}
