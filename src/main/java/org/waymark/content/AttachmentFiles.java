package org.waymark.content;

import java.util.ArrayList;
import java.util.List;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.source.Attachment;
import org.waymark.source.Span;

/** Findings about files for download. */
final class AttachmentFiles {
    private AttachmentFiles() {}

    static List<Diagnostic> check(Attachment file) {
        var found = new ArrayList<Diagnostic>();
        Span place = Span.startOf(file.path());
        file.fault()
                .ifPresent(fault -> found.add(Diagnostic.of(Codes.WRONG_FORMAT, place, fault.text(), fault.help())));
        if (!file.barriers().isEmpty()) {
            found.add(
                    Diagnostic.of(
                            Codes.INACCESSIBLE_PDF,
                            place,
                            "the PDF seems to have " + without(file.barriers()),
                            "publish the text as a page, or export it again as a tagged PDF; see `waymark explain inaccessible-pdf`"));
        }
        return found;
    }

    private static String without(List<String> barriers) {
        List<String> parts = barriers.stream().map(what -> "no " + what).toList();
        int last = parts.size() - 1;
        return last == 0 ? parts.get(0) : String.join(", ", parts.subList(0, last)) + " and " + parts.get(last);
    }
}
