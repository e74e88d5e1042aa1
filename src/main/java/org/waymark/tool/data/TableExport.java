package org.waymark.tool.data;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.waymark.directory.Entry;
import org.waymark.schema.Field;
import org.waymark.schema.Kind;
import org.waymark.source.CsvLine;
import org.waymark.source.Value.Mapping;
import org.waymark.source.Value.Sequence;
import org.waymark.tool.edit.EditableProject;

/** The entries of a kind as a table: a row for each, with its id and its fields as they are typed. */
public final class TableExport {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final List<List<String>> rows;

    private TableExport(List<List<String>> rows) {
        this.rows = rows;
    }

    /**
     * Makes the table.
     *
     * @param withText whether to add a column with the texts below the fields
     * @throws org.waymark.tool.edit.Refusal if a file has an error that hides fields
     */
    public static TableExport of(EditableProject content, Kind kind, boolean withText) {
        List<Entry> entries = content.directory()
                .entries(kind)
                .filter(Entry::isNamed)
                .sorted(Comparator.comparing(Entry::id))
                .toList();
        return of(content, kind, entries, column -> true, withText);
    }

    /** Some entries of a kind, and some columns. */
    static TableExport of(
            EditableProject content, Kind kind, List<Entry> entries, Predicate<Column> chosen, boolean withText) {
        List<Mapping> typed = entries.stream().map(content::typedFields).toList();
        List<Column> columns = Column.of(kind.fields(), field -> most(field, typed)).stream()
                .filter(chosen)
                .toList();
        var rows = new ArrayList<List<String>>();
        var header = new ArrayList<>(List.of(Headings.ID));
        columns.forEach(column -> header.add(column.name()));
        boolean hasText =
                withText && kind.place().hasBody() && kind.field(Headings.TEXT).isEmpty();
        if (hasText) {
            header.add(Headings.TEXT);
        }
        rows.add(header);
        for (int i = 0; i < entries.size(); i++) {
            var row = new ArrayList<>(List.of(entries.get(i).id().value()));
            Mapping fields = typed.get(i);
            columns.forEach(column -> row.add(column.text(fields)));
            if (hasText) {
                row.add(content.typedBody(entries.get(i)).strip());
            }
            rows.add(row);
        }
        return new TableExport(rows);
    }

    /** One more than any entry has, so that there is room for another. */
    private static int most(Field<?> field, List<Mapping> typed) {
        return typed.stream()
                        .map(entry -> entry.member(field.name()).flatMap(member -> member.value()))
                        .mapToInt(value -> value.orElse(null) instanceof Sequence list
                                ? list.items().size()
                                : 0)
                        .max()
                        .orElse(0)
                + 1;
    }

    /** How many entries it has. */
    public int count() {
        return rows.size() - 1;
    }

    List<List<String>> rows() {
        return rows;
    }

    /** As an Excel workbook with a single sheet. */
    public byte[] workbook() {
        return WorkbookWriter.bytes(rows);
    }

    /** As comma-separated values, with the byte order mark by which spreadsheets recognise UTF-8. */
    public String csv() {
        var text = new StringBuilder(BYTE_ORDER_MARK);
        rows.forEach(row -> text.append(CsvLine.of(row)));
        return text.toString();
    }
}
