package org.waymark.tool.edit;

import java.util.List;
import org.waymark.source.FileChange;

/**
 * A change to the shape of a directory, with everything that follows from it.
 *
 * @param changes to files, all of which belong together
 * @param remarks further information or things to do, each in a sentence
 */
public record ShapeEdit(List<FileChange> changes, List<String> remarks) {
    public ShapeEdit {
        changes = List.copyOf(changes);
        remarks = List.copyOf(remarks);
    }
}
