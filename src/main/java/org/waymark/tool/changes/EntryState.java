package org.waymark.tool.changes;

import java.util.Optional;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.schema.Id;

/**
 * An entry as it is in one of two states.
 *
 * @param title its name or title, as far as it can be told; else its id
 * @param path its file, relative to the project
 * @param isShown whether readers see it
 * @param isReadable whether all that it must have is there
 * @param fault the first error in it, where it is not readable
 */
public record EntryState(
        Id id, String title, String path, boolean isShown, boolean isReadable, Optional<Diagnostic> fault) {}
