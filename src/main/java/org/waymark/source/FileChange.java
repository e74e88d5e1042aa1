package org.waymark.source;

import java.util.List;

/** A change to one file of the project. A change to several files is a list of these, without duplicate paths. */
public sealed interface FileChange {
    /** The current path of the file, or that of a new file, relative to the project, with {@code /}. */
    String path();

    /** A new file. */
    record Creation(String path, String text) implements FileChange {}

    /**
     * A file whose text, path or both change.
     *
     * @param newPath its new path; the same as {@code path} if it is not moved
     * @param edits in the order of their spans, without overlaps; the rest stays byte for byte the same
     */
    record Revision(String path, String newPath, List<Edit> edits) implements FileChange {
        public Revision {
            edits = List.copyOf(edits);
        }
    }

    /**
     * A file outside {@code content} that Waymark wrote, such as a workflow, with a new text.
     *
     * @param before its current text
     */
    record Replacement(String path, String before, String text) implements FileChange {}

    /** An image whose position is to be removed from its metadata; all other bytes stay as they are. */
    record PositionRemoval(String path) implements FileChange {}

    /** A file to remove. */
    record Removal(String path) implements FileChange {}
}
