package org.waymark.tool.edit;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.Outcome;
import org.waymark.directory.Directory;
import org.waymark.directory.Entry;
import org.waymark.directory.ReservedIds;
import org.waymark.schema.CommonFields;
import org.waymark.schema.Id;
import org.waymark.schema.Kind;
import org.waymark.schema.Role;
import org.waymark.source.FileChange;
import org.waymark.source.Project;
import org.waymark.source.Span;
import org.waymark.source.Value.Scalar;

/** Changes the id of an entry: moves its file and updates everything that refers to it. */
public final class Rename {
    private final EditableProject content;
    private final Entry entry;
    private final PendingChanges changes = new PendingChanges();

    private Rename(EditableProject content, Entry entry) {
        this.content = content;
        this.entry = entry;
    }

    /**
     * Computes the changes.
     *
     * @param directory the directory read from the project
     * @param to the new id; for a glossary term the new term, from which its id is made
     * @throws Refusal if the entry cannot have that name
     */
    public static List<FileChange> of(Directory directory, Project project, Kind kind, Id from, String to) {
        var content = new EditableProject(directory, project);
        var rename = new Rename(content, content.entry(kind, from));
        if (kind.isGlossary()) {
            rename.term(to.strip());
        } else {
            rename.file(to);
        }
        return rename.changes.list();
    }

    private void file(String to) {
        if (!Id.isValid(to)) {
            throw Refusal.wrongUsage("`" + to
                    + "` is not an id, which has lower-case letters, digits and single hyphens" + suggestion(to));
        }
        var id = new Id(to);
        if (entry.name().equals(to)) {
            throw Refusal.wrongUsage("`" + EditableProject.nameOf(entry) + "` is already called that");
        }
        boolean isSameId = entry.id().equals(id); // the file name is not canonical
        if (!isSameId && !entry.kind().has(CommonFields.FORMER_IDS)) {
            throw Refusal.inTheWay(entry.kind().phrase()
                    + " keeps no former ids, so its old address would be lost; add `former-ids` under `includes` in `"
                    + entry.kind().origin().whole().path() + "` first");
        }
        if (!isSameId) {
            requireFree(id);
        }
        String path = entry.kind().fileOf(id);
        requireNoFile(path);
        follow(id, path);
        changes.add(content.fieldEdits(entry)
                .rewriteList(
                        CommonFields.FORMER_IDS,
                        former -> Optional.of(former).filter(f -> !f.equals(to) || isFirst(to)),
                        isSameId ? List.of() : List.of(entry.id().value())));
        changes.move(entry.path(), path);
    }

    /** Whether it gets back the id that it had first, from which its identifier in data is made. */
    private boolean isFirst(String to) {
        return Removal.hasIdentifier(entry.kind()) && entry.firstId().value().equals(to);
    }

    private static String suggestion(String typed) {
        return typed.chars().anyMatch(Character::isLetterOrDigit)
                ? "; did you mean `" + Id.from(typed.strip().replaceFirst("\\.(md|yaml)$", "")) + "`?"
                : ", such as `evening-course`";
    }

    private void follow(Id id, String path) {
        var target = new ReferenceTarget(entry.kind(), id, path, UnaryOperator.identity());
        ReferenceUpdate.follow(content, entry, Optional.of(target), false, changes);
    }

    private void requireFree(Id id) {
        Kind kind = entry.kind();
        if (content.directory().isDeclared(kind.name(), id)) {
            throw Refusal.inTheWay("another " + EditableProject.words(kind) + " is called `" + id
                    + "` already; to merge them, use `waymark merge`");
        }
        ReservedIds.reason(content.directory().kinds(), kind, id).ifPresent(reason -> {
            throw Refusal.wrongUsage(kind.phrase() + " cannot be called `" + id + "`, since " + reason);
        });
        content.formerHolder(kind, id)
                .filter(holder -> !holder.id().equals(entry.id()))
                .ifPresent(holder -> {
                    throw Refusal.inTheWay("`" + id + "` is a former id of `" + holder.id()
                            + "`, whose old address redirects there; remove it from `former-ids` in " + holder.path()
                            + " first");
                });
        content.directory().gone(kind, id).ifPresent(gone -> {
            throw Refusal.inTheWay("`" + id + "` was the id of a removed entry; remove its notice at "
                    + gone.origin().whole() + " first");
        });
    }

    private void requireNoFile(String path) {
        Project project = content.project();
        boolean isTaken = content.find(path).isPresent()
                || project.others().contains(path)
                || project.unread().stream().anyMatch(unread -> unread.path().equals(path));
        if (isTaken) {
            throw Refusal.inTheWay("there is a file " + path + " already");
        }
    }

    private void term(String to) {
        String term = requireTerm(to);
        String old = content.typedText(entry, entry.kind().labelField());
        if (old.equals(term)) {
            throw Refusal.wrongUsage("`" + EditableProject.nameOf(entry) + "` is already called that");
        }
        Id id = Id.from(term);
        FieldEdits fields = content.fieldEdits(entry);
        changes.add(fields.set(entry.kind().labelField(), term));
        if (!id.equals(entry.id())) {
            if (content.directory().isDeclared(entry.kind().name(), id)) {
                throw Refusal.inTheWay("another " + entry.kind().noun().one() + " is called `" + id
                        + "` already; to merge them, use `waymark merge`");
            }
            follow(id, entry.path());
            entry.kind()
                    .field(Role.ALTERNATIVE_NAMES)
                    .ifPresent(also -> changes.add(fields.rewriteList(
                            also, name -> Optional.of(name).filter(each -> !each.equals(term)), List.of(old))));
        }
    }

    private String requireTerm(String term) {
        Outcome<?> decoded = entry.kind().labelField().type().decode("term", new Scalar(term, Span.startOf("term")));
        boolean hasLetter = term.chars().anyMatch(Character::isLetterOrDigit);
        if (!hasLetter || decoded.value().isEmpty()) {
            String reason = decoded.diagnostics().stream()
                    .map(Diagnostic::message)
                    .findFirst()
                    .orElse("it has no letter");
            throw Refusal.wrongUsage("`" + term + "` cannot be a term: " + reason);
        }
        return term;
    }
}
