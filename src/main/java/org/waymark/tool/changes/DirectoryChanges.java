package org.waymark.tool.changes;

import java.util.List;
import org.waymark.diagnostic.Diagnostic;

/**
 * What is different between two states of a directory.
 *
 * @param entries by kind, then by id
 * @param unreadable files with many entries that cannot be read in one of the states, so that nothing is said of those
 * @param pictures by path
 * @param newFindings findings that the older state did not have, in the order of reports
 * @param fixedFindings findings that the newer state no longer has, likewise
 * @param affected how many other pages name an entry whose name, address or publication changed
 */
public record DirectoryChanges(
        List<EntryChange> entries,
        List<String> unreadable,
        List<PictureChange> pictures,
        List<Diagnostic> newFindings,
        List<Diagnostic> fixedFindings,
        int affected) {
    public DirectoryChanges {
        entries = List.copyOf(entries);
        unreadable = List.copyOf(unreadable);
        pictures = List.copyOf(pictures);
        newFindings = List.copyOf(newFindings);
        fixedFindings = List.copyOf(fixedFindings);
    }

    /** Whether nothing is different at all. Of what cannot be read, nobody knows. */
    public boolean isEmpty() {
        return entries.isEmpty()
                && unreadable.isEmpty()
                && pictures.isEmpty()
                && newFindings.isEmpty()
                && fixedFindings.isEmpty();
    }
}
