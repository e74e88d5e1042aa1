package org.waymark.data;

import java.util.List;
import java.util.Map;
import org.waymark.plan.DataColumn;
import org.waymark.plan.DataType;
import org.waymark.source.CellList;
import org.waymark.source.CsvLine;
import org.waymark.source.Json;

/**
 * Rows of a table in the form of RFC 4180, for spreadsheets too: a cell that a spreadsheet could take for a formula
 * begins with an apostrophe (OWASP, CSV injection). Several values in a cell are a {@link CellList}.
 */
final class Csv {
    /** Without it, Excel reads the file in the encoding of the system. */
    static final String BYTE_ORDER_MARK = "\uFEFF";

    private Csv() {}

    static String header(List<DataColumn> columns) {
        var row = new StringBuilder();
        for (DataColumn column : columns) {
            row.append(row.isEmpty() ? "" : ",").append(column.name());
        }
        return row.append(CsvLine.END).toString();
    }

    static void addRow(StringBuilder text, List<DataColumn> columns, Map<String, Object> record) {
        String before = "";
        for (DataColumn column : columns) {
            text.append(before);
            addCell(text, column, at(record, column.path(), 0));
            before = ",";
        }
        text.append(CsvLine.END);
    }

    /** The value at a path; a list if the path goes through one, with an empty text for each item without a value. */
    private static Object at(Object value, List<String> path, int depth) {
        if (value instanceof List<?> list) {
            return list.stream().map(item -> at(item, path, depth)).toList();
        }
        if (depth == path.size() || !(value instanceof Map<?, ?> map)) {
            return value;
        }
        Object below = map.get(path.get(depth));
        return below == null ? "" : at(below, path, depth + 1);
    }

    private static void addCell(StringBuilder text, DataColumn column, Object value) {
        String cell = switch (column.number()) {
            case ONE -> value.toString();
            case ANY -> joined(value);
            case NESTED -> value.equals("") ? "" : Json.line(value);
        };
        boolean isWords = column.number() != DataColumn.Cardinality.ONE || isWords(column.type());
        text.append(CsvLine.quoted(isWords ? CsvLine.harmless(cell) : cell));
    }

    private static boolean isWords(DataType type) {
        return type == DataType.TEXT || type == DataType.EMAIL || type == DataType.WEB_ADDRESS;
    }

    private static String joined(Object value) {
        if (!(value instanceof List<?> list)) {
            return value.toString();
        }
        List<String> items = list.stream().map(Object::toString).toList();
        return items.stream().allMatch(String::isEmpty) ? "" : CellList.join(items);
    }
}
