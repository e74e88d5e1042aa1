package org.waymark.source;

import java.util.List;

/** What is to become of one file of the project. A change of several files is a list of these, with each path once. */
public sealed interface FileChange {
    /** Relative to the project, with {@code /}: where the file is, or where it is to be if it is new. */
    String path();

    /** A new file. */
    record Creation(String path, String text) implements FileChange {}

    /**
     * A file whose text, place or both change.
     *
     * @param newPath where it is to be; the same as {@code path} where it stays
     * @param edits in the order of their places, none overlapping another; all else stays byte for byte as it is
     */
    record Revision(String path, String newPath, List<Edit> edits) implements FileChange {
        public Revision {
            edits = List.copyOf(edits);
        }
    }

    /** A file that goes. */
    record Removal(String path) implements FileChange {}
}
