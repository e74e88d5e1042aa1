package org.waymark.tool.data;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.Worksheet;

/** Writes a table as an Excel workbook. All cells have the format Text, so that a spreadsheet changes none of them. */
final class WorkbookWriter {
    /** The maximum length of a cell, in UTF-16 units. */
    static final int LONGEST_CELL = 32_767;

    private static final int WIDEST = 60;
    private static final int NARROWEST = 10;

    private WorkbookWriter() {}

    static byte[] bytes(List<List<String>> rows) {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new org.dhatim.fastexcel.Workbook(bytes, "Waymark", null)) {
            Worksheet sheet = workbook.newWorksheet("Entries");
            int columns = rows.get(0).size();
            for (int row = 0; row < rows.size(); row++) {
                for (int column = 0; column < columns; column++) {
                    sheet.value(row, column, rows.get(row).get(column));
                }
            }
            for (int column = 0; column < columns; column++) {
                sheet.style(column).format("@").set();
                sheet.width(column, width(rows, column));
            }
            sheet.range(0, 0, rows.size() - 1, columns - 1).style().format("@").set();
            sheet.range(0, 0, 0, columns - 1).style().format("@").bold().set();
            sheet.freezePane(1, 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static int width(List<List<String>> rows, int column) {
        int longest =
                rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
        return Math.max(NARROWEST, Math.min(WIDEST, longest + 2));
    }
}
