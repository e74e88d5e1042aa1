package org.waymark.tool.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.Outcome;
import org.waymark.source.CellList;
import org.waymark.source.Span;

/**
 * Reads records of JSON as the rows of a table: a list of objects, such a list within an object, one object on each line, or a
 * single one. Names within names have dots between them, and the items of a list of objects have numbers: {@code sources.2.url}.
 */
final class JsonTable {
    private final String path;
    private final Map<String, Span> headings = new LinkedHashMap<>();
    private final List<JsonItem> records = new ArrayList<>();

    private JsonTable(String path) {
        this.path = path;
    }

    static Outcome<Table> read(String path, byte[] bytes) {
        Outcome<List<JsonItem>> items = JsonItem.read(path, bytes);
        return items.value().isPresent()
                ? new JsonTable(path).read(items.value().get())
                : Outcome.failed(items.diagnostics());
    }

    private Outcome<Table> read(List<JsonItem> items) {
        items.forEach(this::addRecords);
        var rows = new ArrayList<Map<String, Cell>>();
        for (JsonItem item : records) {
            var row = new LinkedHashMap<String, Cell>();
            flatten("", item, row);
            row.forEach((name, cell) -> headings.putIfAbsent(name, cell.span()));
            rows.add(row);
            if (headings.size() > Table.MOST_COLUMNS || rows.size() > Table.MOST_ROWS) {
                return Outcome.failed(Diagnostic.of(
                        Codes.INVALID_TABLE,
                        item.span(),
                        "the file has more than " + Table.MOST_ROWS + " records, or " + Table.MOST_COLUMNS
                                + " different names in them",
                        "import a part of it at a time"));
            }
        }
        return Outcome.of(table(rows));
    }

    private Table table(List<Map<String, Cell>> records) {
        if (records.isEmpty()) {
            return new Table(path, List.of());
        }
        var rows = new ArrayList<Table.Row>();
        rows.add(new Table.Row(
                1,
                headings.entrySet().stream()
                        .map(each -> new Cell(each.getKey(), Cell.Form.TEXT, each.getValue()))
                        .toList()));
        for (int i = 0; i < records.size(); i++) {
            Map<String, Cell> record = records.get(i);
            Span start = this.records.get(i).span();
            rows.add(new Table.Row(
                    i + 2,
                    headings.keySet().stream()
                            .map(name -> record.getOrDefault(name, new Cell("", Cell.Form.ABSENT, start)))
                            .toList()));
        }
        return new Table(path, rows, true);
    }

    /** Adds an object; or those of a list, or of the only list within an object, as pages of an API have it. */
    private void addRecords(JsonItem item) {
        if (item instanceof JsonItem.Several list) {
            list.items().stream().filter(JsonItem.Named.class::isInstance).forEach(records::add);
        } else if (item instanceof JsonItem.Named object) {
            List<JsonItem.Several> lists = object.members().values().stream()
                    .filter(JsonItem.Several.class::isInstance)
                    .map(JsonItem.Several.class::cast)
                    .filter(list -> !list.items().isEmpty() && list.items().get(0) instanceof JsonItem.Named)
                    .toList();
            boolean isPage = lists.size() == 1
                    && object.members().values().stream()
                            .allMatch(member -> lists.contains(member)
                                    || (member instanceof JsonItem.One one
                                            && one.cell().form() != Cell.Form.TEXT));
            if (isPage) {
                records.addAll(lists.get(0).items());
            } else {
                records.add(item);
            }
        }
    }

    private static void flatten(String name, JsonItem item, Map<String, Cell> row) {
        if (item instanceof JsonItem.Named object) {
            object.members().forEach((key, member) -> flatten(name.isEmpty() ? key : name + "." + key, member, row));
        } else if (item instanceof JsonItem.Several list) {
            if (list.items().stream().allMatch(JsonItem.One.class::isInstance)) {
                String texts = CellList.join(list.items().stream()
                        .map(each -> ((JsonItem.One) each).cell().text())
                        .collect(Collectors.toList()));
                row.put(name, new Cell(texts, Cell.Form.TEXT, list.span()));
            } else {
                for (int i = 0; i < list.items().size(); i++) {
                    flatten(name + "." + (i + 1), list.items().get(i), row);
                }
            }
        } else if (item instanceof JsonItem.One one) {
            row.put(name, one.cell());
        }
    }
}
