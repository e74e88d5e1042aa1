package org.waymark.tool.data;

import java.io.StringReader;
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
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads records of JSON as the rows of a table: a list of objects, such a list within an object, one object on each line, or a
 * single one. Names within names have dots between them, and the items of a list of objects have numbers: {@code sources.2.url}.
 */
final class JsonTable {
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final String path;
    private final JsonParser json;
    private final Map<String, Span> headings = new LinkedHashMap<>();
    private final List<Item> records = new ArrayList<>();

    private JsonTable(String path, JsonParser json) {
        this.path = path;
        this.json = json;
    }

    /** A value and where it begins. */
    private sealed interface Item {
        Span span();

        /** A text, a number, an answer, or nothing. */
        record One(Cell cell) implements Item {
            @Override
            public Span span() {
                return cell.span();
            }
        }

        record Several(List<Item> items, Span span) implements Item {}

        record Named(Map<String, Item> members, Span span) implements Item {}
    }

    static Outcome<Table> read(String path, byte[] bytes) {
        Outcome<String> text = TableText.decode(path, bytes);
        if (text.value().isEmpty()) {
            return Outcome.failed(text.diagnostics());
        }
        try (JsonParser json = JSON.createParser(
                ObjectReadContext.empty(), new StringReader(text.value().get()))) {
            return new JsonTable(path, json).read();
        } catch (JacksonException e) {
            Span span = e.getLocation() == null ? Span.startOf(path) : at(path, e.getLocation());
            return Outcome.failed(Diagnostic.of(
                    Codes.INVALID_TABLE,
                    span,
                    "the file is not JSON from here on, or an object names something twice",
                    "export it again from the program that wrote it"));
        }
    }

    private Outcome<Table> read() {
        for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
            addRecords(item(token));
        }
        var rows = new ArrayList<Map<String, Cell>>();
        for (Item item : records) {
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
    private void addRecords(Item item) {
        if (item instanceof Item.Several list) {
            list.items().stream().filter(Item.Named.class::isInstance).forEach(records::add);
        } else if (item instanceof Item.Named object) {
            List<Item.Several> lists = object.members().values().stream()
                    .filter(Item.Several.class::isInstance)
                    .map(Item.Several.class::cast)
                    .filter(list -> !list.items().isEmpty() && list.items().get(0) instanceof Item.Named)
                    .toList();
            boolean isPage = lists.size() == 1
                    && object.members().values().stream()
                            .allMatch(member -> lists.contains(member)
                                    || (member instanceof Item.One one
                                            && one.cell().form() != Cell.Form.TEXT));
            if (isPage) {
                records.addAll(lists.get(0).items());
            } else {
                records.add(item);
            }
        }
    }

    private Item item(JsonToken token) {
        Span span = at(path, json.currentTokenLocation());
        if (token == JsonToken.START_OBJECT) {
            var members = new LinkedHashMap<String, Item>();
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = json.currentName();
                members.put(name, item(json.nextToken()));
            }
            return new Item.Named(members, span);
        }
        if (token == JsonToken.START_ARRAY) {
            var items = new ArrayList<Item>();
            for (JsonToken next = json.nextToken(); next != JsonToken.END_ARRAY; next = json.nextToken()) {
                items.add(item(next));
            }
            return new Item.Several(items, span);
        }
        return new Item.One(
                switch (token) {
                    case VALUE_TRUE -> new Cell("yes", Cell.Form.YES_NO, span);
                    case VALUE_FALSE -> new Cell("no", Cell.Form.YES_NO, span);
                    case VALUE_NULL -> new Cell("", Cell.Form.YES_NO, span);
                    case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Cell(json.getString(), Cell.Form.NUMBER, span);
                    default -> new Cell(json.getString().strip(), Cell.Form.TEXT, span);
                });
    }

    private static void flatten(String name, Item item, Map<String, Cell> row) {
        if (item instanceof Item.Named object) {
            object.members().forEach((key, member) -> flatten(name.isEmpty() ? key : name + "." + key, member, row));
        } else if (item instanceof Item.Several list) {
            if (list.items().stream().allMatch(Item.One.class::isInstance)) {
                String texts = CellList.join(list.items().stream()
                        .map(each -> ((Item.One) each).cell().text())
                        .collect(Collectors.toList()));
                row.put(name, new Cell(texts, Cell.Form.TEXT, list.span()));
            } else {
                for (int i = 0; i < list.items().size(); i++) {
                    flatten(name + "." + (i + 1), list.items().get(i), row);
                }
            }
        } else if (item instanceof Item.One one) {
            row.put(name, one.cell());
        }
    }

    private static Span at(String path, TokenStreamLocation location) {
        int line = Math.max(1, location.getLineNr());
        int column = Math.max(1, location.getColumnNr());
        return new Span(path, line, column, line, column + 1);
    }
}
