package org.waymark.content;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.Fix;
import org.waymark.source.Edit;
import org.waymark.source.Invisible;
import org.waymark.source.SourceFile;
import org.waymark.source.Span;

/** Finds what cannot be read in a file: bytes that are not UTF-8, and invisible characters. */
public final class Characters {
    /** Replaces an unreadable character. */
    private static final char LOST = '\uFFFD';

    /**
     * At most this many accents are allowed on one letter (Unicode Standard Annex 15, section 13, Stream-Safe Text
     * Format). Normalising more takes quadratic time.
     */
    private static final int MOST_MARKS = 30;

    /** A file with more is not text; reporting all of them would take quadratic time. */
    private static final int MOST_FINDINGS = 50;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private Characters() {}

    /** The same text with a replacement for each invisible character at which parsers would stop. */
    static SourceFile printable(SourceFile file) {
        if (file.isPlainAscii()) {
            return file;
        }
        String text = file.text();
        int first = nextInvisible(text, 0);
        if (first == text.length()) {
            return file;
        }
        char[] printable = text.toCharArray();
        int marks = 0;
        for (int at = 0; at < printable.length; at++) {
            marks = isMark(text.charAt(at)) ? marks + 1 : 0;
            printable[at] = isInvisible(printable[at]) || marks > MOST_MARKS ? LOST : printable[at];
        }
        return SourceFile.of(file.path(), new String(printable));
    }

    /** Whether each character of a printable text is one that its writer typed. */
    static boolean isReadable(SourceFile printable) {
        return printable.text().indexOf(LOST) < 0;
    }

    /** Whether a finding is only a consequence of an unreadable character, which is itself reported. */
    static boolean isUnreadable(SourceFile printable, Span span) {
        int start = printable.offset(span.start());
        int end = printable.offset(span.end());
        int lost = printable.text().indexOf(LOST, start);
        return lost >= 0 && lost < end;
    }

    /** The finding without a fix that would write the replacement character into the file. */
    static Diagnostic withoutLostFix(Diagnostic finding) {
        return finding.withFix(finding.fix()
                .filter(fix -> fix.edits().stream().allMatch(edit -> edit.text().indexOf(LOST) < 0)));
    }

    /** Whether about every second byte is NUL, as for Latin letters in UTF-16; a damaged file has many in a row. */
    static boolean isUtf16(SourceFile file) {
        String text = file.text();
        long nuls = 0;
        for (int at = text.indexOf('\0'); at >= 0; at = text.indexOf('\0', at + 1)) {
            boolean isSingle =
                    (at == 0 || text.charAt(at - 1) != 0) && (at + 1 == text.length() || text.charAt(at + 1) != 0);
            nuls += isSingle ? 1 : 0;
        }
        return nuls > 2 && nuls * 4 > text.length();
    }

    static Diagnostic utf16(SourceFile file) {
        return Diagnostic.of(
                Codes.NOT_UTF_8,
                Span.startOf(file.path()),
                "the file is saved as UTF-16, not as UTF-8",
                "save the file again as UTF-8");
    }

    /** One finding for all bytes that are not UTF-8, at the first of them, and one for each of the first invisible characters. */
    public static List<Diagnostic> check(SourceFile file) {
        if (file.isPlainAscii()) {
            return List.of();
        }
        var found = new ArrayList<Diagnostic>();
        List<Integer> malformed = file.malformed();
        if (!malformed.isEmpty()) {
            found.add(Diagnostic.of(
                    Codes.NOT_UTF_8,
                    place(file, malformed.get(0)),
                    "this character is not saved as UTF-8" + more(malformed.size() - 1),
                    "save the file as UTF-8, then check that the character is right"));
        }
        String text = file.text();
        int at = Math.min(nextInvisible(text, 0), nextLost(text, malformed, 0));
        while (at < text.length() && found.size() < MOST_FINDINGS) {
            char c = text.charAt(at);
            int next = at + 1;
            while (next < text.length()
                    && (isMark(c) ? isMark(text.charAt(next)) : c != LOST && text.charAt(next) == c)) {
                next++; // too many accents are reported as one mistake, as is a run of one character
            }
            found.add(report(file, at, isMark(c) ? at + 1 : next));
            at = Math.min(nextInvisible(text, next), nextLost(text, malformed, next));
        }
        return found;
    }

    private static Diagnostic report(SourceFile file, int start, int end) {
        char c = file.text().charAt(start);
        String help = c == 0
                ? "delete it, and compare the file with an earlier one: the file was damaged when it was saved"
                : partsWords(c) ? "write a space instead, or begin a new line" : "delete it, or type the line again";
        return Diagnostic.of(Codes.CONTROL_CHARACTER, file.span(start, end), fault(c, end - start), help)
                .withFix(partsWords(c) ? Optional.of(asSpace(file, start, end)) : deletion(file, start, end));
    }

    private static String fault(char c, int length) {
        if (c == LOST) {
            return "a character was lost here when the file was saved";
        }
        if (partsWords(c)) {
            return String.format(Locale.ROOT, "there is an unusual line break (U+%04X) here", (int) c);
        }
        if (length > 1 && isInvisible(c)) {
            return String.format(
                    Locale.ROOT, "there are %d invisible control characters (U+%04X) here", length, (int) c);
        }
        return isInvisible(c)
                ? String.format(Locale.ROOT, "there is an invisible control character (U+%04X) here", (int) c)
                : "there are more than " + MOST_MARKS + " accents on one letter here";
    }

    /** A character that a text writes as a numeric reference. */
    static Diagnostic unseen(Span number) {
        return Diagnostic.of(
                Codes.CONTROL_CHARACTER,
                number,
                "this is the code of an invisible character, which can change what readers see",
                "delete it");
    }

    /** A byte order mark means nothing within a text; a replacement character may stand for a lost one. */
    private static Optional<Fix> deletion(SourceFile file, int at, int end) {
        char c = file.text().charAt(at);
        return c == LOST
                ? Optional.empty()
                : Optional.of(new Fix(
                        "Delete it",
                        file.text().indexOf(LOST) < 0 && isMeaningless(c, file),
                        List.of(new Edit(file.span(at, end), ""))));
    }

    /** Web pages separate lines with U+2028 and U+2029; between words, readers see a line break as a space as well. */
    private static Fix asSpace(SourceFile file, int start, int end) {
        char c = file.text().charAt(start);
        boolean isOfWeb = c == '\u2028' || c == '\u2029';
        boolean isParagraph = c == '\u2029' && isInParagraph(file, start);
        return new Fix(
                isParagraph ? "Begin a new paragraph" : "Replace it with a space",
                isOfWeb && isWordOrStop(file, start - 1) && isWord(file, end),
                List.of(new Edit(file.span(start, end), isParagraph ? "\n\n" : " ")));
    }

    /** Whether an offset is below the fields of a text, on a line that begins with a word and is not a table row. */
    private static boolean isInParagraph(SourceFile file, int at) {
        String text = file.text();
        int fields = file.path().endsWith(".md") ? text.indexOf("\n---\n") : -1;
        int line = text.lastIndexOf('\n', at) + 1;
        return fields >= 0
                && at > fields + 1
                && Character.isLetter(text.charAt(line))
                && text.substring(line, at).indexOf('|') < 0;
    }

    private static boolean isWord(SourceFile file, int at) {
        return at >= 0
                && at < file.text().length()
                && Character.isLetterOrDigit(file.text().charAt(at));
    }

    /** A colon with a space after it would end the name of a field. */
    private static boolean isWordOrStop(SourceFile file, int at) {
        return isWord(file, at) || (at >= 0 && ".,;!?’”)".indexOf(file.text().charAt(at)) >= 0);
    }

    /** Whether a character is an unusual line break, as word processors and web pages have. */
    private static boolean partsWords(char c) {
        return c == '\u000B' || c == '\f' || c == '\u0085' || c == '\u2028' || c == '\u2029';
    }

    /**
     * Whether a character can be removed without loss: line breaks may separate words, and other scripts need
     * directional marks.
     */
    private static boolean isMeaningless(char c, SourceFile file) {
        boolean isDirection = (c >= '\u202A' && c <= '\u202E') || (c >= '\u2066' && c <= '\u2069');
        return c == BYTE_ORDER_MARK
                || (isDirection && !Invisible.hasRightToLeft(file.text()))
                || (c < ' ' && !partsWords(c));
    }

    /** The offset of the next invisible character, otherwise the length of the text. */
    private static int nextInvisible(String text, int from) {
        int at = from;
        int marks = 0;
        while (at < text.length() && !isInvisible(text.charAt(at)) && marks <= MOST_MARKS) {
            marks = isMark(text.charAt(at)) ? marks + 1 : 0;
            at += marks > MOST_MARKS ? 0 : 1;
        }
        return at;
    }

    /**
     * The offset of the next replacement for a character lost before the file was read, otherwise the length of the
     * text.
     */
    private static int nextLost(String text, List<Integer> malformed, int from) {
        int at = text.indexOf(LOST, from);
        while (at >= 0 && Collections.binarySearch(malformed, at) >= 0) {
            at = text.indexOf(LOST, at + 1);
        }
        return at < 0 ? text.length() : at;
    }

    private static String more(int count) {
        return count == 0 ? "" : " (and " + count + " more in this file)";
    }

    private static Span place(SourceFile file, int at) {
        return file.span(at, at + 1);
    }

    private static boolean isMark(char c) {
        return c >= 0x300 && Character.getType(c) == Character.NON_SPACING_MARK;
    }

    /** Unpaired surrogates are checked by themselves, and are not characters. */
    private static boolean isInvisible(char c) {
        return Invisible.is(c) || c == '\u2028' || c == '\u2029';
    }
}
