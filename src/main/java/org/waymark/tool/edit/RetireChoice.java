package org.waymark.tool.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.waymark.content.ContentReader;
import org.waymark.content.ProjectShape;
import org.waymark.diagnostic.Note;
import org.waymark.directory.Directory;
import org.waymark.schema.Choice;
import org.waymark.schema.Field;
import org.waymark.schema.Group;
import org.waymark.schema.Vocabulary;
import org.waymark.schema.VocabularyFile;
import org.waymark.source.Edit;
import org.waymark.source.Project;
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
 * Removes a choice from a vocabulary, optionally with its values in entries. Its addresses lead to another choice: the one that
 * takes its place, or else the one to which it belonged.
 */
public final class RetireChoice {
    private final EditableProject content;
    private final Vocabulary vocabulary;
    private final Vocabulary.Option option;
    /** The choice that takes its place in entries, if any. */
    private final Optional<Vocabulary.Option> successor;

    private final PendingChanges changes = new PendingChanges();
    /** Where entries have it. */
    private final List<Span> values = new ArrayList<>();
    /** Values that an entry requires. */
    private final List<Note> needed = new ArrayList<>();

    private RetireChoice(
            EditableProject content,
            Vocabulary vocabulary,
            Vocabulary.Option option,
            Optional<Vocabulary.Option> successor) {
        this.content = content;
        this.vocabulary = vocabulary;
        this.option = option;
        this.successor = successor;
    }

    /**
     * Computes the changes.
     *
     * @param directory the directory read from the project
     * @param typed the vocabulary, a slash, and the id or label of the choice
     * @param withValues whether values in entries are removed as well
     * @param to the id or the label of the choice that entries have instead
     * @throws Refusal if the choice is still needed
     */
    public static RetireField.Retired of(
            Directory directory, Project project, String typed, boolean withValues, Optional<String> to) {
        ShapeFiles shape = ShapeFiles.of(project);
        Vocabulary vocabulary = RenameChoice.vocabulary(shape.kinds(), typed);
        Vocabulary.Option option = RenameChoice.option(
                vocabulary, typed.substring(typed.indexOf('/') + 1).strip());
        Optional<Vocabulary.Option> successor = to.map(name -> RenameChoice.option(
                vocabulary, name.substring(name.indexOf('/') + 1).strip()));
        if (successor.filter(option::equals).isPresent()) {
            throw Refusal.wrongUsage("`" + option.id() + "` cannot take its own place");
        }
        var retire = new RetireChoice(new EditableProject(directory, project), vocabulary, option, successor);
        retire.requireAlone();
        retire.entries(shape);
        retire.requireUnneeded(withValues);
        List<String> remarks = new ArrayList<>();
        Parts parts = shape.ofVocabulary(vocabulary.name());
        List<Edit> edits = new ArrayList<>(List.of(retire.declaration(parts.main())));
        if (RenameChoice.hasAddresses(shape.kinds(), vocabulary)) {
            edits.addAll(retire.addresses(directory, parts.main()));
        }
        ShapeChanges.inVocabulary(parts, edits, retire.changes).ifPresent(remarks::add);
        return new RetireField.Retired(new ShapeEdit(retire.changes.list(), remarks), retire.values.size());
    }

    private String name() {
        return vocabulary.name() + "/" + option.id();
    }

    /** Lets its addresses lead to another choice. */
    private List<Edit> addresses(Directory directory, Part file) {
        Optional<Vocabulary.Option> heir = successor.or(option::parent);
        if (heir.isEmpty()) {
            boolean isPublished = directory.promised().stream()
                    .anyMatch(
                            route -> route.owner().isEmpty() && route.address().contains("/" + option.id() + "/"));
            if (isPublished) {
                throw Refusal.inTheWay("pages of `" + name()
                        + "` were published; name the choice that readers should find instead, such as `--to "
                        + vocabulary.options().stream()
                                .filter(other -> !other.equals(option))
                                .findFirst()
                                .orElseThrow()
                                .id()
                        + "`");
            }
            return List.of();
        }
        List<String> ids = Stream.concat(
                        Stream.of(option.id().value()),
                        option.formerIds().stream().map(id -> id.value().value()))
                .toList();
        return RenameChoice.formerIds(
                file,
                RenameChoice.declaration(file, heir.get()),
                ids,
                heir.get().id().value());
    }

    private void requireAlone() {
        List<Vocabulary.Option> all = vocabulary.options();
        if (all.stream().anyMatch(other -> other.above().contains(option))) {
            throw Refusal.inTheWay("other choices belong to `" + name() + "`; retire or move these first");
        }
        if (all.size() == 1) {
            throw Refusal.inTheWay("`" + name() + "` is the only choice of its vocabulary; retire its fields instead");
        }
    }

    private void requireUnneeded(boolean withValues) {
        int count = values.size();
        if (successor.isPresent()) {
            return;
        }
        if (count > 0 && !withValues) {
            List<Note> notes = values.stream()
                    .sorted()
                    .limit(ShapeFiles.MOST_NOTES)
                    .map(span -> new Note(span, "`" + option.label() + "` is chosen here"))
                    .toList();
            throw Refusal.inTheWay(
                    "entries choose `" + option.label() + "` " + (count == 1 ? "once" : count + " times")
                            + "; `--remove-values` removes it there, and `--to` writes another choice"
                            + (count > notes.size() ? "; these are the first " + notes.size() : ""),
                    notes);
        }
        if (!needed.isEmpty()) {
            throw Refusal.inTheWay(
                    "entries need a value where they choose `" + option.label() + "`; write another one first",
                    needed.stream().limit(ShapeFiles.MOST_NOTES).toList());
        }
    }

    private void entries(ShapeFiles shape) {
        content.requireClear(
                file -> shape.kinds().claiming(file.path()).isPresent(), option.label(), "`" + name() + "`");
        for (SourceFile file : content.project().content()) {
            if (!ProjectShape.isPart(file.path())) {
                shape.kinds()
                        .claiming(file.path())
                        .filter(shape.kinds()::isForReaders)
                        .ifPresent(kind -> ContentReader.typedFields(file)
                                .forEach(entry -> removals(new YamlPositions(file), kind.fields(), entry)));
            }
        }
    }

    private void removals(YamlPositions positions, List<Field<?>> fields, Mapping typed) {
        for (Field<?> field : fields) {
            typed.member(field.name())
                    .ifPresent(member -> member.value().ifPresent(value -> {
                        if (field.itemType() instanceof Group<?> group) {
                            DeclaredField.mappings(value).forEach(inner -> removals(positions, group.fields(), inner));
                        } else if (field.itemType() instanceof Choice<?> choice
                                && choice.vocabulary()
                                        .filter(vocabulary::equals)
                                        .isPresent()) {
                            changes.add(removal(positions, field, typed, member, value));
                        }
                    }));
        }
    }

    private List<Edit> removal(YamlPositions positions, Field<?> field, Mapping typed, Member member, Value value) {
        List<Value> all = value instanceof Sequence list ? list.items() : List.of(value);
        List<Value> chosen = all.stream()
                .filter(item -> item instanceof Scalar scalar
                        && option.isWrittenAs(scalar.text().strip()))
                .toList();
        chosen.forEach(item -> values.add(item.span()));
        if (chosen.isEmpty()) {
            return List.of();
        }
        if (successor.isPresent()) {
            String label = successor.get().label();
            return value instanceof Sequence list
                    ? new ListEdits(positions, list)
                            .rewrite(text -> Optional.of(option.isWrittenAs(text.strip()) ? label : text), List.of())
                            .orElseThrow()
                    : List.of(ListEdits.replace(positions, (Scalar) value, label));
        }
        if (chosen.size() < all.size()) {
            return new ListEdits(positions, (Sequence) value).without(chosen);
        }
        if (field.isRequired() || typed.members().size() == 1) {
            needed.add(new Note(value.span(), "`" + field.name() + "` would be without a value here"));
            return List.of();
        }
        return List.of(new MemberEdits(positions, typed).remove(member));
    }

    private Edit declaration(Part file) {
        Sequence list = lists(file.mapping()).stream()
                .filter(each -> each.items().stream().anyMatch(this::isChoice))
                .findFirst()
                .orElseThrow();
        Value choice = list.items().stream().filter(this::isChoice).findFirst().orElseThrow();
        if (list.items().size() == 1) {
            Mapping above = parents(file.mapping()).stream()
                    .filter(each -> each.member(VocabularyFile.BELOW)
                            .flatMap(Member::value)
                            .filter(list::equals)
                            .isPresent())
                    .findFirst()
                    .orElseThrow();
            return new MemberEdits(file.positions(), above)
                    .remove(above.member(VocabularyFile.BELOW).orElseThrow());
        }
        return new ListEdits(file.positions(), list).without(List.of(choice)).get(0);
    }

    private boolean isChoice(Value value) {
        return value instanceof Mapping mapping
                && RenameChoice.text(mapping, VocabularyFile.ID)
                        .filter(option.id().value()::equals)
                        .isPresent();
    }

    /** The file and all its choices, each of which may have choices below it. */
    private static List<Mapping> parents(Mapping file) {
        var all = new ArrayList<Mapping>(List.of(file));
        RenameChoice.choices(file).forEach(all::add);
        return all;
    }

    private static List<Sequence> lists(Mapping file) {
        return parents(file).stream()
                .flatMap(each -> each.member(VocabularyFile.BELOW).flatMap(Member::value).stream())
                .filter(Sequence.class::isInstance)
                .map(Sequence.class::cast)
                .toList();
    }
}
