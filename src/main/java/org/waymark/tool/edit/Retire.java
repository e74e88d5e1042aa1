package org.waymark.tool.edit;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.waymark.directory.Directory;
import org.waymark.directory.Entry;
import org.waymark.directory.GoneEntry;
import org.waymark.directory.Visibility;
import org.waymark.schema.CommonFields;
import org.waymark.schema.EntryName;
import org.waymark.schema.Field;
import org.waymark.schema.Id;
import org.waymark.schema.Kind;
import org.waymark.source.Edit;
import org.waymark.source.FileChange;
import org.waymark.source.Project;
import org.waymark.source.SourceFile;

/**
 * Removes an entry from the directory. Its addresses redirect to another entry, or show a notice that gives the
 * reason.
 */
public final class Retire {
    private static final String ABOUT = "# Entries that were removed. With a reason, a page at the old address"
            + " gives it;\n# without one, the old address redirects to the entry named under `instead`.\n";

    private final EditableProject content;
    private final Entry entry;
    private final Optional<Entry> successor;
    private final Optional<String> reason;
    private final boolean wasPublished;
    private final PendingChanges changes = new PendingChanges();

    private Retire(
            EditableProject content,
            Entry entry,
            Optional<Entry> successor,
            Optional<String> reason,
            boolean wasPublished) {
        this.content = content;
        this.entry = entry;
        this.successor = successor;
        this.reason = reason;
        this.wasPublished = wasPublished;
    }

    /**
     * Computes the changes.
     *
     * @param directory the directory read from the project
     * @param to the entry that everything refers to instead
     * @param reason why it is removed, for readers; without it, its addresses redirect to the other entry
     * @param day the date of removal
     * @param wasPublished whether readers may have its address; otherwise nothing is left there
     * @throws Refusal if it cannot be removed
     */
    public static List<FileChange> of(
            Directory directory,
            Project project,
            Kind kind,
            Id id,
            Optional<EntryName> to,
            Optional<String> reason,
            LocalDate day,
            boolean wasPublished) {
        if (wasPublished && to.isEmpty() && reason.isEmpty()) {
            throw Refusal.wrongUsage("give its replacement with `--to`, or the reason for removal with `--gone`");
        }
        if (reason.filter(String::isBlank).isPresent()) {
            throw Refusal.wrongUsage("the reason is empty; say in a sentence for readers why the entry was removed");
        }
        var content = new EditableProject(directory, project);
        Entry entry = content.entry(kind, id);
        Optional<Entry> successor = to.map(name -> content.entry(name.kind(), name.id()));
        if (to.filter(EditableProject.nameOf(entry)::equals).isPresent()) {
            throw Refusal.wrongUsage(
                    "`" + EditableProject.nameOf(entry) + "` cannot redirect to itself; name another entry");
        }
        successor.ifPresent(other -> content.requireReachable(entry, other));
        var retire = new Retire(
                content, entry, successor, reason.map(text -> text.strip().replaceAll("\\s+", " ")), wasPublished);
        retire.run(day);
        return retire.changes.list();
    }

    /**
     * Whether readers may have the address of an entry: if the ledger has it, or else if they see the entry and Git has
     * its file, without which it has probably never been published.
     *
     * @param isInGit true also if there is no repository
     */
    public static boolean mayHaveBeenPublished(Directory directory, Entry entry, boolean isInGit) {
        EntryName name = EditableProject.nameOf(entry);
        boolean isPromised = directory.promised().stream()
                .anyMatch(route -> route.owner().filter(name::equals).isPresent());
        Visibility visibility = entry.visibility();
        return isPromised || (isInGit && !visibility.draft() && !visibility.startsAfter(directory.asOf()));
    }

    private void run(LocalDate day) {
        ReferenceUpdate.follow(content, entry, successor.map(ReferenceTarget::of), true, changes);
        boolean isTakenOver = reason.isEmpty()
                && successor.filter(other -> other.kind().equals(entry.kind())).isPresent();
        if (!wasPublished) {
            Removal.remove(content, entry, changes);
            return;
        }
        if (isTakenOver) {
            Removal.redirectIds(content, entry, successor.orElseThrow(), changes);
        } else if (GoneEntry.isNoticed(entry.kind())) {
            addNotice(day);
        }
        Removal.remove(content, entry, changes);
    }

    private void addNotice(LocalDate day) {
        content.directory().gone(entry.kind(), entry.id()).ifPresent(notice -> {
            throw Refusal.inTheWay("there is a notice of `" + EditableProject.nameOf(entry) + "` at "
                    + notice.origin().whole() + " already; remove it first");
        });
        String path = content.directory().kinds().notices().place().path();
        Optional<SourceFile> file = content.find(path);
        if (file.isEmpty()) {
            changes.create(path, ABOUT + "\n" + notice(day));
            return;
        }
        content.requireList(file.get());
        String text = file.get().text();
        String gap = text.isBlank() ? "" : text.endsWith("\n") ? "\n" : "\n\n";
        changes.add(List.of(new Edit(file.get().span(text.length(), text.length()), gap + notice(day))));
    }

    private String notice(LocalDate day) {
        var lines = new StringBuilder();
        String name = content.typedText(entry, entry.kind().labelField()).strip();
        line(lines, "- ", GoneEntry.WAS, EditableProject.nameOf(entry).toString());
        line(
                lines,
                "  ",
                GoneEntry.NAME,
                YamlValue.of(name.isEmpty() ? entry.id().value() : name));
        line(lines, "  ", GoneEntry.SINCE, day.toString());
        reason.ifPresent(text -> line(lines, "  ", GoneEntry.REASON, YamlValue.of(text)));
        successor.ifPresent(other -> line(
                lines, "  ", GoneEntry.INSTEAD, EditableProject.nameOf(other).toString()));
        List<String> ids = Removal.ids(entry);
        if (ids.size() > 1) {
            line(lines, "  ", CommonFields.FORMER_IDS, "[" + String.join(", ", ids.subList(1, ids.size())) + "]");
        }
        return lines.toString();
    }

    private static void line(StringBuilder lines, String start, Field<?> field, String value) {
        lines.append(start).append(field.name()).append(": ").append(value).append('\n');
    }
}
