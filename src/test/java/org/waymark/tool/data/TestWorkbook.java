package org.waymark.tool.data;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Workbooks as other programs write them, part by part. */
final class TestWorkbook {
    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    private static final String MAIN = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    private static final String RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private final List<String> sheets = new ArrayList<>();
    private final Map<String, byte[]> parts = new LinkedHashMap<>();
    private String properties = "";

    /** A sheet of rows, each of cells that the methods below make. */
    static TestWorkbook of(List<List<String>> rows) {
        return new TestWorkbook().sheet("Entries", "visible", rows, "");
    }

    TestWorkbook sheet(String name, String state, List<List<String>> rows, String after) {
        var data = new StringBuilder();
        for (int row = 1; row <= rows.size(); row++) {
            data.append("<row r=\"").append(row).append("\">");
            List<String> cells = rows.get(row - 1);
            for (int column = 0; column < cells.size(); column++) {
                data.append(cells.get(column).replace("@", letters(column) + row));
            }
            data.append("</row>");
        }
        return sheetOf(name, state, data + "", after);
    }

    TestWorkbook sheetOf(String name, String state, String data, String after) {
        int number = sheets.size() + 1;
        sheets.add("<sheet name=\"" + name + "\" sheetId=\"" + number + "\" state=\"" + state + "\" r:id=\"rId" + number
                + "\"/>");
        return part(
                "xl/worksheets/sheet" + number + ".xml",
                XML + "<worksheet " + MAIN + "><sheetData>" + data + "</sheetData>" + after + "</worksheet>");
    }

    TestWorkbook properties(String text) {
        properties = text;
        return this;
    }

    TestWorkbook part(String name, String text) {
        return part(name, text.getBytes(StandardCharsets.UTF_8));
    }

    TestWorkbook part(String name, byte[] bytes) {
        parts.put(name, bytes);
        return this;
    }

    static String letters(int column) {
        return (column < 26 ? "" : letters(column / 26 - 1)) + (char) ('A' + column % 26);
    }

    static String text(String text) {
        return "<c r=\"@\" t=\"inlineStr\"><is><t xml:space=\"preserve\">" + text + "</t></is></c>";
    }

    static List<String> texts(String... texts) {
        return List.of(texts).stream().map(TestWorkbook::text).toList();
    }

    static String shared(int index) {
        return "<c r=\"@\" t=\"s\"><v>" + index + "</v></c>";
    }

    /** @param style an index into {@code cellXfs} below: 0 general, 1 and 2 days, 3 text, 4 money, 5 four digits */
    static String number(String value, int style) {
        return "<c r=\"@\" s=\"" + style + "\"><v>" + value + "</v></c>";
    }

    static String typed(String type, String value) {
        return "<c r=\"@\" t=\"" + type + "\"><v>" + value + "</v></c>";
    }

    static String formula(String formula, String type, String result) {
        String value = result.isEmpty() ? "" : "<v>" + result + "</v>";
        return "<c r=\"@\" t=\"" + type + "\"><f>" + formula + "</f>" + value + "</c>";
    }

    byte[] bytes() {
        var all = new LinkedHashMap<String, byte[]>();
        put(
                all,
                "[Content_Types].xml",
                XML + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                        + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                        + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                        + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>"
                        + "<Override PartName=\"/xl/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/>"
                        + (parts.containsKey("xl/sharedStrings.xml")
                                ? "<Override PartName=\"/xl/sharedStrings.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml\"/>"
                                : "")
                        + "</Types>");
        put(
                all,
                "_rels/.rels",
                XML + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                        + "<Relationship Id=\"r\" Type=\"" + RELATION
                        + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
        put(
                all,
                "xl/workbook.xml",
                XML + "<workbook " + MAIN + " xmlns:r=\"" + RELATION + "\">" + properties + "<sheets>"
                        + String.join("", sheets) + "</sheets></workbook>");
        var relations = new StringBuilder(
                XML + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">");
        for (int i = 1; i <= sheets.size(); i++) {
            relations
                    .append("<Relationship Id=\"rId")
                    .append(i)
                    .append("\" Type=\"")
                    .append(RELATION)
                    .append("/worksheet\" Target=\"worksheets/sheet")
                    .append(i)
                    .append(".xml\"/>");
        }
        put(
                all,
                "xl/_rels/workbook.xml.rels",
                relations + "<Relationship Id=\"s\" Type=\"" + RELATION + "/styles\" Target=\"styles.xml\"/>"
                        + "<Relationship Id=\"t\" Type=\"" + RELATION
                        + "/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>");
        put(
                all,
                "xl/styles.xml",
                XML + "<styleSheet " + MAIN + "><numFmts count=\"3\"><numFmt numFmtId=\"164\""
                        + " formatCode=\"[$-809]d\\ mmmm\\ yyyy;@\"/><numFmt numFmtId=\"165\""
                        + " formatCode=\"&quot;paid &quot;0.00\"/><numFmt numFmtId=\"166\" formatCode=\"0000\"/></numFmts>"
                        + "<cellXfs count=\"6\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/>"
                        + "<xf numFmtId=\"49\"/><xf numFmtId=\"165\"/><xf numFmtId=\"166\"/></cellXfs></styleSheet>");
        all.putAll(parts);
        return zipped(all);
    }

    private static void put(Map<String, byte[]> all, String name, String text) {
        all.put(name, text.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] zipped(Map<String, byte[]> parts) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.setLevel(1);
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
