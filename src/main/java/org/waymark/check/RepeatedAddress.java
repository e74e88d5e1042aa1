package org.waymark.check;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.Fix;
import org.waymark.source.Edit;
import org.waymark.source.Span;

/** Finds addresses that a program for mail has written twice: {@code a@example.org<mailto:a@example.org>}. */
final class RepeatedAddress {
    private static final String MAILTO = "mailto:";
    private static final int LONGEST = 300;

    private RepeatedAddress() {}

    static void find(TypedText typed, Consumer<Diagnostic> found) {
        String text = typed.text();
        int open = text.indexOf('<', typed.start());
        int end = open;
        while (open >= 0 && end >= 0) {
            end = end > open ? end : text.indexOf('>', open);
            if (end > open && end - open <= LONGEST && isRepeated(text, open, end)) {
                found.accept(report(typed, open, end + 1));
            }
            open = text.indexOf('<', open + 1);
        }
    }

    private static boolean isRepeated(String text, int open, int end) {
        String address = text.substring(open + 1, end);
        String bare = address.startsWith(MAILTO) ? address.substring(MAILTO.length()) : address;
        String shown = bare.replaceFirst("^https?://", "").replaceFirst("/$", "");
        boolean isAddress = shown.indexOf('@') > 0 || (!shown.equals(bare) && shown.indexOf('.') > 0);
        int before = open > 0 && text.charAt(open - 1) == ' ' ? open - 1 : open;
        return isAddress
                && (text.startsWith(shown, before - shown.length()) || text.startsWith(bare, before - bare.length()));
    }

    private static Diagnostic report(TypedText typed, int from, int to) {
        Span place = typed.file().span(from, to);
        return Diagnostic.of(Codes.UNRENDERED_MARKUP, place, "readers see this address a second time here", "remove it")
                .withFix(Optional.of(new Fix("Remove it", true, List.of(new Edit(place, "")))));
    }
}
