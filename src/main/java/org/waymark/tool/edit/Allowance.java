package org.waymark.tool.edit;

import java.util.List;
import java.util.Optional;
import org.waymark.diagnostic.Code;
import org.waymark.directory.Directory;
import org.waymark.directory.Entry;
import org.waymark.schema.CommonFields;
import org.waymark.source.Edit;
import org.waymark.source.Project;

/** Adds warnings to the {@code allow} of an entry. */
public final class Allowance {
    private Allowance() {}

    /**
     * Adds the name of a warning to the {@code allow} of an entry.
     *
     * @return empty if the kind has no such field, or if errors in the file hide its content
     */
    public static List<Edit> of(Directory directory, Project project, Entry entry, Code warning) {
        if (!entry.kind().has(CommonFields.ALLOW)) {
            return List.of();
        }
        var content = new EditableProject(directory, project);
        try {
            Entry sound = content.entry(entry.kind(), entry.id());
            return content.fieldEdits(sound).rewriteList(CommonFields.ALLOW, Optional::of, List.of(warning.name()));
        } catch (Refusal refusal) {
            return List.of(); // no fix until that is fixed
        }
    }
}
