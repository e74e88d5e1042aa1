package org.waymark.tool.changes;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.waymark.Edition;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.directory.Directory;
import org.waymark.directory.Kinds;
import org.waymark.directory.LinkableFiles;

/**
 * A snapshot of a directory.
 *
 * @param findings its findings
 * @param snapshot its files
 * @param pages a digest of each published page, by path; empty if they cannot be made
 */
public record DirectoryState(
        Directory directory, List<Diagnostic> findings, ProjectSnapshot snapshot, Optional<Map<String, String>> pages) {
    public DirectoryState {
        findings = List.copyOf(findings);
        pages = pages.map(Map::copyOf);
    }

    /** The snapshot of a directory that does not exist yet. */
    public static DirectoryState empty(Kinds kinds, LocalDate asOf, ProjectSnapshot snapshot) {
        return new DirectoryState(
                Directory.of(kinds, List.of(), LinkableFiles.NONE, asOf, false),
                List.of(),
                snapshot,
                Optional.of(Map.of()));
    }

    /** The snapshot of a project that was checked, without its pages. */
    public static DirectoryState of(Edition edition, ProjectSnapshot snapshot) {
        return new DirectoryState(edition.directory(), edition.diagnostics(), snapshot, Optional.empty());
    }
}
