package org.waymark.tool.data;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.waymark.directory.Entry;
import org.waymark.schema.CommonFields;
import org.waymark.schema.Kind;
import org.waymark.schema.Kind.YamlList;
import org.waymark.source.Value.Scalar;
import org.waymark.tool.edit.EditableProject;
import org.waymark.tool.edit.EntryUpdates;

/** Turns the values of rows into changes of files. */
record RowChanges(EditableProject content, Kind kind, Table table, List<String> remarks) {
    /** @throws org.waymark.tool.edit.Refusal if a file cannot be changed */
    ImportPlan changes(List<ImportedRow> rows) {
        var updates = new EntryUpdates(content);
        int added = 0;
        int updated = 0;
        List<ImportedRow> inOrder = rows.stream()
                .sorted(Comparator.comparing(
                        ImportedRow::name, content.directory().order()::compare))
                .toList();
        for (ImportedRow row : inOrder) {
            Optional<Entry> entry = row.entry();
            if (entry.isEmpty()) {
                updates.add(kind, id(row), row.fields(), text(row));
                added++;
            } else if (row.isChanged()) {
                updates.update(entry.get(), row.values());
                row.text().ifPresent(cell -> updates.updateBody(entry.get(), cell.text()));
                updated++;
            }
        }
        int known =
                (int) content.directory().entries(kind).filter(Entry::isNamed).count();
        int absent = known - (rows.size() - added);
        return new ImportPlan(kind, table.path(), updates.list(), List.copyOf(rows), added, updated, absent, remarks);
    }

    private Optional<String> id(ImportedRow row) {
        return kind.place() instanceof YamlList
                ? Optional.empty()
                : Optional.of(row.id().value());
    }

    /** Empty for the usual hint to write a text, which only a draft may have. */
    private Optional<String> text(ImportedRow row) {
        boolean isDraft = row.values().stream()
                .anyMatch(each -> each.field().name().equals(CommonFields.DRAFT.name())
                        && each.value()
                                .filter(value -> value instanceof Scalar text
                                        && text.text().equals("yes"))
                                .isPresent());
        return row.text()
                .map(Cell::text)
                .filter(text -> !text.isEmpty())
                .or(() ->
                        Optional.of("").filter(none -> !isDraft && kind.place().hasBody()));
    }
}
