package org.waymark.tool.data;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.Outcome;
import org.waymark.source.Span;

/**
 * A file with a table: comma-separated values, an Excel workbook, or records of JSON.
 *
 * @param path for findings
 * @param sheet which sheet of a workbook; empty for the only one that is visible
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record TableFile(String path, byte[] bytes, Optional<String> sheet) {
    /** Whether a file of this name is a workbook, for which fastexcel is needed. */
    public static boolean isWorkbook(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(".xlsx");
    }

    /** Whether a file of this name can be exported. */
    public static boolean isTable(String name) {
        return isWorkbook(name) || name.toLowerCase(Locale.ROOT).matches(".*\\.(csv|tsv|txt)");
    }

    /** Whether a file of this name has records of JSON. */
    public static boolean isJson(String name) {
        return name.toLowerCase(Locale.ROOT).matches(".*\\.(json|jsonl|ndjson)");
    }

    /** Whether the part of Waymark that reads and writes workbooks is installed. */
    public static boolean canReadWorkbooks() {
        try {
            Class.forName("org.dhatim.fastexcel.reader.ReadableWorkbook", false, TableFile.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    /** @param known counts the texts of a row that name a column */
    Outcome<Table> read(ToIntFunction<List<String>> known) {
        if (isJson(path)) {
            return JsonTable.read(path, bytes);
        }
        if (startsWith(0xD0, 0xCF, 0x11, 0xE0)) {
            return holds("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0")
                    ? invalid(
                            "the workbook is protected by a password",
                            "open it in a spreadsheet, and save it without a password")
                    : invalid(
                            "the file is an old Excel workbook (.xls), or one that is protected by a password",
                            "open it in a spreadsheet, and save it as .xlsx without a password, or as CSV");
        }
        if (startsWith('P', 'K')) {
            Optional<Outcome<Table>> other = otherArchive();
            if (other.isPresent()) {
                return other.get();
            }
            return isWorkbook(path)
                    ? Workbook.read(this, known)
                    : invalid(
                            "the file is a workbook or another archive, not comma-separated values",
                            "save it as CSV; or, if it is an Excel workbook, give it a name that ends in .xlsx");
        }
        if (startsWith('%', 'P', 'D', 'F')) {
            return invalid("the file is a PDF", "ask for the spreadsheet from which it was made");
        }
        if (isMarkup()) {
            return invalid(
                    "the file is a web page or XML, though its name says otherwise",
                    "open it in a spreadsheet, and save it as .xlsx or CSV");
        }
        return isWorkbook(path)
                ? invalid(
                        "the file is not an Excel workbook, though its name ends in .xlsx",
                        "save it again as .xlsx in a spreadsheet; or, if it is CSV, give it a name that ends in .csv")
                : CsvTable.read(path, bytes, known);
    }

    Outcome<Table> invalid(String message, String help) {
        return Outcome.failed(Diagnostic.of(Codes.INVALID_TABLE, Span.startOf(path), message, help));
    }

    /** Refuses archives of other programs by what is in them. */
    private Optional<Outcome<Table>> otherArchive() {
        if (holds("mimetypeapplication/vnd.oasis.opendocument")) {
            return Optional.of(invalid(
                    "the file is a document of LibreOffice or another program (.ods)",
                    "open it there, and save it as .xlsx or CSV"));
        }
        if (holds("Index/Document.iwa") || holds("Index/Tables/")) {
            return Optional.of(
                    invalid("the file is a document of Apple Numbers", "open it there, and export it to Excel or CSV"));
        }
        return Optional.empty();
    }

    /** Whether it is HTML or XML, as some programs save tables under the name of a workbook. */
    private boolean isMarkup() {
        String start = new String(bytes, 0, Math.min(bytes.length, 200), StandardCharsets.ISO_8859_1)
                .replace("\0", "")
                .replaceFirst("^(?:\u00EF\u00BB\u00BF|\u00FF\u00FE|\u00FE\u00FF)?\\s*", "")
                .toLowerCase(Locale.ROOT);
        return Stream.of("<!doctype", "<html", "<head", "<meta", "<table", "<?xml")
                .anyMatch(start::startsWith);
    }

    /** Whether some text is at the beginning or the end of the file, where archives list what they contain. */
    private boolean holds(String ascii) {
        int near = 1 << 20;
        String start = new String(bytes, 0, Math.min(bytes.length, near), StandardCharsets.ISO_8859_1);
        String end =
                bytes.length <= near ? "" : new String(bytes, bytes.length - near, near, StandardCharsets.ISO_8859_1);
        return start.contains(ascii) || end.contains(ascii);
    }

    private boolean startsWith(int... start) {
        if (bytes.length < start.length) {
            return false;
        }
        for (int i = 0; i < start.length; i++) {
            if ((bytes[i] & 0xFF) != start[i]) {
                return false;
            }
        }
        return true;
    }
}
