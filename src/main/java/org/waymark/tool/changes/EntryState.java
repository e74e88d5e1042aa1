package org.waymark.tool.changes;

import java.util.Optional;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.schema.Id;

/**
 * An entry in one of two snapshots.
 *
 * @param title its name or title if readable, otherwise its id
 * @param path its file, relative to the project
 * @param isShown whether readers see it
 * @param isReadable whether it has everything that is required
 * @param fault its first error if it is not readable
 */
public record EntryState(
        Id id, String title, String path, boolean isShown, boolean isReadable, Optional<Diagnostic> fault) {}
