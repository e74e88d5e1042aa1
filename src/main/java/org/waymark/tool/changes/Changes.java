package org.waymark.tool.changes;

import java.util.List;
import org.waymark.diagnostic.Diagnostic;

/**
 * What is different between two states of a directory.
 *
 * @param entries by kind, then by id
 * @param unread files with many entries that cannot be read in one of the states, so that nothing is said of those
 * @param pictures by path
 * @param appeared findings that the older state did not have, in the order of reports
 * @param gone findings that the newer state no longer has, likewise
 * @param touched how many other pages name an entry whose name, address or publication changed
 */
public record Changes(
        List<EntryChange> entries,
        List<String> unread,
        List<PictureChange> pictures,
        List<Diagnostic> appeared,
        List<Diagnostic> gone,
        int touched) {
    public Changes {
        entries = List.copyOf(entries);
        unread = List.copyOf(unread);
        pictures = List.copyOf(pictures);
        appeared = List.copyOf(appeared);
        gone = List.copyOf(gone);
    }

    /** Whether nothing is different at all. Of what cannot be read, nobody knows. */
    public boolean isEmpty() {
        return entries.isEmpty() && unread.isEmpty() && pictures.isEmpty() && appeared.isEmpty() && gone.isEmpty();
    }
}
