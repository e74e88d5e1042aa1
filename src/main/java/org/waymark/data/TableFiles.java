package org.waymark.data;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.waymark.directory.Entry;
import org.waymark.directory.Routes;
import org.waymark.plan.DataTable;
import org.waymark.source.Json;

/**
 * A table as files.
 *
 * @param lines its records as JSON with the texts of entries, one on each line
 * @param digests of these lines, by the names of entries
 */
record TableFiles(DataTable table, DataFile csv, DataFile json, DataFile lines, Map<String, String> digests) {
    static TableFiles of(DataTable table, String baseUrl) {
        var csv = new ByteArrayOutputStream();
        var json = new ByteArrayOutputStream();
        var lines = new ByteArrayOutputStream();
        add(csv, Csv.BYTE_ORDER_MARK + Csv.header(table.columns()));
        var digests = new HashMap<String, String>();
        var row = new StringBuilder();
        String before = "[\n";
        for (Entry entry : table.entries()) {
            Map<String, Object> record = table.record(entry);
            row.setLength(0);
            Csv.addRow(row, table.columns(), record);
            add(csv, row.toString());
            String text = Json.line(record);
            add(json, before + text);
            String line = withText(text, entry);
            add(lines, line + "\n");
            digests.put(table.name() + "/" + entry.id(), ChangeFeed.digest(line, baseUrl));
            before = ",\n";
        }
        add(json, table.entries().isEmpty() ? "[]\n" : "\n]\n");
        return new TableFiles(
                table,
                new DataFile(Routes.DATA + table.name() + ".csv", csv.toByteArray()),
                new DataFile(Routes.DATA + table.name() + ".json", json.toByteArray()),
                new DataFile("", lines.toByteArray()),
                digests);
    }

    private static void add(ByteArrayOutputStream bytes, String text) {
        bytes.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String withText(String record, Entry entry) {
        return entry.body()
                .filter(body -> !body.isEmpty())
                .map(body -> record.substring(0, record.length() - 1) + ",\"" + DataTable.TEXT + "\":"
                        + Json.line(body.text()) + "}")
                .orElse(record);
    }
}
