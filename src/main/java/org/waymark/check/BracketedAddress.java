package org.waymark.check;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.Fix;
import org.waymark.source.Edit;
import org.waymark.source.Span;

/**
 * Finds links as mail programs write them in plain text: with the address repeated, as in {@code a@example.org<mailto:
 * a@example.org>}, or directly after its words, as in {@code the form<https://www.example.org/>}; and angle brackets
 * that readers would see.
 */
final class BracketedAddress {
    private static final String MAILTO = "mailto:";
    private static final String WWW = "www.";
    private static final int LONGEST = 300;

    private BracketedAddress() {}

    static void find(TypedText typed, Consumer<Diagnostic> found) {
        String text = typed.text();
        int open = typed.file().has('<') ? text.indexOf('<', typed.start()) : -1;
        int end = open;
        while (open >= 0 && end >= 0) {
            end = end > open ? end : text.indexOf('>', open);
            if (end > open && end - open <= LONGEST) {
                check(typed, open, end).ifPresent(found);
            }
            open = text.indexOf('<', open + 1);
        }
    }

    private static Optional<Diagnostic> check(TypedText typed, int open, int end) {
        String address = typed.text().substring(open + 1, end);
        if (isRepeated(typed.text(), open, address)) {
            Span place = typed.file().span(open, end + 1);
            return Optional.of(Diagnostic.of(
                            Codes.UNRENDERED_MARKUP, place, "readers see this address twice", "remove it")
                    .withFix(Optional.of(new Fix("Remove it", true, List.of(new Edit(place, ""))))));
        }
        int bar = address.indexOf('|');
        if (bar > 0 && isAddress(address.substring(0, bar)) && !typed.isPlain(open)) {
            return Optional.of(typed.finding(
                    open,
                    end + 1,
                    "a link in the notation of Slack",
                    "write `[" + address.substring(bar + 1) + "](" + address.substring(0, bar) + ")`"));
        }
        boolean isAfterWord =
                Character.isLetterOrDigit(typed.at(open - 1)) && typed.isPlain(open - 1) && isAddress(address);
        if (isAfterWord) {
            return Optional.of(Diagnostic.of(
                    Codes.UNRENDERED_MARKUP,
                    typed.file().span(open, end + 1),
                    "readers see this address joined to the word before it",
                    "write `[words](" + address + ")`"));
        }
        if (address.startsWith(WWW) && address.indexOf(' ') < 0 && typed.isPlain(open) && typed.isPlain(end)) {
            Span place = typed.file().span(open, end + 1);
            return Optional.of(typed.finding(
                            open,
                            end + 1,
                            "an address in angle brackets without its `https://`",
                            "write it before `www.`")
                    .withFix(Optional.of(Fix.change(place, "<https://" + address + ">", true))));
        }
        return Optional.empty();
    }

    private static boolean isAddress(String text) {
        boolean isWeb = text.startsWith("https://") || text.startsWith("http://") || text.startsWith(MAILTO);
        return isWeb && text.chars().noneMatch(Character::isWhitespace) && text.indexOf('|') < 0;
    }

    private static boolean isRepeated(String text, int open, String address) {
        String bare = address.startsWith(MAILTO) ? address.substring(MAILTO.length()) : address;
        String shown = bare.replaceFirst("^https?://", "").replaceFirst("/$", "");
        boolean isAddress = shown.indexOf('@') > 0 || (!shown.equals(bare) && shown.indexOf('.') > 0);
        int before = open > 0 && text.charAt(open - 1) == ' ' ? open - 1 : open;
        return isAddress
                && (text.startsWith(shown, before - shown.length()) || text.startsWith(bare, before - bare.length()));
    }
}
