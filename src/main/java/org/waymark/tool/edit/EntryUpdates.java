package org.waymark.tool.edit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.waymark.directory.Directory;
import org.waymark.directory.Entry;
import org.waymark.schema.Kind;
import org.waymark.source.Edit;
import org.waymark.source.FileChange;
import org.waymark.source.Project;
import org.waymark.source.SourceFile;
import org.waymark.source.Value.Mapping;

/** Collects new values of many entries, and new entries, into changes of files. */
public final class EntryUpdates {
    private final EditableProject content;
    private final PendingChanges changes = new PendingChanges();
    private final Map<String, StringBuilder> created = new TreeMap<>();

    public EntryUpdates(EditableProject content) {
        this.content = content;
    }

    /**
     * Changes the values of fields of an entry; comments, and everything else in its file, stay as typed.
     *
     * @param values in the declared order of the fields
     * @throws Refusal if the file has a style that cannot be edited
     */
    public void update(Entry entry, List<NewValue> values) {
        changes.add(content.fieldEdits(entry).become(values));
    }

    /** Replaces the text of an entry below its fields. */
    public void updateBody(Entry entry, String text) {
        SourceFile file = content.file(entry);
        int end = file.text().length();
        int start = entry.body().isPresent() ? content.bodyStart(entry) : end;
        String before = file.text().substring(0, start);
        String gap = before.endsWith("\n\n") || text.isBlank() ? "" : before.endsWith("\n") ? "\n" : "\n\n";
        String body = text.isBlank() ? "" : text.strip() + "\n";
        changes.add(List.of(new Edit(file.span(start, end), gap + body)));
    }

    /**
     * Adds an entry.
     *
     * @param id empty to make it from the name
     * @param text what it says below its fields; otherwise a hint to write it
     * @throws Refusal if the id is not allowed, or the file exists
     */
    public void add(Kind kind, Optional<String> id, Mapping fields, Optional<String> text) {
        Directory directory = content.directory();
        Project project = content.project();
        FileChange change = NewEntry.of(directory, project, kind, id, fields, text);
        if (change instanceof FileChange.Creation creation) {
            created.computeIfAbsent(creation.path(), path -> new StringBuilder())
                    .append(creation.text());
        } else if (change instanceof FileChange.Revision revision) {
            changes.add(revision.edits());
        }
    }

    /** All changes, in path order. */
    public List<FileChange> list() {
        var all = new ArrayList<>(changes.list());
        created.forEach((path, text) -> all.add(new FileChange.Creation(path, text.toString())));
        all.sort(Comparator.comparing(FileChange::path));
        return all;
    }
}
