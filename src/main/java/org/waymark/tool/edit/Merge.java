package org.waymark.tool.edit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.waymark.diagnostic.Note;
import org.waymark.directory.Directory;
import org.waymark.directory.Entry;
import org.waymark.schema.CommonFields;
import org.waymark.schema.Field;
import org.waymark.schema.Id;
import org.waymark.schema.Kind;
import org.waymark.schema.Role;
import org.waymark.source.FileChange;
import org.waymark.source.Project;

/**
 * Merges two entries into one. The remaining entry keeps what the other said: its text under a heading with its name,
 * its names among the other names, and its other fields as a comment, for an editor to work in.
 */
public final class Merge {
    private final EditableProject content;
    private final Entry from;
    private final Entry into;
    private final PendingChanges changes = new PendingChanges();

    private Merge(EditableProject content, Entry from, Entry into) {
        this.content = content;
        this.from = from;
        this.into = into;
    }

    /**
     * Computes the changes.
     *
     * @param directory the directory read from the project
     * @param from the entry to remove
     * @param into the entry that remains
     * @throws Refusal if the two cannot be merged
     */
    public static List<FileChange> of(Directory directory, Project project, Kind kind, Id from, Id into) {
        var content = new EditableProject(directory, project);
        var merge = new Merge(content, content.entry(kind, from), content.entry(kind, into));
        if (from.equals(into)) {
            throw Refusal.wrongUsage("an entry cannot be merged into itself; name two different ones");
        }
        content.requireReachable(merge.from, merge.into);
        merge.run();
        return merge.changes.list();
    }

    private void run() {
        String name = content.typedText(from, from.kind().labelField());
        var text = new MergedText(content, from, into, name);
        var target = new ReferenceTarget(into.kind(), into.id(), into.path(), text::heading);
        var obstacles = new ArrayList<Note>();
        ReferenceUpdate.follow(content, from, Optional.of(target), true, changes);
        takeNames(name);
        Removal.redirectIds(content, from, into, changes);
        keepFields();
        if (!text.isEmpty()) {
            changes.add(List.of(text.append(target, obstacles)));
        }
        if (!obstacles.isEmpty()) {
            throw Refusal.inTheWay("the two texts cannot be combined yet; fix these places first", obstacles);
        }
        Removal.remove(content, from, changes);
    }

    private void takeNames(String name) {
        otherNames().ifPresent(field -> {
            String own = content.typedText(into, into.kind().labelField());
            var names = new ArrayList<String>();
            names.add(name);
            names.addAll(from.alternativeNames());
            names.removeIf(own::equals);
            changes.add(content.fieldEdits(into).rewriteList(field, Optional::of, names));
        });
    }

    private Optional<Field<?>> otherNames() {
        return from.kind().field(Role.ALTERNATIVE_NAMES);
    }

    private void keepFields() {
        Set<String> taken = new HashSet<>(Set.of(CommonFields.FORMER_IDS.name(), CommonFields.ALLOW.name()));
        otherNames().map(Field::name).ifPresent(taken::add);
        if (otherNames().isPresent() || from.kind().place().hasBody()) {
            taken.add(from.kind().labelField().name());
        }
        List<String> left =
                UnmergedFields.lines(content.file(from), content.typedFields(from), content.typedFields(into), taken);
        if (!left.isEmpty()) {
            var lines = new ArrayList<String>();
            lines.add("From `" + from.id() + "`, which was merged into this. Work it in, or delete it:");
            lines.addAll(left);
            changes.add(List.of(content.fieldEdits(into).comment(lines)));
        }
    }
}
