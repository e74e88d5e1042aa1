package org.waymark.tool.edit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.waymark.content.ProjectShape;
import org.waymark.schema.KindFile;
import org.waymark.source.Edit;
import org.waymark.source.EditedText;
import org.waymark.source.SourceFile;
import org.waymark.source.Span;
import org.waymark.source.Value;
import org.waymark.source.Value.Mapping;
import org.waymark.source.Value.Member;
import org.waymark.source.Value.Scalar;
import org.waymark.source.Value.Sequence;
import org.waymark.tool.edit.ShapeFiles.Part;
import org.waymark.tool.edit.ShapeFiles.Parts;

/**
 * Collects changes to the kinds of a shape. Files of the project change in place. What a kind inherits from its shape
 * cannot be edited, so the project's own file for the kind, created if necessary, overrides it.
 */
final class ShapeChanges {
    private static final String TYPE = "type";

    private final PendingChanges changes;
    private final Map<String, Extension> extensions = new TreeMap<>();

    ShapeChanges(PendingChanges changes) {
        this.changes = changes;
    }

    /** What a file of a project declares about a kind of its shape. */
    private static final class Extension {
        final Parts kind;
        final List<Edit> edits = new ArrayList<>();
        /** Further top-level lines by their keys; a new file begins with them. */
        final Map<String, String> lines = new LinkedHashMap<>();
        /** New names of fields, by those that the shape gives them. */
        final Map<String, String> renamed = new LinkedHashMap<>();

        final List<String> without = new ArrayList<>();
        /** Where the file will be. */
        String path;

        Extension(Parts kind) {
            this.kind = kind;
            path = kind.path();
        }
    }

    private Extension extension(Parts kind) {
        return extensions.computeIfAbsent(kind.path(), path -> new Extension(kind));
    }

    /** Changes a part of a kind. */
    void edit(Parts kind, Part part, Edit edit) {
        if (kind.own().filter(part::equals).isPresent()) {
            changes.add(List.of(edit));
        } else {
            extension(kind).edits.add(edit);
        }
    }

    /** Changes the text of a value of a kind. */
    void replace(Parts kind, Part part, Scalar scalar, String text) {
        edit(kind, part, ListEdits.replace(part.positions(), scalar, text));
    }

    /** Adds a line to a kind whose file in the project does not have it. */
    void line(Parts kind, String word, String value) {
        extension(kind).lines.put(word, value);
    }

    /** Moves the file of a kind. */
    void move(Parts kind, String path) {
        if (kind.own().isPresent()) {
            changes.move(kind.path(), path);
        } else {
            extension(kind).path = path;
        }
    }

    /** Renames a field of the shape. */
    void renameField(Parts kind, String shaped, String name) {
        extension(kind).renamed.put(shaped, name);
    }

    /** Leaves out a field of the shape. */
    void leaveOut(Parts kind, String shaped) {
        extension(kind).without.add(shaped);
    }

    /** The name that a field of the shape has in the project. */
    static String nameOf(Parts kind, String shaped) {
        return ownFields(kind)
                .flatMap(fields -> replacing(fields, shaped))
                .map(field -> field.key().text())
                .orElse(shaped);
    }

    /** The name that a field of the project has in the shape; empty if the shape has no such field. */
    static Optional<String> nameInShape(Parts kind, String name) {
        Optional<Mapping> shaped = kind.shaped().flatMap(part -> fields(part.mapping()));
        return shaped.flatMap(fields -> fields.members().stream()
                .map(field -> field.key().text())
                .filter(each -> nameOf(kind, each).equals(name))
                .findFirst());
    }

    /** The paths of the files to be created. */
    List<String> begun() {
        return extensions.values().stream()
                .filter(extension -> extension.kind.own().isEmpty())
                .map(extension -> extension.path)
                .toList();
    }

    /**
     * Changes a vocabulary. That of a shape is copied, since a vocabulary is never extended.
     *
     * @return a remark on the copy, if there is one
     */
    static Optional<String> inVocabulary(Parts vocabulary, List<Edit> edits, PendingChanges changes) {
        if (vocabulary.own().isPresent()) {
            changes.add(edits);
            return Optional.empty();
        }
        List<Edit> inOrder =
                edits.stream().sorted(Comparator.comparing(Edit::span)).toList();
        changes.create(vocabulary.path(), EditedText.of(vocabulary.main().file().text(), inOrder));
        return Optional.of(vocabulary.path() + " is new: a copy of the vocabulary of the shape, with this change");
    }

    /** Writes what was collected. */
    void finish() {
        extensions.values().forEach(extension -> {
            var said = new Said(extension);
            if (extension.kind.own().isEmpty()) {
                changes.create(extension.path, said.newFile());
            } else {
                changes.add(said.edits(extension.kind.own().get()));
            }
        });
    }

    private static Optional<Mapping> fields(Mapping file) {
        return file.member(KindFile.FIELDS)
                .flatMap(Member::value)
                .filter(Mapping.class::isInstance)
                .map(Mapping.class::cast);
    }

    private static Optional<Mapping> ownFields(Parts kind) {
        return kind.own().flatMap(part -> fields(part.mapping()));
    }

    private static Optional<Member> replacing(Mapping fields, String shaped) {
        return fields.members().stream()
                .filter(field -> replaced(field).filter(shaped::equals).isPresent())
                .findFirst();
    }

    private static Optional<String> replaced(Member field) {
        return parameter(field, ProjectShape.REPLACES)
                .flatMap(Member::value)
                .filter(Scalar.class::isInstance)
                .map(value -> ((Scalar) value).text().strip());
    }

    private static Optional<Member> parameter(Member field, String word) {
        return field.value().filter(Mapping.class::isInstance).flatMap(value -> ((Mapping) value).member(word));
    }

    /** The lines that say what has changed. */
    private static final class Said {
        private final Extension extension;
        private final Parts kind;
        private final Part before;
        private final Part after;
        /** The lines of each part of the file that changes, by its key; of fields, by their names. */
        private final Map<String, Written> parts = new LinkedHashMap<>();

        private final Map<String, Written> fields = new LinkedHashMap<>();
        private final List<Edit> edits = new ArrayList<>();

        Said(Extension extension) {
            this.extension = extension;
            kind = extension.kind;
            before = kind.main();
            List<Edit> inOrder = extension.edits.stream()
                    .distinct()
                    .sorted(Comparator.comparing(Edit::span))
                    .toList();
            after = Part.of(SourceFile.of(
                    before.file().path(), EditedText.of(before.file().text(), inOrder)));
            List<Member> members = before.mapping().members();
            for (int i = 0; i < members.size(); i++) {
                Member changed = after.mapping().members().get(i);
                if (isTouched(members.get(i))) {
                    if (members.get(i).key().text().equals(KindFile.FIELDS)) {
                        addFields(members.get(i), changed);
                    } else if (isLeftToShape(members.get(i).key().text())) {
                        parts.put(changed.key().text(), Written.of(after, changed));
                    }
                }
            }
            extension.renamed.forEach(this::rename);
        }

        private boolean isLeftToShape(String word) {
            return kind.own().filter(part -> part.mapping().has(word)).isEmpty();
        }

        private boolean isTouched(Member member) {
            Span start = member.key().span();
            Span end = member.value().map(Value::span).orElse(start);
            return extension.edits.stream()
                    .map(Edit::span)
                    .anyMatch(span ->
                            span.start().compareTo(end.end()) < 0 && span.end().compareTo(start.start()) > 0);
        }

        private void addFields(Member shaped, Member changed) {
            List<Member> members = ((Mapping) shaped.value().orElseThrow()).members();
            for (int i = 0; i < members.size(); i++) {
                if (isTouched(members.get(i))) {
                    Member field =
                            ((Mapping) changed.value().orElseThrow()).members().get(i);
                    Optional<Member> own = own(members.get(i).key().text());
                    if (own.isEmpty()) {
                        fields.put(field.key().text(), Written.of(after, field));
                    } else {
                        addParameters(members.get(i), field, own.get());
                    }
                }
            }
        }

        /** What the project declares about a field of the shape. */
        private Optional<Member> own(String shaped) {
            return ownFields(kind)
                    .flatMap(fields -> replacing(fields, shaped)
                            .or(() -> fields.member(shaped)
                                    .filter(field -> replaced(field).isEmpty())));
        }

        private void addParameters(Member shaped, Member changed, Member own) {
            Mapping said = (Mapping) own.value().orElseThrow();
            if (said.has(TYPE)) {
                return;
            }
            List<Member> parameters = ((Mapping) shaped.value().orElseThrow()).members();
            for (int i = 0; i < parameters.size(); i++) {
                if (isTouched(parameters.get(i))
                        && !said.has(parameters.get(i).key().text())) {
                    Written written = Written.of(
                            after,
                            ((Mapping) changed.value().orElseThrow()).members().get(i));
                    edits.add(ownMembers(said).add(written.lines(), written.inBraces()));
                }
            }
        }

        private MemberEdits ownMembers(Mapping mapping) {
            return new MemberEdits(kind.own().orElseThrow().positions(), mapping);
        }

        private void rename(String shaped, String name) {
            String replaces = ProjectShape.REPLACES + ": " + shaped;
            Optional<Member> own = own(shaped);
            if (own.isEmpty()) {
                fields.put(name, new Written(name + ": {" + replaces + "}", name + ": {" + replaces + "}"));
                return;
            }
            Mapping said = (Mapping) own.get().value().orElseThrow();
            Optional<Member> replaced = parameter(own.get(), ProjectShape.REPLACES);
            if (replaced.isEmpty()) {
                edits.add(ownMembers(said).add(replaces, replaces));
            } else if (shaped.equals(name)) {
                edits.add(
                        said.members().size() == 1
                                ? removal(own.get())
                                : ownMembers(said).remove(replaced.get()));
                if (said.members().size() == 1) {
                    return;
                }
            }
            edits.add(ListEdits.replace(
                    kind.own().orElseThrow().positions(), own.get().key(), name));
        }

        /** Removes a field from the project's file, with the key above it if it was the only one. */
        private Edit removal(Member field) {
            Mapping all = ownFields(kind).orElseThrow();
            Mapping file = kind.own().orElseThrow().mapping();
            return all.members().size() == 1
                    ? ownMembers(file).remove(file.member(KindFile.FIELDS).orElseThrow())
                    : ownMembers(all).remove(field);
        }

        String newFile() {
            var text = new StringBuilder("extends: shape\n");
            extension.lines.forEach((word, value) ->
                    text.append(word).append(": ").append(value).append('\n'));
            if (!extension.without.isEmpty()) {
                text.append(ProjectShape.WITHOUT + ": [")
                        .append(String.join(", ", extension.without))
                        .append("]\n");
            }
            parts.forEach((word, written) -> text.append(written.lines()).append('\n'));
            if (!fields.isEmpty()) {
                text.append(fieldLines()).append('\n');
            }
            return text.toString();
        }

        private String fieldLines() {
            var lines = new StringBuilder(KindFile.FIELDS + ":");
            fields.values().forEach(field -> lines.append('\n').append(MemberEdits.indented(field.lines(), "  ")));
            return lines.toString();
        }

        private String fieldsInBraces() {
            return KindFile.FIELDS + ": {"
                    + String.join(
                            ", ",
                            fields.values().stream().map(Written::inBraces).toList()) + "}";
        }

        List<Edit> edits(Part own) {
            MemberEdits file = ownMembers(own.mapping());
            Optional<Mapping> declared = fields(own.mapping());
            // Several may be inserted at the end of the file, the most deeply nested first.
            declared.ifPresent(mapping -> fields.forEach(
                    (name, written) -> edits.add(ownMembers(mapping).add(written.lines(), written.inBraces()))));
            extension.lines.forEach((word, value) -> edits.add(file.add(word + ": " + value, word + ": " + value)));
            parts.forEach((word, written) -> edits.add(file.add(written.lines(), written.inBraces())));
            if (!fields.isEmpty() && declared.isEmpty()) {
                edits.add(file.add(fieldLines(), fieldsInBraces()));
            }
            leaveOut(own, file);
            return edits;
        }

        private void leaveOut(Part own, MemberEdits file) {
            if (extension.without.isEmpty()) {
                return;
            }
            extension.without.forEach(shaped -> own(shaped).ifPresent(field -> edits.add(removal(field))));
            Optional<Member> said = own.mapping().member(ProjectShape.WITHOUT);
            if (said.flatMap(Member::value).orElse(null) instanceof Sequence list) {
                new ListEdits(own.positions(), list)
                        .rewrite(Optional::of, extension.without)
                        .ifPresent(edits::addAll);
                return;
            }
            said.flatMap(Member::value)
                    .filter(Scalar.class::isInstance)
                    .map(value -> ((Scalar) value).text().strip())
                    .filter(name -> !name.isEmpty())
                    .ifPresent(name -> extension.without.add(0, name));
            String line = ProjectShape.WITHOUT + ": [" + String.join(", ", extension.without) + "]";
            edits.add(
                    said.isPresent()
                            ? own.positions()
                                    .edit(
                                            own.positions().start(said.get().key()),
                                            own.positions().end(said.get()),
                                            line)
                            : file.add(line, line));
        }
    }

    /**
     * A member in both styles.
     *
     * @param lines without indentation
     */
    private record Written(String lines, String inBraces) {
        static Written of(Part part, Member member) {
            YamlPositions positions = part.positions();
            int start = positions.start(member.key());
            String indentation = " ".repeat(positions.column(start));
            String lines = positions
                    .file()
                    .text()
                    .substring(start, positions.end(member))
                    .replace("\n" + indentation, "\n");
            return new Written(lines, member.key().text() + ": " + YamlValue.inBrackets(member.value()));
        }
    }
}
