package org.waymark.tool.lsp;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.waymark.directory.Entry;
import org.waymark.schema.DateType;
import org.waymark.schema.Field;
import org.waymark.schema.FieldType;
import org.waymark.schema.Group;
import org.waymark.schema.ImageName;
import org.waymark.schema.Kind;
import org.waymark.schema.ListOf;
import org.waymark.schema.MapOf;
import org.waymark.schema.OneOrMany;
import org.waymark.schema.PartName;
import org.waymark.schema.PartsByName;
import org.waymark.schema.QualifiedReference;
import org.waymark.schema.Reference;
import org.waymark.schema.Role;
import org.waymark.source.SourceFile;
import org.waymark.tool.lsp.CompletionProposal.Sort;
import org.waymark.tool.lsp.FieldCursor.Where;

/** Completes the fields of an entry: missing field names, and values. */
final class FieldCompletion {
    private final Snapshot snapshot;
    private final SourceFile file;
    private final Kind kind;
    private final FieldCursor cursor;
    private final LocalDate today;

    private FieldCompletion(Snapshot snapshot, SourceFile file, Kind kind, FieldCursor cursor) {
        this.snapshot = snapshot;
        this.file = file;
        this.kind = kind;
        this.cursor = cursor;
        this.today = snapshot.directory().asOf();
    }

    static Stream<CompletionProposal> at(Snapshot snapshot, SourceFile file, Kind kind, FieldCursor cursor) {
        return FieldPaths.at(kind, cursor)
                .map(type -> new FieldCompletion(snapshot, file, kind, cursor).of(type))
                .orElse(Stream.of());
    }

    private Stream<CompletionProposal> of(FieldType<?> type) {
        return switch (cursor.where()) {
            case FLOW_ITEM -> values(FieldPaths.entered(type), "", "");
            case FLOW_KEY -> keys(FieldPaths.entered(type), true);
            case VALUE, COLON -> afterColon(type, cursor.where() == Where.COLON ? " " : "");
            case START -> atStart(type);
        };
    }

    private Stream<CompletionProposal> afterColon(FieldType<?> type, String space) {
        return type instanceof ListOf<?> items ? values(items.item(), space + "[", "]") : values(type, space, "");
    }

    private Stream<CompletionProposal> atStart(FieldType<?> type) {
        if (!(type instanceof ListOf<?> items)) {
            return keys(type, false);
        }
        if (cursor.inItem()) {
            return Stream.concat(keys(items.item(), false), values(items.item(), "", ""));
        }
        return items.item() instanceof Group<?> group ? Stream.of(newItem(group)) : values(items.item(), "- ", "");
    }

    /** A whole item of a list of groups, with everything that is required. */
    private CompletionProposal newItem(Group<?> group) {
        List<Field<?>> needed = Snippet.required(group.fields());
        return new CompletionProposal(
                Sort.TEMPLATE,
                "- " + needed.get(0).name(),
                "a new item",
                "",
                "- " + Snippet.of(needed, "  ", today, false),
                "- " + Snippet.of(needed, "  ", today, true),
                "- " + needed.get(0).name(),
                cursor.word());
    }

    private Stream<CompletionProposal> keys(FieldType<?> type, boolean inline) {
        if (type instanceof MapOf<?> named) {
            return named.keys().stream()
                    .filter(name -> !cursor.present().containsKey(name))
                    .map(name -> CompletionProposal.plain(
                            Sort.FIELD,
                            name,
                            Role.named(name).map(Role::wanted).orElse(""),
                            "",
                            name + ": ",
                            name,
                            cursor.word()));
        }
        if (type instanceof PartsByName<?>) {
            return PartCompletion.of(snapshot, file, cursor).fieldsToChange();
        }
        // Types that are not known yet have parameters of the same name.
        Map<String, Field<?>> byName = new LinkedHashMap<>();
        FieldPaths.fields(type, cursor.present()).forEach(field -> byName.putIfAbsent(field.name(), field));
        return byName.values().stream()
                .filter(field -> !cursor.present().containsKey(field.name()))
                .map(field -> key(field, inline));
    }

    private CompletionProposal key(Field<?> field, boolean inline) {
        String name = field.name();
        return new CompletionProposal(
                Sort.FIELD,
                name,
                field.isRequired() ? "required" : "optional",
                FieldHelp.of(snapshot.shape(), field),
                inline ? name + ": " : Snippet.of(field, today, false),
                inline ? name + ": " : Snippet.of(field, today, true),
                name,
                cursor.word());
    }

    private Stream<CompletionProposal> values(FieldType<?> type, String before, String after) {
        if (type instanceof OneOrMany<?> some) {
            return values(some.item(), before, after);
        }
        if (type instanceof PartName<?> named) {
            return PartCompletion.of(snapshot, file, cursor)
                    .names(named.part(), FieldPaths.owner(kind, cursor), before, after);
        }
        if (!type.choices().isEmpty()) {
            return type.choices().stream().map(word -> value(Sort.CHOICE, word, "", before, after, word));
        }
        if (type instanceof DateType) {
            return Stream.of(
                    value(Sort.DATE, today.toString(), "today", before, after, today + " today"),
                    value(
                            Sort.DATE,
                            today.plusYears(1).toString(),
                            "in a year",
                            before,
                            after,
                            today.plusYears(1) + " in a year"));
        }
        if (type instanceof ImageName) {
            return snapshot.directory().images().stream()
                    .sorted()
                    .map(ImageName::of)
                    .map(name -> value(Sort.IMAGE, name, "a picture", before, after, name));
        }
        if (type instanceof QualifiedReference any) {
            return any.kinds().stream()
                    .flatMap(each -> references(Optional.of(each), before + each.name() + "/", after));
        }
        return type instanceof Reference reference
                ? reference.kinds().stream()
                        .flatMap(name -> references(
                                snapshot.directory().kinds().named(name),
                                reference.isQualified() ? before + name + "/" : before,
                                after))
                : Stream.of();
    }

    /** @param target empty while the shape is being written */
    private Stream<CompletionProposal> references(Optional<Kind> target, String before, String after) {
        return target.stream()
                .flatMap(named -> snapshot.directory().entries(named))
                .filter(entry -> entry.isNamed() && !isHere(entry))
                .sorted(Comparator.comparing(Entry::id))
                .map(entry -> reference(entry, before + entry.id() + after));
    }

    private CompletionProposal reference(Entry entry, String text) {
        String label = Snapshot.label(entry);
        return CompletionProposal.plain(
                Sort.REFERENCE,
                text.strip().replaceAll("^- |[\\[\\]]", ""),
                label,
                Snapshot.gist(entry).orElse(""),
                text,
                text + " " + label,
                cursor.word());
    }

    /** An entry must not refer to itself. */
    private boolean isHere(Entry entry) {
        return entry.path().equals(cursor.word().path());
    }

    private CompletionProposal value(
            Sort sort, String text, String detail, String before, String after, String filter) {
        return CompletionProposal.plain(sort, text, detail, "", before + text + after, filter, cursor.word());
    }
}
