package org.waymark.tool.changes;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.directory.Directory;

/**
 * One state of a directory.
 *
 * @param findings what is wrong in it
 * @param pictures for the path of each picture a text that differs when the picture does
 */
public record DirectoryState(Directory directory, List<Diagnostic> findings, Map<String, String> pictures) {
    public DirectoryState {
        findings = List.copyOf(findings);
        pictures = Map.copyOf(pictures);
    }

    /** That of a directory which does not exist yet. */
    public static DirectoryState empty(LocalDate asOf) {
        return new DirectoryState(Directory.of(List.of(), List.of(), asOf, false), List.of(), Map.of());
    }
}
