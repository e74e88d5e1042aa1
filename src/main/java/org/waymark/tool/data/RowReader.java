package org.waymark.tool.data;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.Outcome;
import org.waymark.directory.Entry;
import org.waymark.schema.CommonFields;
import org.waymark.schema.DateType;
import org.waymark.schema.Field;
import org.waymark.schema.Kind;
import org.waymark.source.Span;
import org.waymark.source.Value;
import org.waymark.source.Value.Mapping;
import org.waymark.source.Value.Member;
import org.waymark.source.Value.Scalar;
import org.waymark.tool.data.Headings.Header;
import org.waymark.tool.data.Headings.Meaning;
import org.waymark.tool.edit.EditableProject;
import org.waymark.tool.edit.NewValue;
import org.waymark.tool.edit.Refusal;

/** Reads the values that the cells of a row give to the fields of its entry. */
final class RowReader {
    private final EditableProject content;
    private final Kind kind;
    private final Table table;
    private final Header header;
    private final LocalDate today;
    private final Map<Column, Cell> usual;
    private final CellReader reader;
    private final RowCheck check;
    private final List<Diagnostic> found;

    /**
     * @param today for required dates that a new entry lacks
     * @param usual the values of new entries about which their rows say nothing
     * @param found to which faults are added
     */
    RowReader(
            EditableProject content,
            Kind kind,
            Table table,
            Header header,
            LocalDate today,
            Map<Column, Cell> usual,
            NameIndex names,
            List<Diagnostic> found) {
        this.content = content;
        this.kind = kind;
        this.table = table;
        this.header = header;
        this.today = today;
        this.usual = usual;
        this.found = found;
        reader = new CellReader(names);
        check = new RowCheck(kind, found);
    }

    /** Reads the cells of a row that differ from the entry. */
    void read(ImportedRow row) {
        Mapping typed = row.entry()
                .map(this::typed)
                .orElseGet(() -> new Mapping(List.of(), row.place().span()));
        Map<Field<?>, Optional<Value>> values = new LinkedHashMap<>();
        int faults = found.size();
        header.meanings().entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(each -> {
            Cell cell = table.cell(row.row(), each.getKey());
            if (cell.form() == Cell.Form.ABSENT) {
                return;
            }
            if (each.getValue() instanceof Meaning.OfField of) {
                row.places().putIfAbsent(of.column().field().name(), cell.span());
                if (!isSaid(of.column(), cell, typed) && !isPlaceholder(of.column(), cell, typed)) {
                    Optional<Value> value = value(of.column(), cell);
                    Field<?> field = of.column().field();
                    Optional<Value> now = values.containsKey(field)
                            ? values.get(field)
                            : typed.member(field.name()).flatMap(Member::value);
                    values.put(field, of.column().set(now, value, cell.span()));
                }
            } else if (each.getValue() instanceof Meaning.OfText) {
                row.entry()
                        .filter(entry -> cell.text().equals(CellText.cleaned(content.typedBody(entry))))
                        .ifPresentOrElse(entry -> {}, () -> row.text(cell));
            }
        });
        values.replaceAll((field, value) -> Column.compact(value));
        if (row.entry().isEmpty()) {
            complete(values);
        }
        row.values(kind.fields().stream()
                .filter(values::containsKey)
                .map(field -> new NewValue(field, Objects.requireNonNull(values.get(field))))
                .toList());
        if (found.size() == faults) {
            check.check(row, typed);
        }
    }

    private Mapping typed(Entry entry) {
        try {
            return content.typedFields(entry);
        } catch (Refusal e) {
            found.add(Diagnostic.of(Codes.INVALID_TABLE, Span.startOf(table.path()), String.valueOf(e.getMessage())));
            return new Mapping(List.of(), entry.origin().whole());
        }
    }

    private static boolean isSaid(Column column, Cell cell, Mapping typed) {
        String now = column.text(typed);
        return cell.text().equals(now)
                || cell.text().equals(CellText.cleaned(now.replace("\r\n", "\n")))
                || (cell.form() == Cell.Form.NUMBER && isSameNumber(cell.text(), now));
    }

    /**
     * Whether a cell says that nothing is known. That changes nothing if the entry has no value; otherwise it may mean that
     * the value is wrong, or that whoever filled in the table did not know it.
     */
    private boolean isPlaceholder(Column column, Cell cell, Mapping typed) {
        boolean isOne = CellText.isPlaceholder(cell.text())
                && !column.itemType().choices().contains(cell.text());
        if (isOne && !column.text(typed).isEmpty()) {
            found.add(Diagnostic.of(
                    Codes.INVALID_TABLE,
                    cell.span(),
                    "`" + cell.text() + "` is not a value, but the entry has one",
                    "leave the cell empty to remove the value, or write `" + shortened(column.text(typed))
                            + "` to keep it"));
        }
        return isOne;
    }

    private static String shortened(String text) {
        String line = text.lines().findFirst().orElse("");
        return line.length() <= 40 ? line : line.substring(0, 40) + "…";
    }

    private static boolean isSameNumber(String a, String b) {
        return b.matches("-?\\d{1,30}(\\.\\d{1,30})?") && new BigDecimal(a).compareTo(new BigDecimal(b)) == 0;
    }

    private Optional<Value> value(Column column, Cell cell) {
        if (cell.isBlank()) {
            return Optional.empty();
        }
        Optional<Diagnostic> spoilt = SpoiltText.find(cell, column.itemType());
        if (spoilt.isPresent()) {
            found.add(spoilt.get());
            return Optional.empty();
        }
        Outcome<Value> value = reader.read(column, cell);
        found.addAll(value.diagnostics());
        return value.value();
    }

    /**
     * Defaults of a new entry: today for required dates; a draft, unless the table has a column that says otherwise.
     */
    private void complete(Map<Field<?>, Optional<Value>> values) {
        Span span = Span.startOf(table.path());
        values.values().removeIf(Optional::isEmpty);
        Set<Field<?>> said = Set.copyOf(values.keySet());
        usual.forEach((column, cell) -> {
            if (!said.contains(column.field())) {
                Optional<Value> now = values.getOrDefault(column.field(), Optional.empty());
                value(column, cell)
                        .ifPresent(
                                value -> values.put(column.field(), column.set(now, Optional.of(value), cell.span())));
            }
        });
        for (Field<?> field : kind.fields()) {
            if (field.isRequired() && field.type() instanceof DateType && !values.containsKey(field)) {
                values.put(field, Optional.of(new Scalar(today.toString(), span)));
            }
        }
        boolean says = header.meanings().values().stream()
                .anyMatch(meaning -> meaning instanceof Meaning.OfField of
                        && of.column().name().equals(CommonFields.DRAFT.name()));
        kind.field(CommonFields.DRAFT.name())
                .filter(field -> !says && !values.containsKey(field))
                .ifPresent(field -> values.put(field, Optional.of(new Scalar("yes", span))));
    }
}
