package org.waymark.tool.data;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.Outcome;
import org.waymark.source.CsvLine;
import org.waymark.source.Span;
import tools.jackson.core.FormatSchema;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.dataformat.csv.CsvFactory;
import tools.jackson.dataformat.csv.CsvReadFeature;
import tools.jackson.dataformat.csv.CsvSchema;

/**
 * Reads comma-separated values (RFC 4180), also with a semicolon, a tab or a bar for the comma, as spreadsheets save them in other
 * countries.
 */
final class CsvTable {
    private static final CsvFactory CSV =
            CsvFactory.builder().enable(CsvReadFeature.WRAP_AS_ARRAY).build();

    private static final List<Character> SEPARATORS = List.of(',', ';', '\t', '|');

    /** The header must be within this many rows. */
    static final int FIRST_ROWS = 50;

    /** How some programs prevent a spreadsheet from treating a text as a number. */
    private static final Pattern QUOTED = Pattern.compile("=\"([^\"]*)\"");

    private CsvTable() {}

    /**
     * Reads a table.
     *
     * @param known counts the texts of a row that name a column, by which the separator is recognised
     */
    static Outcome<Table> read(String path, byte[] bytes, ToIntFunction<List<String>> known) {
        Outcome<String> decoded = TableText.decode(path, bytes);
        if (decoded.value().isEmpty()) {
            return Outcome.failed(decoded.diagnostics());
        }
        String text = decoded.value().get();
        Optional<Character> stated = statedSeparator(text);
        String records = stated.isPresent() ? "\n" + text.replaceFirst("^.*\\R?", "") : text;
        char separator = stated.orElseGet(() -> likelySeparator(path, records, known));
        return read(path, records, separator, Integer.MAX_VALUE);
    }

    /** The first line {@code sep=;} that some programs write for others. */
    private static Optional<Character> statedSeparator(String text) {
        return text.startsWith("sep=") && text.length() > 5 && (text.charAt(5) == '\r' || text.charAt(5) == '\n')
                ? Optional.of(text.charAt(4))
                : Optional.empty();
    }

    private static char likelySeparator(String path, String text, ToIntFunction<List<String>> known) {
        char best = ',';
        long most = -1;
        if (text.chars().allMatch(c -> Character.isWhitespace(c) || SEPARATORS.contains((char) c))) {
            return text.chars()
                    .mapToObj(c -> (char) c)
                    .filter(SEPARATORS::contains)
                    .findFirst()
                    .orElse(best);
        }
        for (char separator : SEPARATORS) {
            List<Table.Row> rows = read(path, text, separator, FIRST_ROWS)
                    .value()
                    .map(Table::rows)
                    .orElse(List.of());
            int names = rows.stream()
                    .mapToInt(row -> known.applyAsInt(row.texts()))
                    .max()
                    .orElse(0);
            int columns = rows.isEmpty() ? 0 : rows.get(0).cells().size();
            long score = 1000L * names + columns;
            if (score > most) {
                most = score;
                best = separator;
            }
        }
        return best;
    }

    private static Outcome<Table> read(String path, String text, char separator, int most) {
        var rows = new ArrayList<Table.Row>();
        int number = 1;
        try (JsonParser csv = CSV.createParser(new Context(separator), new StringReader(text))) {
            csv.nextToken(); // the array of all rows
            for (JsonToken token = csv.nextToken();
                    token == JsonToken.START_ARRAY && number <= most;
                    token = csv.nextToken(), number++) {
                Table.Row row = row(path, number, csv);
                if (row.cells().size() > Table.MOST_COLUMNS) {
                    return failed(path, number, "the row has more than " + Table.MOST_COLUMNS + " columns");
                }
                if (!row.isBlank()) {
                    rows.add(row);
                }
                if (rows.size() > Table.MOST_ROWS) {
                    return failed(path, number, "the table has more than " + Table.MOST_ROWS + " rows");
                }
            }
        } catch (JacksonException e) {
            return most < Integer.MAX_VALUE
                    ? Outcome.of(new Table(path, rows))
                    : Outcome.failed(Diagnostic.of(
                            Codes.INVALID_TABLE,
                            Span.ofCell(path, number, 1),
                            "the row cannot be read as comma-separated values: a quotation mark is not closed, or is"
                                    + " followed by other text",
                            "put a cell with a quotation mark in quotation marks, and double those within; or save the"
                                    + " table as .xlsx"));
        }
        return Outcome.of(new Table(path, rows));
    }

    private static Outcome<Table> failed(String path, int row, String message) {
        return Outcome.failed(Diagnostic.of(
                Codes.INVALID_TABLE,
                Span.ofCell(path, row, 1),
                message,
                "import a part of it at a time, and delete columns and rows that are empty"));
    }

    private static Table.Row row(String path, int number, JsonParser csv) {
        var cells = new ArrayList<Cell>();
        while (cells.size() <= Table.MOST_COLUMNS && csv.nextToken() == JsonToken.VALUE_STRING) {
            Span span = Span.ofCell(path, number, cells.size() + 1);
            cells.add(cell(CellText.cleaned(csv.getString()), span));
        }
        return new Table.Row(number, cells);
    }

    private static Cell cell(String text, Span span) {
        Matcher quoted = QUOTED.matcher(text);
        if (quoted.matches()) {
            return new Cell(quoted.group(1).strip(), Cell.Form.TEXT, span);
        }
        // A program that computes formulas writes their results.
        boolean isFault = text.startsWith("=") || CellText.isFault(text);
        Cell.Form form = isFault ? Cell.Form.FAULTY : Cell.Form.TEXT;
        return new Cell(CsvLine.unprotected(text), form, span);
    }

    /** Tells the parser which character separates cells. */
    private static final class Context extends ObjectReadContext.Base {
        private final CsvSchema schema;

        Context(char separator) {
            schema = CsvSchema.builder().setColumnSeparator(separator).build();
        }

        @Override
        public FormatSchema getSchema() {
            return schema;
        }
    }
}
