package org.waymark.tool.data;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.Outcome;
import org.waymark.plan.ServiceData;
import org.waymark.schema.Kind;
import org.waymark.source.SourceFile;
import org.waymark.source.Span;
import org.waymark.tool.data.Headings.Header;
import org.waymark.tool.data.Headings.Meaning;
import org.waymark.tool.edit.EditableProject;
import org.waymark.tool.edit.Refusal;

/**
 * Turns the rows of a table into changes of entries. A cell with the entry's current value changes nothing, so
 * importing an unedited export has no effect. A cell that is empty removes a value; a column that is missing leaves it.
 */
public final class TableImport {
    /** Where usual values are given. */
    private static final String USUAL = "--set";

    private final EditableProject content;
    private final Kind kind;
    private final LocalDate today;
    private final Map<String, String> usual;

    /**
     * @param today for required dates that a new entry lacks
     * @param usual values of fields that new entries get if the file says nothing
     */
    public TableImport(EditableProject content, Kind kind, LocalDate today, Map<String, String> usual) {
        this.content = content;
        this.kind = kind;
        this.today = today;
        this.usual = usual;
    }

    /**
     * Plans the changes of a file.
     *
     * @param columns the user's list of columns
     * @param published what the directory publishes as Open Referral data, if it can be published
     */
    public Outcome<ImportPlan> plan(
            TableFile file, Optional<SourceFile> columns, Supplier<Optional<ServiceData>> published) {
        if (columns.isEmpty()
                && TableFile.isJson(file.path())
                && kind.presentation().openReferral().isPresent()) {
            Outcome<List<JsonItem>> items = JsonItem.read(file.path(), file.bytes());
            if (items.value().filter(ServiceJson::isOpenReferral).isPresent()) {
                ServiceRecords records = ServiceJson.read(
                        items.value().get(),
                        kind.presentation().openReferral().get().type());
                return plan(file.path(), records, published);
            }
        }
        Outcome<ColumnNames> own =
                columns.map(list -> ColumnNames.read(list, kind)).orElseGet(() -> Outcome.of(ColumnNames.NONE));
        if (own.value().isEmpty()) {
            return Outcome.failed(own.diagnostics());
        }
        var headings = new Headings(kind, own.value().get());
        Outcome<Table> table = file.read(headings::known);
        return table.value().isEmpty()
                ? Outcome.failed(table.diagnostics())
                : plan(table.value().get(), headings, new NameIndex(content.directory()), List.of());
    }

    /** Plans the changes of a tabular package of Open Referral data. */
    public Outcome<ImportPlan> plan(String path, ServicePackage services, Supplier<Optional<ServiceData>> published) {
        return plan(path, services.records(), published);
    }

    private Outcome<ImportPlan> plan(String path, ServiceRecords records, Supplier<Optional<ServiceData>> published) {
        var names = new NameIndex(content.directory());
        Outcome<ServiceTable.Translated> translated = ServiceTable.of(
                path, records, kind, new ServiceEntries(content.directory(), names, published.get()), names);
        return translated.value().isEmpty()
                ? Outcome.failed(translated.diagnostics())
                : plan(
                        translated.value().get().table(),
                        new Headings(kind, ColumnNames.NONE),
                        names,
                        translated.value().get().remarks());
    }

    private Outcome<ImportPlan> plan(Table table, Headings headings, NameIndex names, List<String> remarks) {
        Outcome<Header> found = headings.find(table);
        if (found.value().isEmpty()) {
            return Outcome.failed(found.diagnostics());
        }
        Header header = found.value().get();
        List<Table.Row> data = table.rows().stream()
                .filter(row -> row.number() > header.row())
                .filter(row -> !isSecondHeader(table, header, row, headings) && !isRepeated(table, header, row))
                .toList();
        var faults = new ArrayList<Diagnostic>();
        Map<Column, Cell> others = usual(headings, faults);
        List<ImportedRow> rows = RowEntries.of(content.directory(), kind, table, header, data, names, faults);
        var reader = new RowReader(content, kind, table, header, today, others, names, faults);
        rows.forEach(reader::read);
        if (!faults.isEmpty()) {
            return Outcome.failed(
                    faults.stream().distinct().sorted(Diagnostic.ORDER).toList());
        }
        try {
            return Outcome.of(new RowChanges(content, kind, table, remarks).changes(rows));
        } catch (Refusal e) {
            return Outcome.failed(
                    Diagnostic.of(Codes.INVALID_TABLE, Span.startOf(table.path()), String.valueOf(e.getMessage())));
        }
    }

    private Map<Column, Cell> usual(Headings headings, List<Diagnostic> faults) {
        Span place = Span.startOf(USUAL);
        Map<Column, Cell> found = new LinkedHashMap<>();
        usual.forEach((name, text) -> {
            if (headings.meaning(name).orElse(null) instanceof Meaning.OfField of) {
                found.put(of.column(), new Cell(CellText.cleaned(text), Cell.Form.TEXT, place));
            } else {
                faults.add(Diagnostic.of(
                        Codes.UNKNOWN_FIELD,
                        place,
                        kind.phrase() + " has no field `" + name + "`",
                        headings.question(name).orElse("it has " + String.join(", ", headings.names()))));
            }
        });
        return found;
    }

    /** The headings again, as at the top of each page of a printed table. */
    private static boolean isRepeated(Table table, Header header, Table.Row row) {
        Table.Row headings = table.rows().stream()
                .filter(each -> each.number() == header.row())
                .findFirst()
                .orElseThrow();
        List<String> texts = row.texts();
        return texts.stream().filter(text -> !text.isEmpty()).count() > 1
                && IntStream.range(0, texts.size())
                        .allMatch(i -> texts.get(i).isEmpty()
                                || texts.get(i).equals(table.cell(headings, i).text()));
    }

    /** A second line of headings, such as labels below names. */
    private static boolean isSecondHeader(Table table, Header header, Table.Row row, Headings headings) {
        boolean isNext = table.rows().stream()
                .filter(each -> each.number() > header.row())
                .findFirst()
                .filter(row::equals)
                .isPresent();
        return isNext
                && header.meanings().entrySet().stream()
                        .filter(each -> !table.cell(row, each.getKey()).isBlank())
                        .allMatch(each -> headings.meaning(
                                        table.cell(row, each.getKey()).text())
                                .filter(each.getValue()::equals)
                                .isPresent());
    }
}
