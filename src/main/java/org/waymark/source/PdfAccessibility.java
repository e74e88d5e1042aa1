package org.waymark.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The accessibility features that a PDF lacks: tags, a language, a title (ISO 14289-1, sections 7.1 and 7.2). The file
 * is searched for the names of these entries, also in compressed lists of objects; it is not parsed. A name that occurs
 * elsewhere may hide a fault, but no fault is reported wrongly. Nothing is reported about a file that is encrypted or
 * could not be searched completely.
 */
final class PdfAccessibility {
    /** Longer files are not read. */
    private static final int LONGEST = 8 << 20;
    /** The maximum number of compressed objects read. */
    private static final int MOST_INFLATED = 32 << 20;

    private PdfAccessibility() {}

    static List<String> barriers(FileBytes file) throws IOException {
        if (file.size() > LONGEST) {
            return List.of();
        }
        byte[] bytes = file.at(0, (int) file.size());
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        Set<String> missing = new LinkedHashSet<>(List.of("tags", "language", "title"));
        search(text, missing);
        if (missing.isEmpty() || text.contains("/Encrypt")) {
            return List.of();
        }
        return inflated(bytes, text, missing) ? new ArrayList<>(missing) : List.of();
    }

    private static void search(String text, Set<String> missing) {
        missing.removeIf(what -> switch (what) {
            case "tags" -> text.contains("/StructTreeRoot");
            case "language" -> text.contains("/Lang");
            default -> text.contains("/Title") || text.contains("dc:title");
        });
    }

    /** Searches the compressed objects (ISO 32000-2, section 7.5.7). Returns whether all of them could be searched. */
    private static boolean inflated(byte[] bytes, String text, Set<String> missing) {
        int left = MOST_INFLATED;
        int at = text.indexOf("/ObjStm");
        while (at >= 0 && !missing.isEmpty()) {
            int stream = text.indexOf("stream", at);
            if (stream < 0) {
                return false;
            }
            int start = stream + "stream".length();
            start += text.startsWith("\r\n", start) ? 2 : 1;
            Optional<String> objects = inflate(bytes, start, left);
            if (objects.isEmpty()) {
                return false;
            }
            left -= objects.get().length();
            search(objects.get(), missing);
            at = text.indexOf("/ObjStm", start);
        }
        return true;
    }

    private static Optional<String> inflate(byte[] bytes, int start, int most) {
        var inflater = new Inflater();
        try {
            inflater.setInput(bytes, Math.min(start, bytes.length), Math.max(0, bytes.length - start));
            var text = new StringBuilder();
            byte[] part = new byte[8192];
            while (!inflater.finished()) {
                int length = inflater.inflate(part);
                if (length == 0 || text.length() + length > most) {
                    return Optional.empty();
                }
                text.append(new String(part, 0, length, StandardCharsets.ISO_8859_1));
            }
            return Optional.of(text.toString());
        } catch (DataFormatException e) {
            return Optional.empty();
        } finally {
            inflater.end();
        }
    }
}
