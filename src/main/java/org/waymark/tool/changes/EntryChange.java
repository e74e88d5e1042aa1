package org.waymark.tool.changes;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.waymark.schema.EntryName;
import org.waymark.schema.Kind;

/**
 * An entry that is not as it was.
 *
 * @param before absent for one that was added
 * @param after absent for one that was removed
 * @param address what became of the address of one that was removed; absent for one that had none of its own
 * @param summary what it says of itself, for one that was added
 * @param fields those with another value, in the order of its kind
 * @param text how its text changed
 * @param pages on how many pages readers see the definition of a glossary term
 */
public record EntryChange(
        Kind<?> kind,
        ChangeType type,
        Optional<EntryState> before,
        Optional<EntryState> after,
        Optional<OldAddress> address,
        Optional<String> summary,
        List<FieldChange> fields,
        Optional<TextChange> text,
        OptionalInt pages) {
    /**
     * What readers find at the address of an entry that is gone.
     *
     * @param to the entry to which it leads
     * @param notice whether there is a page that says why it is gone
     */
    public record OldAddress(Optional<EntryName> to, boolean notice) {}

    public EntryChange {
        fields = List.copyOf(fields);
    }

    /** The same, with the number of pages that show it. */
    EntryChange on(int count) {
        return new EntryChange(kind, type, before, after, address, summary, fields, text, OptionalInt.of(count));
    }

    /** How it is now, or was last. */
    public EntryState last() {
        return after.or(() -> before).orElseThrow();
    }

    /** Whether readers see it now and did not before, though it was there. */
    public boolean isPublished() {
        return isReadable() && before.isPresent() && !before.get().isShown() && last().isShown();
    }

    /** Whether readers saw it before and do not now, though it is there. */
    public boolean isWithdrawn() {
        return isReadable() && before.isPresent() && before.get().isShown() && !last().isShown();
    }

    /** Whether it can be read in both states, as far as it is there. */
    public boolean isReadable() {
        return before.filter(was -> !was.isReadable()).isEmpty()
                && after.filter(is -> !is.isReadable()).isEmpty();
    }

    public Optional<FieldChange> field(String name) {
        return fields.stream().filter(field -> field.name().equals(name)).findFirst();
    }
}
