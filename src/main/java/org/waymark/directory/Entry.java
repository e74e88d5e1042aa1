package org.waymark.directory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.waymark.markdown.Prose;
import org.waymark.schema.CommonFields;
import org.waymark.schema.Field;
import org.waymark.schema.Fields;
import org.waymark.schema.Group;
import org.waymark.schema.Id;
import org.waymark.schema.Kind;
import org.waymark.schema.Origin;
import org.waymark.schema.Picture;
import org.waymark.schema.Placed;
import org.waymark.schema.Ref;
import org.waymark.schema.Role;
import org.waymark.source.SourceFile;

/**
 * An entry as it was read, complete or not. Rules that check individual fields or the text use it, so one problem in an
 * entry does not hide another.
 *
 * @param name the file name without its extension, or the term, from which the id was made; empty if the term is
 *     missing, or if this is a placeholder for the content of an unreadable file
 * @param file the file that contains it; empty for a placeholder for a file of another kind
 * @param fields the fields that could be decoded
 * @param isComplete whether all required fields could be decoded
 */
public record Entry(Kind kind, String name, SourceFile file, Fields fields, boolean isComplete) {
    public Id id() {
        return fields.id();
    }

    public boolean isNamed() {
        return !name.isEmpty();
    }

    /** The path of the file, relative to the project. */
    public String path() {
        return fields.origin().path();
    }

    /** When the entry is published. */
    public Visibility visibility() {
        return Visibility.of(fields);
    }

    /** The owner, if given. */
    public Optional<String> owner() {
        return fields.find(CommonFields.OWNER).flatMap(name -> name);
    }

    /** The name or title if readable, otherwise the id. */
    public String label() {
        if (GoneEntry.isKind(kind) && isComplete) {
            // Two removed entries may have had the same name.
            return fields.get(GoneEntry.NAME) + " (" + fields.get(GoneEntry.WAS) + ")";
        }
        return fields.find(kind.labelField())
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .orElse(id().value());
    }

    /** What it is, in a sentence or two, if given. */
    public Optional<String> summary() {
        return text(Role.SUMMARY);
    }

    /** The text of the field that has a role. */
    public Optional<String> text(Role role) {
        return kind.field(role).flatMap(field -> fields.get(field, String.class));
    }

    /** Its position among entries of its kind, lowest first. */
    public Optional<Integer> order() {
        return kind.field(Role.ORDER).flatMap(field -> fields.get(field, Integer.class));
    }

    /** Whether it is also an ordinary word, so texts do not explain it. */
    public boolean isOrdinaryWord() {
        return kind.field(Role.ORDINARY_WORD)
                .flatMap(field -> fields.get(field, Boolean.class))
                .orElse(false);
    }

    /** When it was and will be reviewed, as far as its dates can be read. */
    public Reviewed reviewed() {
        return Reviewed.of(this);
    }

    /** Its earlier ids, without the present one, which an entry can name first: see {@link CommonFields#FORMER_IDS}. */
    public List<Id> formerIds() {
        return CommonFields.formerIds(fields).stream()
                .filter(former -> !former.equals(id()))
                .toList();
    }

    /** The id that it had first, which its identifiers in data are made of. */
    public Id firstId() {
        return find(CommonFields.FORMER_IDS).stream()
                .flatMap(List::stream)
                .map(Placed::value)
                .findFirst()
                .orElse(id());
    }

    /**
     * The value of a field of an entry that has been decoded without an error.
     *
     * @throws IllegalStateException if the field could not be decoded
     */
    public <T> T get(Field<T> field) {
        return fields.get(field);
    }

    /** The value of a field, if the entry has one or the field has a default. */
    public <T> Optional<T> find(Field<T> field) {
        return fields.find(field);
    }

    /**
     * The value of a field, whatever its kind declares it to be; empty if the entry has none, or one of another type.
     */
    public <T> Optional<T> get(Field<?> field, Class<T> type) {
        return fields.get(field, type);
    }

    /** The location of the entry and of its values. */
    public Origin origin() {
        return fields.origin();
    }

    /** Every value of a type in any field. */
    public <T> Stream<T> all(Class<T> type) {
        return fields.all(type);
    }

    /** The date on which it joined the directory, if its kind records it. */
    public Optional<LocalDate> added() {
        return kind.field(Role.ADDED).flatMap(field -> fields.get(field, LocalDate.class));
    }

    /** The day on which it opens again, if it is closed for a time. */
    public Optional<LocalDate> opensAgain() {
        return kind.field(Role.OPENS_AGAIN).flatMap(field -> fields.get(field, LocalDate.class));
    }

    /** The entry of its kind to which it belongs. */
    public Optional<Ref> parent() {
        return kind.field(Role.PARENT).flatMap(field -> fields.get(field, Ref.class));
    }

    /** Other names, by which readers may look for it. */
    public List<String> alternativeNames() {
        return kind.field(Role.ALTERNATIVE_NAMES).stream()
                .flatMap(field -> fields.items(field, String.class).stream())
                .toList();
    }

    public Optional<Prose> body() {
        return fields.body();
    }

    /** The pictures in its fields. */
    public Stream<Picture> pictures() {
        return kind.hasPictures() ? fields.all(Picture.class) : Stream.empty();
    }

    /** The pictures that readers see. */
    public Stream<Picture> picturesForReaders() {
        var found = new ArrayList<Picture>();
        if (kind.hasPictures()) {
            addPictures(kind.fields(), fields, found);
        }
        return found.stream();
    }

    private static void addPictures(List<Field<?>> declared, Fields values, List<Picture> found) {
        for (Field<?> field : declared) {
            if (!field.display().isForReaders()) {
                continue;
            }
            if (field.itemType() == Picture.TYPE) {
                values.all(field, Picture.class).forEach(found::add);
            } else if (field.itemType() instanceof Group<?> group) {
                values.all(field, Fields.class).forEach(part -> addPictures(group.fields(), part, found));
            }
        }
    }
}
