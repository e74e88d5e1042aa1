package org.waymark.content;

import java.util.List;
import java.util.Optional;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.source.SourceFile;
import org.waymark.source.Span;

/** A file that is named like text, but whose first bytes show that it is a document of another program. */
final class OtherFormat {
    private static final String COPY = "copy the words of the document into a file that `waymark new` makes";

    /** Bytes that are not UTF-8 are read as U+FFFD. */
    private static final List<Format> FORMATS = List.of(
            new Format("PK\u0003\u0004", "a Word document or another packed file", COPY),
            new Format("\uFFFD\uFFFD\u0011\uFFFD", "a document of an older office program", COPY),
            new Format("%PDF-", "a PDF document", COPY + ", or put it into `content/files` for readers to download"),
            new Format("{\\rtf", "a document in rich text (RTF)", COPY + ", or save it as plain text"),
            new Format("\uFFFDPNG\r", "a picture", "put it into `content/images`, with the extension `.png`"),
            new Format("\uFFFD\uFFFD\uFFFD", "a picture", "put it into `content/images`, with the extension `.jpg`"),
            new Format("GIF8", "a picture", "put it into `content/images`, with the extension `.gif`"));

    private OtherFormat() {}

    /**
     * A format that is recognised by its first characters.
     *
     * @param name with its article
     */
    private record Format(String beginning, String name, String help) {}

    static Optional<Diagnostic> find(SourceFile file) {
        return FORMATS.stream()
                .filter(format -> file.text().startsWith(format.beginning()))
                .findFirst()
                .map(format -> Diagnostic.of(
                        Codes.NOT_UTF_8,
                        Span.startOf(file.path()),
                        "this is " + format.name() + ", not text",
                        format.help()));
    }
}
