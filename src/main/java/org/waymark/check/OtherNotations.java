package org.waymark.check;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import org.waymark.diagnostic.Diagnostic;

/** Finds the notations of other programs, and slips of Markdown, in one pass over the text. */
final class OtherNotations {
    /** Signs that are also parts of addresses. */
    private static final String IN_ADDRESSES = "~_:*=&%$+^'#";

    private OtherNotations() {}

    static void find(TypedText typed, Consumer<Diagnostic> found) {
        String text = typed.text();
        Matcher matcher = Notation.matcher(text);
        boolean beginsLine = true;
        int at = typed.start();
        while (at < text.length()) {
            char sign = text.charAt(at);
            List<Notation> notations = Notation.beginningWith(sign);
            int end = at + 1;
            for (Notation notation : notations) {
                if (beginsLine || !notation.beginsLine()) {
                    Optional<Diagnostic> finding = match(typed, notation, matcher, at);
                    if (finding.isPresent()) {
                        found.accept(finding.get());
                        end = Math.max(end, matcher.end());
                        break;
                    }
                }
            }
            beginsLine = sign == '\n' || beginsLine && (sign == ' ' || sign == '\t' || sign == '>');
            at = end;
        }
    }

    private static Optional<Diagnostic> match(TypedText typed, Notation notation, Matcher matcher, int at) {
        matcher.usePattern(notation.pattern()).region(at, typed.text().length());
        if (!matcher.lookingAt()) {
            return Optional.empty();
        }
        boolean isShifted = matcher.groupCount() > 0 && matcher.start(1) >= 0;
        int sign = isShifted ? matcher.start(1) : at;
        boolean isInAddress = IN_ADDRESSES.indexOf(typed.at(at)) >= 0 && typed.isInAddress(at);
        if (isInAddress || !typed.isPlain(sign)) {
            return Optional.empty();
        }
        return Optional.of(typed.finding(at, Math.max(at + 1, matcher.end()), notation.name(), notation.help()));
    }
}
