package org.waymark.check;

import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.Fix;

/** Finds the notations of other programs, and mistakes in Markdown, in one pass over the text. */
final class OtherNotations {
    /** Characters that also occur in addresses. */
    private static final String IN_ADDRESSES = "~_:*=&%$+^'#";

    /** A heading in the notation of MediaWiki or AsciiDoc. */
    private static final Pattern HEADING = Pattern.compile("(={2,6}) +(\\S.*?)(?: +=+)?[ \\t]*");

    /** With more spaces before it, a line is not read as a heading. */
    private static final int DEEPEST = 3;

    private final TypedText typed;
    /** One matcher for each notation, since creating one for each position would cost more than the search. */
    private final IdentityHashMap<Notation, Matcher> matchers = new IdentityHashMap<>();

    private OtherNotations(TypedText typed) {
        this.typed = typed;
    }

    static void find(TypedText typed, Consumer<Diagnostic> found) {
        new OtherNotations(typed).find(found);
    }

    private void find(Consumer<Diagnostic> found) {
        String text = typed.text();
        boolean beginsLine = true;
        int at = typed.start();
        while (at < text.length()) {
            char sign = text.charAt(at);
            int end = at + 1;
            for (Notation notation : Notation.beginningWith(sign, beginsLine)) {
                int match = endOfMatch(notation, at);
                if (match > at) {
                    found.accept(typed.finding(at, match, notation.name(), notation.help())
                            .withFix(notation.beginsLine() ? heading(at, match) : Optional.empty()));
                    end = match;
                    break;
                }
            }
            beginsLine = sign == '\n' || (beginsLine && (sign == ' ' || sign == '\t' || sign == '>'));
            at = end;
        }
    }

    /** The end of the visible notation that begins at an offset; the offset itself if there is none. */
    private int endOfMatch(Notation notation, int at) {
        Matcher matcher = matchers.computeIfAbsent(notation, each -> each.matcher(typed.text()));
        if (!matcher.region(at, typed.text().length()).lookingAt()) {
            return at;
        }
        boolean isShifted = matcher.groupCount() > 0 && matcher.start(1) >= 0;
        boolean isInAddress = IN_ADDRESSES.indexOf(typed.at(at)) >= 0 && typed.isInAddress(at);
        boolean isSeen = !isInAddress && typed.isPlain(isShifted ? matcher.start(1) : at);
        return isSeen ? Math.max(at + 1, matcher.end()) : at;
    }

    /** Another program's heading in Markdown, which has an equivalent for each of its markers. */
    private Optional<Fix> heading(int start, int end) {
        Matcher heading = HEADING.matcher(typed.text().substring(start, end));
        if (!heading.matches() || start - typed.lineStart(start) > DEEPEST) {
            return Optional.empty();
        }
        String better = "#".repeat(heading.group(1).length()) + " " + heading.group(2);
        return Optional.of(Fix.change(
                typed.file().span(start, end), better, heading.group(1).length() == 2 && isTextAfter(end)));
    }

    /** Whether text follows the marker of a heading, which needs some. */
    private boolean isTextAfter(int end) {
        String text = typed.text();
        int next = end;
        while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
            next++;
        }
        return next < text.length() && "=#".indexOf(text.charAt(next)) < 0;
    }
}
