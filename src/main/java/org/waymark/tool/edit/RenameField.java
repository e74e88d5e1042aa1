package org.waymark.tool.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.waymark.content.ContentReader;
import org.waymark.diagnostic.DidYouMean;
import org.waymark.diagnostic.Note;
import org.waymark.directory.Directory;
import org.waymark.schema.CommonFields;
import org.waymark.schema.Id;
import org.waymark.schema.Kind;
import org.waymark.schema.NamesInKindFile;
import org.waymark.schema.NamesInKindFile.Declaration;
import org.waymark.schema.NamesInKindFile.Place;
import org.waymark.source.Project;
import org.waymark.source.SourceFile;
import org.waymark.source.Value.Mapping;
import org.waymark.source.Value.Scalar;
import org.waymark.tool.edit.ShapeFiles.Part;
import org.waymark.tool.edit.ShapeFiles.Parts;

/** Changes the name of a field: where it is declared, in every entry, and wherever a kind file names it. */
public final class RenameField {
    private final ShapeFiles shape;
    private final EditableProject content;
    private final DeclaredField field;
    private final String to;
    private final PendingChanges changes = new PendingChanges();
    private final ShapeChanges shapeChanges = new ShapeChanges(changes);

    private RenameField(ShapeFiles shape, EditableProject content, DeclaredField field, String to) {
        this.shape = shape;
        this.content = content;
        this.field = field;
        this.to = to;
    }

    /**
     * Computes the changes.
     *
     * @param directory the directory read from the project
     * @param typed the kind, a dot and the field; for a part of a group another dot and its name
     * @param to the new name of the field alone
     * @throws Refusal if the field cannot have that name
     */
    public static ShapeEdit of(Directory directory, Project project, String typed, String to) {
        ShapeFiles shape = ShapeFiles.of(project);
        var rename = new RenameField(
                shape, new EditableProject(directory, project), DeclaredField.of(shape, typed), to.strip());
        rename.requireFree();
        rename.declaration();
        shape.ofKinds().forEach(rename::uses);
        rename.entries();
        rename.shapeChanges.finish();
        var remarks = new ArrayList<>(ShapeRemarks.begun(rename.shapeChanges));
        remarks.addAll(ShapeRemarks.templates(
                project, ShapeRemarks.fieldName(rename.field.name()), "write `" + rename.to + "` there"));
        return new ShapeEdit(rename.changes.list(), remarks);
    }

    private void requireFree() {
        if (!Id.isValid(to)) {
            throw Refusal.wrongUsage(
                    "`" + to + "` cannot be the name of a field, which has lower-case letters, digits and"
                            + " single hyphens" + suggestion(to));
        }
        if (to.equals(field.name())) {
            throw Refusal.wrongUsage("`" + field + "` is already called that");
        }
        if (field.beside().contains(to)) {
            throw Refusal.inTheWay(field.kind().phrase() + " has a field `" + to + "` already");
        }
        if (field.path().size() == 1 && CommonFields.isCommon(to)) {
            throw Refusal.wrongUsage("`" + to + "` is the name of a field that kinds include, which means the same in"
                    + " every kind; choose another name");
        }
    }

    static String suggestion(String typed) {
        return typed.chars().anyMatch(Character::isLetterOrDigit) ? "; did you mean `" + Id.from(typed) + "`?" : "";
    }

    private void declaration() {
        Parts kind = shape.of(field.kind().name());
        Optional<String> shaped = ShapeChanges.nameInShape(kind, field.path().get(0));
        var inShape = new ArrayList<>(field.path());
        shaped.ifPresent(name -> inShape.set(0, name));
        kind.own()
                .flatMap(own -> NamesInKindFile.declaration(own.mapping(), field.path())
                        .map(Declaration::member)
                        // What the shape declares is renamed as a whole.
                        .filter(member -> shaped.isEmpty() || field.path().size() > 1))
                .ifPresent(member -> shapeChanges.replace(kind, kind.own().orElseThrow(), member.key(), to));
        kind.shaped().filter(part -> shaped.isPresent()).ifPresent(part -> {
            if (field.path().size() == 1) {
                shapeChanges.renameField(kind, shaped.get(), to);
            } else {
                NamesInKindFile.declaration(part.mapping(), inShape)
                        .ifPresent(declared -> shapeChanges.replace(
                                kind, part, declared.member().key(), to));
            }
        });
    }

    private void uses(Parts parts) {
        Kind kind = shape.kind(parts.name());
        parts.own().ifPresent(part -> uses(parts, kind, part));
        parts.shaped().ifPresent(part -> uses(parts, kind, part));
    }

    private void uses(Parts parts, Kind kind, Part part) {
        for (Place place : NamesInKindFile.in(part.mapping())) {
            String written = place.written().text();
            String now = named(place, kind);
            if (!now.equals(written)) {
                shapeChanges.replace(parts, part, place.written(), now);
            }
        }
    }

    /** The text of a name in a kind file after the change. */
    private String named(Place place, Kind kind) {
        String written = place.written().text();
        boolean isOwn = kind.equals(field.kind());
        return switch (place.named()) {
            case FIELD -> isOwn && List.of(written.strip()).equals(field.path()) ? to : written;
            case SIBLING -> isOwn && beside(place.group(), written).equals(field.path()) ? to : written;
            case PATH -> path(kind, written);
            case FIELD_OF_KIND -> ofKind(written);
            case PATH_OF_KIND -> pathOfKind(written);
            default -> written;
        };
    }

    static List<String> beside(List<String> group, String name) {
        var path = new ArrayList<>(group);
        path.add(name.strip());
        return path;
    }

    private String path(Kind from, String written) {
        String[] words = written.split("\\.", -1);
        field.stepsIn(shape.kinds(), from, written).forEach(step -> words[step] = to);
        return String.join(".", words);
    }

    private String pathOfKind(String written) {
        int dot = written.indexOf('.');
        return shape.kinds()
                .named(dot < 0 ? written : written.substring(0, dot).strip())
                .filter(from -> dot > 0)
                .map(from -> written.substring(0, dot + 1) + path(from, written.substring(dot + 1)))
                .orElse(written);
    }

    private String ofKind(String written) {
        int dot = written.indexOf('.');
        String kind = dot < 0 ? written : written.substring(0, dot);
        return shape.kinds()
                .named(kind.strip())
                .filter(named -> dot > 0 && field.path().size() == 1)
                .filter(named -> named.equals(field.kind())
                        && written.substring(dot + 1).strip().equals(field.name()))
                .map(named -> kind + "." + to)
                .orElse(written);
    }

    private void entries() {
        content.requireClear(field::isIn, field.name(), "`" + field + "`");
        var obstacles = new ArrayList<Note>();
        content.project().content().stream()
                .filter(field::isIn)
                .forEach(file -> ContentReader.typedFields(file).forEach(entry -> entry(file, entry, obstacles)));
        if (!obstacles.isEmpty()) {
            throw Refusal.inTheWay("not every use of `" + field + "` is certain; fix these places first", obstacles);
        }
    }

    private void entry(SourceFile file, Mapping entry, List<Note> obstacles) {
        var positions = new YamlPositions(file);
        field.in(entry).forEach(member -> changes.add(List.of(ListEdits.replace(positions, member.key(), to))));
        if (field.path().size() == 1 && !entry.has(field.name())) {
            entry.members().stream()
                    .map(member -> member.key())
                    .filter(this::isMisspelt)
                    .forEach(key -> obstacles.add(new Note(key.span(), "the name of this field is misspelt; fix it")));
        }
        entry.member(to)
                .filter(member -> field.path().size() == 1)
                .ifPresent(member -> obstacles.add(
                        new Note(member.key().span(), "this is not a field yet, but would be one then; remove it")));
    }

    private boolean isMisspelt(Scalar key) {
        return !field.beside().contains(key.text())
                && DidYouMean.nearest(key.text(), field.beside())
                        .filter(field.name()::equals)
                        .isPresent();
    }
}
