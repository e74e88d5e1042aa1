package org.waymark.tool.data;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.DidYouMean;
import org.waymark.diagnostic.Outcome;
import org.waymark.source.Span;

/** Reads a sheet of an Excel workbook (ECMA-376), row by row. */
final class Workbook {
    /**
     * With the formats of numbers, since only they distinguish a day from a number; faults in cells do not stop the
     * reader.
     */
    private static final ReadingOptions OPTIONS = new ReadingOptions(true, true);

    /** The built-in formats of days (ECMA-376 part 1, 18.8.30). */
    private static final Set<Integer> DAYS = Set.of(14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 57, 58);

    /** Parts of a format that are not placeholders for a part of a day. */
    private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"|\\\\.|\\[[^\\]]*\\]|_.|\\*.");

    /** The characters in all cells of a sheet; nobody types a table with more. */
    private static final long MOST_TEXT = 128L << 20;

    private final TableFile file;
    private final ToIntFunction<List<String>> known;
    private final List<Diagnostic> found = new ArrayList<>();

    private Workbook(TableFile file, ToIntFunction<List<String>> known) {
        this.file = file;
        this.known = known;
    }

    /** @param known counts the texts of a row that name a column, by which the header is recognised */
    static Outcome<Table> read(TableFile file, ToIntFunction<List<String>> known) {
        try {
            WorkbookParts parts = WorkbookParts.of(file.bytes(), WorkbookParts.LARGEST_WORKBOOK);
            if (!parts.isWorkbook()) {
                return file.invalid(
                        "the file is not an Excel workbook, though its name ends in .xlsx",
                        "open it in a spreadsheet, and save it as .xlsx or CSV");
            }
            try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(file.bytes()), OPTIONS)) {
                return new Workbook(file, known).read(workbook, parts);
            }
        } catch (WorkbookParts.Refused e) {
            return file.invalid(String.valueOf(e.getMessage()), "copy the table into a new workbook, and save that");
        } catch (IOException | ExcelReaderException | IllegalArgumentException | IndexOutOfBoundsException e) {
            return file.invalid(
                    "the workbook is damaged", "open it in a spreadsheet, and save it as .xlsx or CSV again");
        }
    }

    private Outcome<Table> read(ReadableWorkbook workbook, WorkbookParts parts) throws IOException {
        List<Sheet> visible = workbook.getSheets()
                .filter(sheet -> sheet.getVisibility() == SheetVisibility.VISIBLE)
                .toList();
        List<String> names = visible.stream().map(Sheet::getName).toList();
        if (file.sheet().isPresent()) {
            String name = file.sheet().get();
            Optional<Sheet> chosen = workbook.getSheets()
                    .filter(sheet -> sheet.getName().strip().equalsIgnoreCase(name.strip()))
                    .findFirst();
            return chosen.isPresent()
                    ? read(chosen.get(), parts)
                    : file.invalid(
                            "the workbook has no sheet `" + name + "`",
                            DidYouMean.question(name, names).orElse("it has " + listed(names)));
        }
        var used = new ArrayList<Sheet>();
        for (Sheet sheet : visible) {
            if (!isBlank(sheet)) {
                used.add(sheet);
            }
        }
        if (used.size() > 1) {
            return file.invalid(
                    "the workbook has several sheets: "
                            + listed(used.stream().map(Sheet::getName).toList()),
                    "say with `--sheet` which one to import");
        }
        return used.isEmpty() ? Outcome.of(new Table(file.path(), List.of())) : read(used.get(0), parts);
    }

    private boolean isBlank(Sheet sheet) throws IOException {
        try (Stream<org.dhatim.fastexcel.reader.Row> rows = sheet.openStream()) {
            return rows.allMatch(row -> row(row).isBlank());
        }
    }

    private static String listed(List<String> names) {
        return names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
    }

    private Outcome<Table> read(Sheet sheet, WorkbookParts parts) throws IOException {
        var rows = new ArrayList<Table.Row>();
        long size = 0;
        try (Stream<org.dhatim.fastexcel.reader.Row> all = sheet.openStream()) {
            for (Iterator<org.dhatim.fastexcel.reader.Row> each = all.iterator(); each.hasNext(); ) {
                Table.Row row = row(each.next());
                if (row.isBlank()) {
                    continue;
                }
                rows.add(row);
                size += row.cells().stream()
                        .mapToLong(cell -> cell.text().length())
                        .sum();
                if (rows.size() > Table.MOST_ROWS || row.cells().size() > Table.MOST_COLUMNS || size > MOST_TEXT) {
                    return file.invalid(
                            "the sheet `" + sheet.getName() + "` is larger than " + Table.MOST_ROWS + " rows, "
                                    + Table.MOST_COLUMNS + " columns or " + (MOST_TEXT >> 20) + " MB of text",
                            "import a part of it at a time, and delete what is no table");
                }
            }
        }
        merged(parts.merged(sheet.getId()), rows);
        return found.isEmpty() ? Outcome.of(new Table(file.path(), rows)) : Outcome.failed(found);
    }

    private Table.Row row(org.dhatim.fastexcel.reader.Row row) {
        var cells = new ArrayList<Cell>();
        int count = Math.min(row.getCellCount(), Table.MOST_COLUMNS + 1);
        for (int column = 0; column < count; column++) {
            Span span = Span.ofCell(file.path(), row.getRowNum(), column + 1);
            cells.add(
                    row.hasCell(column)
                            ? row.getOptionalCell(column)
                                    .map(cell -> cell(cell, span))
                                    .orElseGet(() -> new Cell("", Cell.Form.TEXT, span))
                            : new Cell("", Cell.Form.TEXT, span));
        }
        while (!cells.isEmpty() && cells.get(cells.size() - 1).isBlank()) {
            cells.remove(cells.size() - 1);
        }
        return new Table.Row(row.getRowNum(), cells);
    }

    private static Cell cell(org.dhatim.fastexcel.reader.Cell cell, Span span) {
        CellType type = cell.getType();
        String raw = cell.getRawValue() == null ? "" : cell.getRawValue().strip();
        if (type == CellType.FORMULA) {
            return result(cell, raw, span);
        }
        return switch (type) {
            case NUMBER -> number(cell, raw, span);
            case BOOLEAN -> new Cell(isTrue(raw) ? "yes" : "no", Cell.Form.YES_NO, span);
            case ERROR -> new Cell(raw.isEmpty() ? "#" : raw, Cell.Form.FAULTY, span);
            default -> {
                String text = cell.getText() == null ? "" : cell.getText();
                yield new Cell(CellText.cleaned(text.replace("\r\n", "\n").replace('\r', '\n')), Cell.Form.TEXT, span);
            }
        };
    }

    /** The result of a formula when the workbook was saved. */
    private static Cell result(org.dhatim.fastexcel.reader.Cell cell, String raw, Span span) {
        boolean isFault = raw.isEmpty() || raw.startsWith("#");
        if (isFault) {
            return new Cell("=" + cell.getFormula(), Cell.Form.FAULTY, span);
        }
        return raw.matches("-?\\d+(\\.\\d+)?([eE][-+]?\\d+)?")
                ? number(cell, raw, span)
                : new Cell(raw, Cell.Form.TEXT, span);
    }

    private static boolean isTrue(String raw) {
        return raw.equals("1") || raw.equalsIgnoreCase("true");
    }

    private static Cell number(org.dhatim.fastexcel.reader.Cell cell, String raw, Span span) {
        BigDecimal number;
        try {
            number = new BigDecimal(raw);
        } catch (NumberFormatException e) {
            return new Cell(raw, Cell.Form.FAULTY, span);
        }
        if (isDay(cell) && number.signum() > 0 && number.compareTo(BigDecimal.valueOf(2_958_466)) < 0) {
            LocalDateTime time = cell.asDate();
            boolean isWhole = time.toLocalTime().equals(LocalTime.MIDNIGHT);
            return new Cell(
                    isWhole ? time.toLocalDate().toString() : time.toString().replace('T', ' '), Cell.Form.DATE, span);
        }
        // Binary fractions such as 0.30000000000000004 were typed with at most 15 digits.
        BigDecimal typed = number.precision() > 15 && number.scale() > 0 ? number.round(new MathContext(15)) : number;
        if (isPadded(cell) && typed.signum() >= 0 && typed.scale() <= 0) {
            String digits = typed.toPlainString();
            return new Cell(
                    "0".repeat(Math.max(0, cell.getDataFormatString().length() - digits.length())) + digits,
                    Cell.Form.TEXT,
                    span);
        }
        String text = typed.signum() == 0 || Math.abs(typed.scale()) > 40
                ? typed.signum() == 0 ? "0" : raw
                : typed.stripTrailingZeros().toPlainString();
        return new Cell(text, Cell.Form.NUMBER, span);
    }

    /** Whether a format such as {@code 0000} shows noughts before a number, which belong to a code. */
    private static boolean isPadded(org.dhatim.fastexcel.reader.Cell cell) {
        String format = cell.getDataFormatString();
        return format != null && format.matches("0{2,20}");
    }

    private static boolean isDay(org.dhatim.fastexcel.reader.Cell cell) {
        Integer id = cell.getDataFormatId();
        if (id != null && DAYS.contains(id)) {
            return true;
        }
        String format = cell.getDataFormatString();
        if (format == null || format.equalsIgnoreCase("General")) {
            return false;
        }
        String letters = LITERAL.matcher(format).replaceAll("").toLowerCase(Locale.ROOT);
        return letters.indexOf('y') >= 0 || letters.indexOf('d') >= 0;
    }

    /** Reports merged cells in the header or below it, which could mean either; titles above it are harmless. */
    private void merged(List<WorkbookParts.Merged> all, List<Table.Row> rows) {
        int header = rows.stream()
                .limit(CsvTable.FIRST_ROWS)
                .max(Comparator.comparingInt((Table.Row row) -> known.applyAsInt(row.texts()))
                        .thenComparing(Table.Row::number, Comparator.reverseOrder()))
                .map(Table.Row::number)
                .orElse(Integer.MAX_VALUE);
        int last = rows.isEmpty() ? 0 : rows.get(rows.size() - 1).number();
        for (WorkbookParts.Merged each : all) {
            if (each.lastRow() >= header && each.firstRow() <= last) {
                found.add(Diagnostic.of(
                        Codes.INVALID_TABLE,
                        Span.ofCell(file.path(), each.firstRow(), each.firstColumn()),
                        "cells are merged here, so it is not known which row or column the value is for",
                        "undo the merge in the spreadsheet, and fill in each cell"));
            }
        }
    }
}
