package org.waymark.tool.data;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.waymark.directory.Entry;
import org.waymark.schema.Id;
import org.waymark.source.Span;
import org.waymark.source.Value.Mapping;
import org.waymark.source.Value.Member;
import org.waymark.source.Value.Scalar;
import org.waymark.tool.edit.NewValue;

/** A row of a table with its entry, and the values for that entry. */
final class ImportedRow {
    private final Table.Row row;
    private final Id id;
    private final String name;
    private final Cell place;
    private final Optional<Entry> entry;
    private final Map<String, Span> places = new HashMap<>();
    private List<NewValue> values = List.of();
    private @Nullable Cell text;

    /**
     * @param place the cell that identifies its entry
     * @param entry empty for a new one
     */
    ImportedRow(Table.Row row, Id id, String name, Cell place, Optional<Entry> entry) {
        this.row = row;
        this.id = id;
        this.name = name;
        this.place = place;
        this.entry = entry;
    }

    Table.Row row() {
        return row;
    }

    Id id() {
        return id;
    }

    /** Its name in the table; empty if that has no such column. */
    String name() {
        return name;
    }

    Cell place() {
        return place;
    }

    Optional<Entry> entry() {
        return entry;
    }

    /** The first cell of each field, by the field's name. */
    Map<String, Span> places() {
        return places;
    }

    /** The cell of a field, or else the one that identifies the entry. */
    Span placeOf(String field) {
        return places.getOrDefault(field, place.span());
    }

    void values(List<NewValue> changed) {
        values = changed;
    }

    /** The fields whose value the row changes. */
    List<NewValue> values() {
        return values;
    }

    void text(Cell cell) {
        text = cell;
    }

    /** The text below the fields, if the row changes it. */
    Optional<Cell> text() {
        return Optional.ofNullable(text);
    }

    boolean isChanged() {
        return !values.isEmpty() || text != null;
    }

    /** All fields of a new entry. */
    Mapping fields() {
        return new Mapping(
                values.stream()
                        .map(each -> new Member(new Scalar(each.field().name(), place.span()), each.value()))
                        .toList(),
                place.span());
    }
}
