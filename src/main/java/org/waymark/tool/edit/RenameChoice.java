package org.waymark.tool.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.waymark.content.ContentReader;
import org.waymark.diagnostic.DidYouMean;
import org.waymark.directory.Directory;
import org.waymark.directory.FieldPath;
import org.waymark.directory.Kinds;
import org.waymark.schema.Choice;
import org.waymark.schema.CommonFields;
import org.waymark.schema.Field;
import org.waymark.schema.FieldType;
import org.waymark.schema.Id;
import org.waymark.schema.Kind;
import org.waymark.schema.Vocabulary;
import org.waymark.schema.VocabularyFile;
import org.waymark.source.Edit;
import org.waymark.source.Project;
import org.waymark.source.SourceFile;
import org.waymark.source.Value;
import org.waymark.source.Value.Mapping;
import org.waymark.source.Value.Member;
import org.waymark.source.Value.Scalar;
import org.waymark.source.Value.Sequence;
import org.waymark.tool.edit.ShapeFiles.Part;
import org.waymark.tool.edit.ShapeFiles.Parts;

/** Changes the id of a choice, which is part of addresses, or its label, which entries contain. */
public final class RenameChoice {
    private final EditableProject content;
    private final Kinds kinds;
    private final Vocabulary vocabulary;
    private final Vocabulary.Option option;
    private final Part file;
    private final Mapping choice;
    private final List<Edit> edits = new ArrayList<>();
    private final PendingChanges changes = new PendingChanges();

    private RenameChoice(
            EditableProject content, Kinds kinds, Vocabulary vocabulary, Vocabulary.Option option, Part file) {
        this.content = content;
        this.kinds = kinds;
        this.vocabulary = vocabulary;
        this.option = option;
        this.file = file;
        choice = declaration(file, option);
    }

    /** The lines that declare a choice. */
    static Mapping declaration(Part file, Vocabulary.Option option) {
        return choices(file.mapping())
                .filter(each -> text(each, VocabularyFile.ID)
                        .filter(option.id().value()::equals)
                        .isPresent())
                .findFirst()
                .orElseThrow();
    }

    /**
     * Computes the changes.
     *
     * @param directory the directory read from the project
     * @param typed the vocabulary, a slash, and the id or label of the choice
     * @param id the new id, if that is to change
     * @param label the new label, if that is to change
     * @throws Refusal if the choice cannot have these
     */
    public static ShapeEdit of(
            Directory directory, Project project, String typed, Optional<String> id, Optional<String> label) {
        if (id.isEmpty() && label.isEmpty()) {
            throw Refusal.wrongUsage("give the new id, or the new label with `--label`, or both");
        }
        ShapeFiles shape = ShapeFiles.of(project);
        Vocabulary vocabulary = vocabulary(shape.kinds(), typed);
        Vocabulary.Option option =
                option(vocabulary, typed.substring(typed.indexOf('/') + 1).strip());
        Parts parts = shape.ofVocabulary(vocabulary.name());
        var rename = new RenameChoice(
                new EditableProject(directory, project), shape.kinds(), vocabulary, option, parts.main());
        id.map(String::strip).ifPresent(rename::id);
        label.map(String::strip).ifPresent(rename::label);
        return rename.result(parts, label.map(String::strip));
    }

    static Vocabulary vocabulary(Kinds kinds, String typed) {
        int slash = typed.indexOf('/');
        List<String> names = List.copyOf(kinds.shape().vocabularies().keySet());
        if (slash < 0) {
            throw Refusal.wrongUsage("`" + typed + "` is not a choice; write its vocabulary, a slash and its id"
                    + (names.isEmpty() ? "" : ", such as `" + names.get(0) + "/…`"));
        }
        String name = typed.substring(0, slash).strip();
        return Optional.ofNullable(kinds.shape().vocabularies().get(name))
                .orElseThrow(() -> Refusal.wrongUsage("there is no vocabulary `" + name + "`"
                        + (names.isEmpty()
                                ? ""
                                : "; "
                                        + DidYouMean.question(name, names)
                                                .orElseGet(() -> "the vocabularies are " + String.join(", ", names)))));
    }

    static Vocabulary.Option option(Vocabulary vocabulary, String name) {
        List<Vocabulary.Option> options = vocabulary.options();
        return options.stream()
                .filter(option -> option.id().value().equals(name))
                .findFirst()
                .or(() -> options.stream()
                        .filter(option -> option.label().equalsIgnoreCase(name))
                        .findFirst())
                .orElseThrow(() -> {
                    List<String> ids =
                            options.stream().map(option -> option.id().value()).toList();
                    return Refusal.wrongUsage("`" + vocabulary.name() + "` has no choice `" + name + "`; "
                            + DidYouMean.question(name, ids)
                                    .orElseGet(() -> "its choices are " + String.join(", ", ids)));
                });
    }

    /** All choices, also those that belong to others. */
    static Stream<Mapping> choices(Mapping list) {
        return list.member(VocabularyFile.BELOW).flatMap(Member::value).stream()
                .flatMap(value -> DeclaredField.mappings(value).stream())
                .flatMap(choice -> Stream.concat(Stream.of(choice), choices(choice)));
    }

    static Optional<String> text(Mapping mapping, String word) {
        return scalar(mapping, word).map(scalar -> scalar.text().strip());
    }

    private static Optional<Scalar> scalar(Mapping mapping, String word) {
        return mapping.member(word)
                .flatMap(Member::value)
                .filter(Scalar.class::isInstance)
                .map(Scalar.class::cast);
    }

    private void id(String to) {
        if (!Id.isValid(to)) {
            throw Refusal.wrongUsage(
                    "`" + to + "` is not an id, which has lower-case letters, digits and single hyphens"
                            + RenameField.suggestion(to));
        }
        String old = option.id().value();
        if (to.equals(old)) {
            throw Refusal.wrongUsage("`" + vocabulary.name() + "/" + old + "` is already called that");
        }
        boolean isTaken = vocabulary.options().stream()
                .anyMatch(other -> other.id().value().equals(to));
        if (isTaken) {
            throw Refusal.inTheWay("`" + vocabulary.name() + "` has a choice `" + to + "` already");
        }
        edits.add(ListEdits.replace(
                file.positions(), scalar(choice, VocabularyFile.ID).orElseThrow(), to));
        if (hasAddresses(kinds, vocabulary)) {
            edits.addAll(formerIds(file, choice, List.of(old), to));
        }
    }

    /** Whether the ids of its choices are part of addresses: of their pages, or of lists by a filter. */
    static boolean hasAddresses(Kinds kinds, Vocabulary vocabulary) {
        return vocabulary.hasPages()
                || kinds.withPages().stream()
                        .anyMatch(kind -> kind.listing().facets().stream()
                                .anyMatch(facet -> FieldPath.of(kinds, kind, facet.path())
                                        .flatMap(FieldPath::vocabulary)
                                        .filter(vocabulary::equals)
                                        .isPresent()));
    }

    /**
     * Lets the addresses with other ids lead to a choice, except one that is its current address again.
     *
     * @param now its id
     */
    static List<Edit> formerIds(Part file, Mapping choice, List<String> others, String now) {
        Optional<Member> former = choice.member(CommonFields.FORMER_IDS.name());
        String line = CommonFields.FORMER_IDS.name() + ": [" + String.join(", ", others) + "]";
        if (former.flatMap(Member::value).orElse(null) instanceof Sequence list
                && !list.items().isEmpty()) {
            Optional<List<Edit>> rewritten = new ListEdits(file.positions(), list)
                    .rewrite(id -> Optional.of(id).filter(each -> !each.strip().equals(now)), others);
            return rewritten.orElseThrow();
        }
        return List.of(
                former.isPresent()
                        ? file.positions()
                                .edit(
                                        file.positions().start(former.get().key()),
                                        file.positions().end(former.get()),
                                        line)
                        : new MemberEdits(file.positions(), choice)
                                .addAfter(choice.member(VocabularyFile.LABEL).orElseThrow(), line));
    }

    private void label(String to) {
        if (to.isEmpty() || to.indexOf('\n') >= 0) {
            throw Refusal.wrongUsage("a label is a text in one line");
        }
        if (to.equals(option.label())) {
            throw Refusal.wrongUsage("the label of `" + vocabulary.name() + "/" + option.id() + "` is already that");
        }
        boolean isTaken =
                vocabulary.options().stream().anyMatch(other -> other.label().equals(to));
        if (isTaken) {
            throw Refusal.inTheWay("`" + vocabulary.name() + "` has a choice with the label `" + to + "` already");
        }
        edits.add(ListEdits.replace(
                file.positions(), scalar(choice, VocabularyFile.LABEL).orElseThrow(), to));
        content.requireClear(
                entries -> kindOf(entries).isPresent(),
                option.label(),
                "`" + vocabulary.name() + "/" + option.id() + "`");
        content.project()
                .content()
                .forEach(entries -> kindOf(entries)
                        .ifPresent(kind -> ContentReader.typedFields(entries)
                                .forEach(fields -> follow(kind, entries, fields, to))));
    }

    private Optional<Kind> kindOf(SourceFile entries) {
        return kinds.claiming(entries.path()).filter(kinds::isForReaders);
    }

    private void follow(Kind kind, SourceFile entries, Mapping typed, String to) {
        List<Field<?>> fields = kind.fields();
        TypedValues.forEach(fields, typed, (type, value) -> {
            if (isOfVocabulary(type) && value.text().strip().equals(option.label())) {
                changes.add(List.of(ListEdits.replace(new YamlPositions(entries), value, to)));
            }
        });
    }

    private boolean isOfVocabulary(FieldType<?> type) {
        return type instanceof Choice<?> of
                && of.vocabulary().filter(vocabulary::equals).isPresent();
    }

    private ShapeEdit result(Parts parts, Optional<String> label) {
        List<String> remarks = new ArrayList<>();
        ShapeChanges.inVocabulary(parts, edits, changes).ifPresent(remarks::add);
        label.ifPresent(to -> leftovers()
                .forEach(left -> remarks.add(
                        "`" + left + "` in " + parts.path() + " is unchanged; check that it still fits `" + to + "`")));
        return new ShapeEdit(changes.list(), remarks);
    }

    /** The other lines of the choice that contain its old label. */
    private List<String> leftovers() {
        var texts = new ArrayList<String>();
        choice.members().stream()
                .filter(member -> !List.of(VocabularyFile.LABEL, VocabularyFile.BELOW)
                        .contains(member.key().text()))
                .forEach(member -> member.value().ifPresent(value -> collect(value, texts)));
        return texts.stream()
                .filter(text -> text.contains(option.label()))
                .distinct()
                .toList();
    }

    private static void collect(Value value, List<String> texts) {
        if (value instanceof Mapping mapping) {
            mapping.members().forEach(member -> member.value().ifPresent(part -> collect(part, texts)));
        } else if (value instanceof Sequence list) {
            list.items().forEach(item -> collect(item, texts));
        } else if (value instanceof Scalar scalar) {
            texts.add(scalar.text());
        }
    }
}
