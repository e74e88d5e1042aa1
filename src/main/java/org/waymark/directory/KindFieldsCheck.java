package org.waymark.directory;

import java.util.HashSet;
import java.util.Set;
import org.waymark.schema.Field;
import org.waymark.schema.FieldType;
import org.waymark.schema.Group;
import org.waymark.schema.Kind;
import org.waymark.schema.ListOf;
import org.waymark.schema.Reference;
import org.waymark.source.Span;

/** Checks the fields of kinds: their names and labels, references to kinds, and how deep groups are. */
final class KindFieldsCheck {
    /** How deep groups may be nested. */
    static final int DEEPEST_GROUP = 2;

    private final ShapeFindings findings;

    KindFieldsCheck(ShapeFindings findings) {
        this.findings = findings;
    }

    void check(Kind kind) {
        Set<String> names = new HashSet<>();
        Set<String> labels = new HashSet<>();
        for (Field<?> field : kind.fields()) {
            if (field.display().isForReaders()
                    && !field.isOpen()
                    && !labels.add(field.display().label())) {
                findings.invalid(
                        kind.placeOf(field),
                        "another field has the label `" + field.display().label() + "`",
                        "give each a label of its own, so that readers can tell them apart");
            }
            if (!names.add(field.name())) {
                findings.invalid(
                        kind.placeOf(field),
                        "every kind that includes such fields has a field `" + field.name() + "` already",
                        "give this one another name");
            }
            type(kind, field, field.type(), 0);
            shownThereAs(kind, field, field);
        }
    }

    private void shownThereAs(Kind kind, Field<?> field, Field<?> part) {
        if (part.display().shownThereAs().isPresent() && !(part.itemType() instanceof Reference)) {
            findings.invalid(
                    kind.placeOf(field),
                    "`shown-there-as` is for references, and `" + part.name() + "` is none",
                    "remove it");
        } else if (part.display().shownThereAs().isPresent() && isTowardsLists((Reference) part.itemType())) {
            findings.invalid(
                    kind.placeOf(field),
                    "`shown-there-as` of `" + part.name() + "` shows nothing, since entries of one file have no pages",
                    "remove it, or give these entries a folder with a file each");
        }
        if (part.itemType() instanceof Group<?> group) {
            group.fields().forEach(inner -> shownThereAs(kind, field, inner));
        }
    }

    /** Whether all entries that a reference can name are items of one file, which share the page of their list. */
    private boolean isTowardsLists(Reference reference) {
        return reference.kinds().stream()
                .allMatch(name -> findings.named(name)
                        .filter(kind -> !findings.isAtFault(kind) && kind.place() instanceof Kind.YamlList)
                        .isPresent());
    }

    private void type(Kind kind, Field<?> field, FieldType<?> type, int depth) {
        if (type instanceof ListOf<?> list) {
            type(kind, field, list.item(), depth);
        } else if (type instanceof Group<?> group) {
            if (depth == DEEPEST_GROUP) {
                findings.invalid(
                        kind.placeOf(field),
                        "groups in `" + field.name() + "` are more than " + DEEPEST_GROUP + " deep",
                        "move the fields of the innermost group one level up");
            } else {
                group.fields().forEach(part -> type(kind, field, part.type(), depth + 1));
            }
        } else if (type instanceof Reference reference) {
            reference.kinds().stream()
                    .filter(name -> findings.named(name).isEmpty())
                    .forEach(name -> findings.unknownKind(namedIn(kind, field, name), name));
        }
    }

    /** Where a reference names a kind, otherwise where the field is declared. */
    private static Span namedIn(Kind kind, Field<?> field, String name) {
        String path = field.name() + ".to";
        return kind.writes(path, name) ? kind.placeOf(path, name) : kind.placeOf(field);
    }
}
