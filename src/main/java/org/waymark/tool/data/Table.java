package org.waymark.tool.data;

import java.util.List;
import org.waymark.source.Span;

/**
 * A table as it was read, with whatever is above its header.
 *
 * @param path of its file, for findings
 * @param rows those that are not blank
 * @param beginsWithHeader whether the first row is the header for certain
 */
record Table(String path, List<Row> rows, boolean beginsWithHeader) {
    /** With more columns than this, it is not a table of entries. */
    static final int MOST_COLUMNS = 1000;

    /** As many as a project can have files. */
    static final int MOST_ROWS = 100_000;

    Table {
        rows = List.copyOf(rows);
    }

    /** A cell, blank if the row is shorter. */
    Cell cell(Row row, int index) {
        return index < row.cells().size()
                ? row.cells().get(index)
                : new Cell("", Cell.Form.TEXT, Span.ofCell(path, row.number(), index + 1));
    }

    /** A table in which the header has to be found. */
    Table(String path, List<Row> rows) {
        this(path, rows, false);
    }

    /**
     * A row.
     *
     * @param number from 1, as a spreadsheet counts them
     * @param cells from the first column on; those after the last one are blank
     */
    record Row(int number, List<Cell> cells) {
        Row {
            cells = List.copyOf(cells);
        }

        boolean isBlank() {
            return cells.stream().allMatch(Cell::isBlank);
        }

        /** The texts of all cells. */
        List<String> texts() {
            return cells.stream().map(Cell::text).toList();
        }
    }
}
