package org.waymark.tool.changes;

import java.util.List;
import java.util.Optional;
import org.waymark.diagnostic.Diagnostic;

/**
 * The differences between two snapshots of a directory.
 *
 * @param entries by kind, then by id
 * @param unreadable files with several entries that cannot be read in one of the snapshots, so their entries are not
 *     compared
 * @param pictures the images and the files for download, by path
 * @param look what changed in templates, assets and the shape, by path
 * @param pages how many pages differ; empty if one of the snapshots cannot be published
 * @param newFindings findings that only the newer snapshot has, in report order
 * @param fixedFindings findings that only the older snapshot has, likewise
 * @param affected how many other pages name an entry whose name, address or publication changed
 */
public record DirectoryChanges(
        List<EntryChange> entries,
        List<String> unreadable,
        List<PictureChange> pictures,
        List<LookChange> look,
        Optional<PageCounts> pages,
        List<Diagnostic> newFindings,
        List<Diagnostic> fixedFindings,
        int affected) {
    public DirectoryChanges {
        entries = List.copyOf(entries);
        unreadable = List.copyOf(unreadable);
        pictures = List.copyOf(pictures);
        look = List.copyOf(look);
        newFindings = List.copyOf(newFindings);
        fixedFindings = List.copyOf(fixedFindings);
    }

    /** Whether there are no differences. Unreadable files count as a difference. */
    public boolean isEmpty() {
        return entries.isEmpty()
                && unreadable.isEmpty()
                && pictures.isEmpty()
                && look.isEmpty()
                && pages.filter(counts -> !counts.isEmpty()).isEmpty()
                && newFindings.isEmpty()
                && fixedFindings.isEmpty();
    }
}
