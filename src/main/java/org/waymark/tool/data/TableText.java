package org.waymark.tool.data;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.Outcome;
import org.waymark.source.Span;

/** Decodes the text of a table, whose encoding depends on the program that saved it. */
final class TableText {
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private TableText() {}

    /** The text without its byte order mark: UTF-8, UTF-16, or else Windows-1252. */
    static Outcome<String> decode(String path, byte[] bytes) {
        Charset marked = marked(bytes);
        Optional<String> text = decoded(bytes, marked)
                .or(() -> Optional.of(bytes)
                        .filter(each -> marked.equals(StandardCharsets.UTF_8) && isText(each))
                        .flatMap(each -> decoded(each, WINDOWS_1252)));
        return text.map(found -> Outcome.of(found.startsWith("\uFEFF") ? found.substring(1) : found))
                .orElseGet(() -> Outcome.failed(Diagnostic.of(
                        Codes.INVALID_TABLE,
                        Span.startOf(path),
                        "the file is not text in UTF-8, UTF-16 or Windows-1252",
                        "save it again as CSV in UTF-8, or as .xlsx")));
    }

    /** UTF-16 if it has its byte order mark, or if every other byte is zero as in Latin text; otherwise UTF-8. */
    private static Charset marked(byte[] bytes) {
        if (bytes.length < 2) {
            return StandardCharsets.UTF_8;
        }
        int first = (bytes[0] & 0xFF) << 8 | (bytes[1] & 0xFF);
        if (first == 0xFEFF || (first >> 8 == 0 && first != 0)) {
            return StandardCharsets.UTF_16BE;
        }
        return first == 0xFFFE || ((first & 0xFF) == 0 && first != 0)
                ? StandardCharsets.UTF_16LE
                : StandardCharsets.UTF_8;
    }

    private static boolean isText(byte[] bytes) {
        for (byte each : bytes) {
            if (each == 0) {
                return false;
            }
        }
        return true;
    }

    private static Optional<String> decoded(byte[] bytes, Charset charset) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
