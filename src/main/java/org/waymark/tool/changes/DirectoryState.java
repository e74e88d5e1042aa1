package org.waymark.tool.changes;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.directory.Directory;
import org.waymark.directory.Kinds;
import org.waymark.directory.LinkableFiles;

/**
 * A snapshot of a directory.
 *
 * @param findings its findings
 * @param pictures a digest of each image, by path
 */
public record DirectoryState(Directory directory, List<Diagnostic> findings, Map<String, String> pictures) {
    public DirectoryState {
        findings = List.copyOf(findings);
        pictures = Map.copyOf(pictures);
    }

    /** The snapshot of a directory that does not exist yet. */
    public static DirectoryState empty(Kinds kinds, LocalDate asOf) {
        return new DirectoryState(Directory.of(kinds, List.of(), LinkableFiles.NONE, asOf, false), List.of(), Map.of());
    }
}
