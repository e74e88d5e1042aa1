package org.waymark.check;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.Fix;
import org.waymark.source.Edit;

/**
 * Finds markers of bold text, struck-out text and code that have no effect, since they are unpaired or there is a
 * space on the wrong
 * side (CommonMark 0.31.2, section 6.2).
 */
final class StrayMarks {
    private static final int LONGEST_LABEL = 80;

    private static final Pattern LABEL =
            Pattern.compile("\\p{Lu}\\p{Ll}+(?: [^*]*)?[:.!?]|\\p{L}{2,}(?: [\\p{L}\\p{N}'’-]+)++[:.!?]?");

    private static final String SIGNS = "*_~`";

    private StrayMarks() {}

    /** A run of one marker that readers see. */
    private record Mark(int start, int end, String signs) {}

    static void find(TypedText typed, Consumer<Diagnostic> found) {
        if (SIGNS.chars().noneMatch(sign -> typed.file().has((char) sign))) {
            return;
        }
        Mark open = null;
        for (Mark mark = next(typed, typed.start()); mark != null; mark = next(typed, mark.end())) {
            if (open == null) {
                open = mark;
            } else if (isPair(typed, open, mark)) {
                found.accept(pair(typed, open, mark));
                open = null;
            } else {
                single(typed, open).ifPresent(found);
                open = isSameCode(typed, open, mark) ? null : mark;
            }
        }
        if (open != null) {
            single(typed, open).ifPresent(found);
        }
    }

    private static @Nullable Mark next(TypedText typed, int from) {
        String text = typed.text();
        int at = from;
        while (at < text.length()) {
            char sign = text.charAt(at);
            if (sign != '*' && sign != '_' && sign != '~' && sign != '`') {
                at++;
                continue;
            }
            int end = at + 1;
            while (end < text.length() && text.charAt(end) == sign) {
                end++;
            }
            var mark = new Mark(at, end, text.substring(at, Math.min(end, at + 4)));
            if (isMeant(typed, mark) && typed.isPlain(at) && !typed.isInAddress(at)) {
                return mark;
            }
            at = end;
        }
        return null;
    }

    /** Powers, program names and blanks to fill in are not markers. */
    private static boolean isMeant(TypedText typed, Mark mark) {
        char before = typed.at(mark.start() - 1);
        char after = typed.at(mark.end());
        boolean isWithinWord = Character.isLetterOrDigit(before) && Character.isLetterOrDigit(after);
        return switch (mark.signs()) {
            case "**", "***" -> !isWithinWord;
            case "__", "~~" -> !isLoose(typed, mark) && !isWithinWord;
            default -> mark.signs().startsWith("`") && !isWithinWord;
        };
    }

    private static boolean isPair(TypedText typed, Mark open, Mark close) {
        return open.signs().equals(close.signs())
                && (!(isLoose(typed, open) && isLoose(typed, close)) || isAroundLabel(typed, open, close))
                && typed.plain().isOnePassage(open.start(), close.start());
    }

    /**
     * Whether markers with spaces around them were meant as bold text, such as {@code ** Note: **}: no exponent has
     * words as a factor.
     */
    private static boolean isAroundLabel(TypedText typed, Mark open, Mark close) {
        String inner = typed.text().substring(open.end(), close.start());
        boolean isWords = inner.indexOf('\n') < 0
                && inner.length() <= LONGEST_LABEL
                && LABEL.matcher(inner.strip()).matches();
        return isWords && open.signs().equals("**");
    }

    /** Code that begins with more backticks than it ends with. */
    private static boolean isSameCode(TypedText typed, Mark open, Mark close) {
        return open.signs().startsWith("`")
                && close.signs().startsWith("`")
                && typed.plain().isOnePassage(open.start(), close.start());
    }

    /** Between spaces it is literal, as in {@code 2 ** 3}. */
    private static boolean isLoose(TypedText typed, Mark mark) {
        return typed.at(mark.start() - 1) <= ' ' && typed.at(mark.end()) <= ' ';
    }

    private static Optional<Diagnostic> single(TypedText typed, Mark mark) {
        if (isLoose(typed, mark)) {
            return Optional.empty();
        }
        String signs = mark.signs();
        String what = signs.startsWith("~") ? "the struck text" : "the bold text";
        String help = signs.startsWith("`")
                ? "write the same number where the code ends; an apostrophe is `'`"
                : "write a second `" + signs + "` where " + what + " ends, in the same paragraph, or remove this one";
        return Optional.of(typed.finding(
                mark.start(), mark.end(), signs.startsWith("`") ? "a backtick" : "`" + signs + "`", help));
    }

    private static Diagnostic pair(TypedText typed, Mark open, Mark close) {
        String signs = open.signs();
        String inner = typed.text().substring(open.end(), close.start());
        boolean isSpaced = !inner.equals(inner.strip());
        boolean isWordNext = Character.isLetterOrDigit(typed.at(close.end()));
        String help = isSpaced
                ? "remove the space between `" + signs + "` and the words"
                : isWordNext
                        ? "put a space after the second `" + signs + "`"
                        : "leave the punctuation next to `" + signs + "` outside, or put a space there";
        boolean isPunctuated = inner.strip().matches("(?s).*[.:;,!?]");
        boolean isWord =
                !inner.isBlank() && Character.isLetterOrDigit(inner.strip().charAt(0));
        boolean isSpaceBefore = typed.at(open.start() - 1) <= ' ';
        Optional<Fix> fix = Optional.empty();
        if (isWord && isSpaceBefore && inner.indexOf('\n') < 0) {
            boolean needsSpace = isWordNext && (isPunctuated || inner.endsWith(" "));
            String better = signs + inner.strip() + signs + (needsSpace ? " " : "");
            var edit = new Edit(typed.file().span(open.start(), close.end()), better);
            fix = Optional.of(new Fix("Change to `" + better.strip() + "`", isPunctuated || isSpaced, List.of(edit)));
        }
        return typed.finding(open.start(), close.end(), "`" + signs + "`", help).withFix(fix);
    }
}
