package org.waymark.tool.changes;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.waymark.directory.Entry;
import org.waymark.directory.Kinds;
import org.waymark.schema.EntryName;
import org.waymark.schema.FieldType;
import org.waymark.schema.Id;
import org.waymark.schema.Kind;
import org.waymark.schema.ListOf;
import org.waymark.schema.QualifiedReference;
import org.waymark.schema.Reference;

/**
 * The names of entries, by the ids that fields refer to.
 *
 * @param kinds of the newer directory
 * @param before the entries of the older snapshot
 * @param after those of the newer
 * @param renamed entries whose id changed, by their old id
 */
record EntryLabels(
        Kinds kinds, Map<EntryName, Entry> before, Map<EntryName, Entry> after, Map<EntryName, EntryName> renamed) {
    /** The value of an older field, with the current ids of its references. */
    FieldValue updated(FieldValue content, FieldType<?> type) {
        if (type instanceof ListOf<?> items && content instanceof FieldValue.ListValue list) {
            return new FieldValue.ListValue(
                    list.all().stream().map(item -> updated(item, items.item())).toList());
        }
        if (!(content instanceof FieldValue.TextValue text)) {
            return content;
        }
        if (type instanceof Reference reference) {
            return new FieldValue.TextValue(name(reference, text)
                    .map(this::now)
                    .map(now -> reference.typed(now.kind().name(), now.id()))
                    .orElse(text.words()));
        }
        if (type instanceof QualifiedReference any) {
            return new FieldValue.TextValue(any.kinds().stream()
                    .filter(kind -> text.words().startsWith(kind.name() + "/"))
                    .map(kind -> new NamedText(
                            kind, text.words().substring(kind.name().length() + 1)))
                    .filter(named -> Id.isValid(named.id()))
                    .map(named ->
                            now(new EntryName(named.kind(), new Id(named.id()))).toString())
                    .findFirst()
                    .orElse(text.words()));
        }
        return content;
    }

    private record NamedText(Kind kind, String id) {}

    private EntryName now(EntryName name) {
        return renamed.getOrDefault(name, name);
    }

    /** The displayed text of a value: the name of an entry instead of its id. */
    String words(FieldValue content, FieldType<?> type) {
        if (type instanceof Reference reference && content instanceof FieldValue.TextValue text) {
            return name(reference, text)
                    .flatMap(name -> Optional.ofNullable(after.getOrDefault(name, before.get(name))))
                    .map(Entry::label)
                    .orElse(text.words());
        }
        if (type instanceof ListOf<?> items && content instanceof FieldValue.ListValue list) {
            return String.join(", ", words(list.all(), items.item()));
        }
        return content.words();
    }

    private List<String> words(List<FieldValue> items, FieldType<?> type) {
        return items.stream().map(item -> words(item, type)).toList();
    }

    private Optional<EntryName> name(Reference reference, FieldValue.TextValue text) {
        for (String kind : reference.kinds()) {
            String start = reference.isQualified() ? kind + "/" : "";
            String id = text.words().startsWith(start) ? text.words().substring(start.length()) : "";
            if (Id.isValid(id)) {
                return kinds.named(kind).map(its -> new EntryName(its, new Id(id)));
            }
        }
        return Optional.empty();
    }
}
