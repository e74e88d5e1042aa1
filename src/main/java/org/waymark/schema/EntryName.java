package org.waymark.schema;

/** An entry among those of all kinds: {@code service/extended-access}. */
public record EntryName(Kind kind, Id id) {
    @Override
    public String toString() {
        return kind.name() + "/" + id;
    }
}
