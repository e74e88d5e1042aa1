package org.waymark.edit;

import java.util.List;
import org.waymark.model.Directory;
import org.waymark.schema.Id;
import org.waymark.schema.Kind;
import org.waymark.source.FileChange;
import org.waymark.source.Project;

/** Gives an entry another id: its file moves, and everything that refers to it follows. */
public final class Rename {
    private Rename() {}

    /**
     * Works out what to change.
     *
     * @param directory what was read from the project
     * @param to the new id; for a glossary term the new term, from which its id is made
     * @throws Refusal where the entry cannot have that name
     */
    public static List<FileChange> of(Directory directory, Project project, Kind<?> kind, Id from, String to) {
        if (to.isBlank()) {
            throw Refusal.wrongUsage("write the new id");
        }
        return List.of();
    }
}
