package org.waymark.tool.changes;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.waymark.schema.EntryName;
import org.waymark.schema.Kind;

/**
 * A changed entry.
 *
 * @param before absent if it was added
 * @param after absent if it was removed
 * @param address what happens at the address of a removed entry; absent if it had none of its own
 * @param summary its summary, if it was added
 * @param fields the changed fields, in the order of its kind
 * @param text how its text changed
 * @param pages the number of pages that show the definition of a glossary term
 */
public record EntryChange(
        Kind kind,
        ChangeType type,
        Optional<EntryState> before,
        Optional<EntryState> after,
        Optional<OldAddress> address,
        Optional<String> summary,
        List<FieldChange> fields,
        Optional<TextChange> text,
        OptionalInt pages) {
    /**
     * What readers find at the address of a removed entry.
     *
     * @param to the entry that it redirects to
     * @param notice whether a page gives the reason
     */
    public record OldAddress(Optional<EntryName> to, boolean notice) {}

    public EntryChange {
        fields = List.copyOf(fields);
    }

    /** The same, with the number of pages that show it. */
    EntryChange on(int count) {
        return new EntryChange(kind, type, before, after, address, summary, fields, text, OptionalInt.of(count));
    }

    /** The current state, or the last one. */
    public EntryState last() {
        return after.or(() -> before).orElseThrow();
    }

    /** Whether an existing entry became published. */
    public boolean isPublished() {
        return isReadable() && before.isPresent() && !before.get().isShown() && last().isShown();
    }

    /** Whether an existing entry is no longer published. */
    public boolean isWithdrawn() {
        return isReadable() && before.isPresent() && before.get().isShown() && !last().isShown();
    }

    /** Whether it can be read in each snapshot that contains it. */
    public boolean isReadable() {
        return before.filter(was -> !was.isReadable()).isEmpty()
                && after.filter(is -> !is.isReadable()).isEmpty();
    }

    public Optional<FieldChange> field(String name) {
        return fields.stream().filter(field -> field.name().equals(name)).findFirst();
    }
}
