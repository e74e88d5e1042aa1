package org.waymark.data;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.waymark.directory.Entry;
import org.waymark.directory.Routes;
import org.waymark.plan.DataTable;
import org.waymark.source.Json;
import org.waymark.source.Sha256;

/**
 * What remains of a table once its files are made. The files of a large table take more memory than its entries, so they are passed
 * on as soon as they are complete.
 *
 * @param size of its CSV file in bytes
 * @param hash the SHA-256 of its CSV file
 * @param lines its records as JSON with the texts of entries, each with the end of its line
 * @param digests of these lines, by the names of entries
 */
record TableFiles(DataTable table, int size, String hash, List<byte[]> lines, Map<String, String> digests) {
    static TableFiles of(DataTable table, String baseUrl, Consumer<DataFile> output) {
        var rows = new ArrayList<byte[]>();
        var records = new ArrayList<byte[]>();
        var lines = new ArrayList<byte[]>();
        var digests = new HashMap<String, String>();
        rows.add(bytes(Csv.BYTE_ORDER_MARK + Csv.header(table.columns())));
        var row = new StringBuilder();
        for (Entry entry : table.entries()) {
            Map<String, Object> record = table.record(entry);
            row.setLength(0);
            Csv.addRow(row, table.columns(), record);
            rows.add(bytes(row.toString()));
            String text = Json.line(record);
            records.add(bytes((records.isEmpty() ? "[\n" : ",\n") + text));
            String line = withText(text, entry);
            lines.add(bytes(line + "\n"));
            digests.put(table.name() + "/" + entry.id(), ChangeFeed.digest(line, baseUrl));
        }
        records.add(bytes(records.isEmpty() ? "[]\n" : "\n]\n"));
        output.accept(DataFile.of(Routes.DATA + table.name() + ".json", records));
        DataFile csv = DataFile.of(Routes.DATA + table.name() + ".csv", rows);
        output.accept(csv);
        return new TableFiles(table, csv.bytes().length, Sha256.of(csv.bytes()), lines, digests);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String withText(String record, Entry entry) {
        return entry.body()
                .filter(body -> !body.isEmpty())
                .map(body -> record.substring(0, record.length() - 1) + ",\"" + DataTable.TEXT + "\":"
                        + Json.line(body.text()) + "}")
                .orElse(record);
    }
}
