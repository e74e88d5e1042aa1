package org.waymark.source;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Checks that files for download are what their names say, by their first and last bytes and the contents of archives. */
final class AttachmentReader {
    /** Where PDF readers look for its start and end, and ZIP readers for the list of contents. */
    private static final int HEAD = 1024;

    private static final int PDF_TAIL = 8192;
    private static final int ZIP_TAIL = 0xFFFF + 22;
    /** The length of an archive's list of contents. In documents, it takes a few kilobytes. */
    private static final int LONGEST_LIST = 1 << 20;

    private static final int ZIP_END = 0x06054B50;
    private static final int ZIP_ENTRY = 0x02014B50;
    private static final int ZIP_ENTRY_LENGTH = 46;
    /** Where the name of the first file in an archive begins. */
    private static final int FIRST_NAME = 30;

    private AttachmentReader() {}

    /** The faults of a file, and the accessibility features that a PDF lacks. */
    record Result(Optional<FileFault> fault, List<String> barriers) {
        Result {
            barriers = List.copyOf(barriers);
        }
    }

    static Result read(AttachmentFormat format, FileBytes file) throws IOException {
        Optional<FileFault> fault = fault(format, file);
        return new Result(
                fault, fault.isEmpty() && format == AttachmentFormat.PDF ? PdfAccessibility.barriers(file) : List.of());
    }

    private static Optional<FileFault> fault(AttachmentFormat format, FileBytes file) throws IOException {
        byte[] head = file.at(0, HEAD);
        String start = new String(head, StandardCharsets.ISO_8859_1);
        boolean isPdf = start.contains("%PDF-");
        boolean isArchive = start.startsWith("PK\u0003\u0004");
        if (format == AttachmentFormat.PDF && isPdf) {
            byte[] tail = file.at(Math.max(0, file.size() - PDF_TAIL), PDF_TAIL);
            boolean hasEnd = new String(tail, StandardCharsets.ISO_8859_1).contains("%%EOF");
            return hasEnd ? Optional.empty() : Optional.of(incomplete(format));
        }
        byte[] first = file.at(0, Placeholder.HEAD);
        if (format.isPlainText()) {
            return start.indexOf('\0') >= 0 || isPdf || isArchive
                    ? Optional.of(other(format, "save it again as " + format.noun()))
                    : Placeholder.in(first, format.noun())
                            .filter(fault -> !fault.text().startsWith("this is text"));
        }
        if (format != AttachmentFormat.PDF && isArchive) {
            return archiveFault(format, start, file);
        }
        if (start.startsWith("\u00D0\u00CF\u0011\u00E0")) {
            return Optional.of(other(
                    format,
                    "it is a document of an old Office format, or protected by a password: save it again as `."
                            + format.ending() + "`, without a password"));
        }
        return Placeholder.in(first, format.noun())
                .or(() -> Optional.of(other(
                        format,
                        isPdf
                                ? "it is a PDF document: rename it, or save it again as `." + format.ending() + "`"
                                : "save it again as `." + format.ending()
                                        + "`, or give it the extension of its format")));
    }

    private static FileFault incomplete(AttachmentFormat format) {
        return new FileFault(
                "this is " + format.noun() + ", but its end is missing",
                "copy or download it again, or save it again from the program in which it was made");
    }

    private static FileFault other(AttachmentFormat format, String help) {
        return new FileFault("this is not " + format.noun(), help);
    }

    /** Office documents are archives that contain files stating their type (ECMA-376, OpenDocument 1.3 part 2). */
    private static Optional<FileFault> archiveFault(AttachmentFormat format, String start, FileBytes file)
            throws IOException {
        Optional<Set<String>> names = names(file);
        if (names.isEmpty()) {
            return Optional.of(incomplete(format));
        }
        boolean hasMacros =
                names.get().stream().anyMatch(name -> name.endsWith("vbaproject.bin") || name.startsWith("basic/"));
        if (hasMacros) {
            return Optional.of(new FileFault(
                    "this document contains macros, which could harm readers",
                    "save it without macros as `." + format.ending() + "`, or as `.pdf`"));
        }
        boolean isExpected = switch (format) {
            case WORD -> names.get().stream().anyMatch(name -> name.startsWith("word/"));
            case EXCEL -> names.get().stream().anyMatch(name -> name.startsWith("xl/"));
            case POWERPOINT -> names.get().stream().anyMatch(name -> name.startsWith("ppt/"));
            case ODT -> isOpenDocument(start, "text");
            case ODS -> isOpenDocument(start, "spreadsheet");
            case ODP -> isOpenDocument(start, "presentation");
            default -> true;
        };
        return isExpected
                ? Optional.empty()
                : Optional.of(other(
                        format, "give it the extension of its format, or save it again as `." + format.ending() + "`"));
    }

    private static boolean isOpenDocument(String start, String kind) {
        return start.startsWith("mimetypeapplication/vnd.oasis.opendocument." + kind, FIRST_NAME);
    }

    /** The names of the files in an archive, in lower case; empty if its list of contents is missing. */
    private static Optional<Set<String>> names(FileBytes file) throws IOException {
        long tailStart = Math.max(0, file.size() - ZIP_TAIL);
        ByteBuffer tail = ByteBuffer.wrap(file.at(tailStart, ZIP_TAIL)).order(ByteOrder.LITTLE_ENDIAN);
        int end = tail.limit() - 22;
        while (end >= 0 && tail.getInt(end) != ZIP_END) {
            end--;
        }
        if (end < 0) {
            return Optional.empty();
        }
        long length = Integer.toUnsignedLong(tail.getInt(end + 12));
        long start = Integer.toUnsignedLong(tail.getInt(end + 16));
        ByteBuffer list = ByteBuffer.wrap(file.at(start, (int) Math.min(length, LONGEST_LIST)))
                .order(ByteOrder.LITTLE_ENDIAN);
        Set<String> names = new HashSet<>();
        int at = 0;
        while (at + ZIP_ENTRY_LENGTH <= list.limit() && list.getInt(at) == ZIP_ENTRY) {
            int nameLength = Short.toUnsignedInt(list.getShort(at + 28));
            int more = Short.toUnsignedInt(list.getShort(at + 30)) + Short.toUnsignedInt(list.getShort(at + 32));
            int nameEnd = Math.min(at + ZIP_ENTRY_LENGTH + nameLength, list.limit());
            names.add(new String(
                            list.array(),
                            at + ZIP_ENTRY_LENGTH,
                            nameEnd - at - ZIP_ENTRY_LENGTH,
                            StandardCharsets.ISO_8859_1)
                    .toLowerCase(Locale.ROOT));
            at += ZIP_ENTRY_LENGTH + nameLength + more;
        }
        return names.isEmpty() ? Optional.empty() : Optional.of(names);
    }
}
