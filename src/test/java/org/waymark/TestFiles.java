package org.waymark;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Small files for tests, in formats that programs recognise. */
public final class TestFiles {
    private static final String TAGS = "/StructTreeRoot 3 0 R /MarkInfo <</Marked true>>";

    private TestFiles() {}

    /** The entry that a line of a spec describes, such as {@code PDF entry without tags}. */
    public static byte[] described(String line) {
        return switch (line.strip()) {
            case "PDF document" -> pdf(TAGS + " /Lang (en-GB)", "/Title (Referral form)");
            case "PDF document without tags" -> pdf("/Lang (en-GB)", "/Title (Referral form)");
            case "PDF document without tags, language and title" -> pdf("", "");
            case "PDF document with compressed objects" ->
                compressed("<</Type/Catalog " + TAGS + " /Lang (en-GB)>> <</Title (Form)>>");
            case "PDF document with compressed objects, without tags" ->
                compressed("<</Type/Catalog /Lang (en-GB)>> <</Title (Form)>>");
            case "encrypted PDF document" -> pdf("", "/Encrypt 4 0 R");
            case "Word document" -> archive("[Content_Types].xml", "word/document.xml");
            case "Word document with macros" ->
                archive("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin");
            case "Excel workbook" -> archive("[Content_Types].xml", "xl/workbook.xml");
            case "PowerPoint presentation" -> archive("[Content_Types].xml", "ppt/presentation.xml");
            case "OpenDocument text" -> openDocument("text");
            case "OpenDocument spreadsheet" -> openDocument("spreadsheet");
            case "OpenDocument text with macros" -> openDocument("text", "Basic/Standard/Module1.xml");
            default -> throw new IllegalArgumentException("no document: " + line);
        };
    }

    private static byte[] pdf(String catalog, String information) {
        return ("%PDF-1.7\n%\u00E2\u00E3\n1 0 obj <</Type/Catalog /Pages 2 0 R " + catalog
                        + ">> endobj\n2 0 obj <</Type/Pages"
                        + " /Kids [] /Count 0>> endobj\n5 0 obj <<" + information
                        + ">> endobj\ntrailer <</Root 1 0 R /Info 5 0 R>>\n%%EOF\n")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] compressed(String objects) {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes("%PDF-1.7\n%\u00E2\u00E3\n1 0 obj <</Type /ObjStm /Filter /FlateDecode>> stream\r\n"
                .getBytes(StandardCharsets.ISO_8859_1));
        try (var out = new DeflaterOutputStream(bytes)) {
            out.write(objects.getBytes(StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        bytes.writeBytes("\nendstream endobj\n%%EOF\n".getBytes(StandardCharsets.ISO_8859_1));
        return bytes.toByteArray();
    }

    private static byte[] openDocument(String kind, String... more) {
        byte[] type = ("application/vnd.oasis.opendocument." + kind).getBytes(StandardCharsets.US_ASCII);
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            var first = new ZipEntry("mimetype");
            var checksum = new CRC32();
            checksum.update(type);
            first.setMethod(ZipEntry.STORED);
            first.setSize(type.length);
            first.setCrc(checksum.getValue());
            zip.putNextEntry(first);
            zip.write(type);
            for (String name : more) {
                zip.putNextEntry(new ZipEntry(name));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] archive(String... names) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (String name : List.of(names)) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(name.getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
