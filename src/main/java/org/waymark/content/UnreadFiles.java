package org.waymark.content;

import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.source.Drawing;
import org.waymark.source.SizeLimit;
import org.waymark.source.Span;
import org.waymark.source.UnreadFile;

/** Explains why a file is not read. */
final class UnreadFiles {
    private UnreadFiles() {}

    static Diagnostic report(UnreadFile unread) {
        Span place = Span.startOf(unread.path());
        return switch (unread.reason()) {
            case LINK ->
                Diagnostic.of(
                        Codes.UNKNOWN_FILE,
                        place,
                        "this is a link, and links are not followed",
                        "put the file or folder itself here");
            case NO_FILE ->
                Diagnostic.of(
                        Codes.UNKNOWN_FILE,
                        place,
                        "this is neither a file nor a folder, but a pipe, a socket or a device",
                        "remove it");
            case TOO_LONG ->
                Diagnostic.of(
                        Codes.TOO_LONG,
                        place,
                        "the file is longer than " + SizeLimit.inWords(SizeLimit.of(unread.path()))
                                + ", so it is not read",
                        "divide it, or make it smaller; see `waymark explain too-long`");
        };
    }

    static Diagnostic report(Drawing.Fault fault) {
        return Diagnostic.of(
                Codes.UNKNOWN_FILE,
                fault.span(),
                "this drawing cannot be published: " + fault.text(),
                fault.help()
                        .orElse(
                                "remove that from the drawing, or save it again as plain SVG without scripts, links and animation, or as PNG"));
    }
}
