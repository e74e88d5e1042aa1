package org.waymark.check;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.Fix;
import org.waymark.source.Edit;

/** Finds a second bracket at the end of a link, as in {@code [words](address))}, where no bracket opens before it. */
final class StrayBracket {
    private static final String TWO = "))";

    /** How far back to look for a bracket, so a long text is not read again and again. */
    private static final int FARTHEST = 2000;

    private StrayBracket() {}

    static void find(TypedText typed, Consumer<Diagnostic> found) {
        String text = typed.text();
        for (int at = text.indexOf(TWO, typed.start()); at >= 0; at = text.indexOf(TWO, at + TWO.length())) {
            int bracket = at + 1;
            if (!typed.isPlain(at) && typed.isPlain(bracket) && isAfterLink(typed, at) && !isOpen(typed, at)) {
                var edit = new Edit(typed.file().span(bracket, bracket + 1), "");
                found.accept(typed.finding(bracket, bracket + 1, "a second `)` after a link", "remove it")
                        .withFix(Optional.of(new Fix("Remove it", true, List.of(edit)))));
            }
        }
    }

    /** Whether a bracket ends the address of a link. */
    private static boolean isAfterLink(TypedText typed, int bracket) {
        int at = bracket;
        while (at > Math.max(typed.start(), bracket - FARTHEST)
                && typed.at(at) != '\n'
                && !typed.text().startsWith("](", at)) {
            at--;
        }
        return typed.text().startsWith("](", at);
    }

    /** Whether a bracket that readers see is open in the paragraph. */
    private static boolean isOpen(TypedText typed, int end) {
        int depth = 0;
        for (int at = end - 1;
                at >= Math.max(typed.start(), end - FARTHEST) && !typed.text().startsWith("\n\n", at);
                at--) {
            char c = typed.at(at);
            if ((c == '(' || c == ')') && typed.isPlain(at)) {
                depth += c == '(' ? 1 : -1;
            }
            if (depth > 0) {
                return true;
            }
        }
        return false;
    }
}
