package org.waymark.check;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.waymark.diagnostic.Code;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.Fix;
import org.waymark.directory.Entry;
import org.waymark.source.Invisible;
import org.waymark.source.SourceFile;
import org.waymark.source.Span;

/**
 * A word contains what another program has left in it: characters in the wrong encoding, zero-width characters, or
 * ligatures. Readers see nonsense, or search does not find the word.
 */
final class GarbledText implements FileRule {
    /** The Windows-1252 characters for the bytes from 80 to 9F. */
    private static final String WINDOWS =
            "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F"
                    + "\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";

    private static final String LATER = "[\u00A0-\u00BF" + WINDOWS + "]";

    /** Runs of letters and punctuation in UTF-8 that were read as Windows-1252 or Mac Roman. */
    private static final Pattern ENCODING = Pattern.compile(
            "(?:[\u00C2\u00C3]LATER|(?<=\\p{L})[\u00C4\u00C5]LATER|\u00E2[\u20AC\u201A\u201E\u2020\u2026\u02C6]LATER|\u00EF\u00AC\\x{0081}|\u00EF\u00AC\u201A|\u00EF\u00BB\u00BF|\u00F0\u0178LATER{2})++"
                            .replace("LATER", LATER)
                    + "|\u201A\u00C4[\u00F2\u00F4\u00FA\u00F9\u00EC\u00ED\u00B6]|\u00AC\u00A3|\u221A[\u00A9\u00AE]");

    private static final Map<String, String> OF_MAC = Map.ofEntries(
            Map.entry("\u201A\u00C4\u00F2", "\u2018"),
            Map.entry("\u201A\u00C4\u00F4", "\u2019"),
            Map.entry("\u201A\u00C4\u00FA", "\u201C"),
            Map.entry("\u201A\u00C4\u00F9", "\u201D"),
            Map.entry("\u201A\u00C4\u00EC", "\u2013"),
            Map.entry("\u201A\u00C4\u00ED", "\u2014"),
            Map.entry("\u201A\u00C4\u00B6", "\u2026"),
            Map.entry("\u00AC\u00A3", "\u00A3"),
            Map.entry("\u221A\u00A9", "\u00E9"),
            Map.entry("\u221A\u00AE", "\u00E8"));

    /** Zero-width characters; joiners only between Latin letters, since other scripts need them. */
    private static final Pattern HIDDEN = Pattern.compile(
            "[\u00AD\u200B\u2060\u180E\u034F\u3164\u115F]+|(?<=[\\p{IsLatin}\\d])[\u200C\u200D]+(?=[\\p{IsLatin}\\d])");

    /** Characters that set the direction of text; needed only beside a script that runs from right to left. */
    private static final Pattern DIRECTION = Pattern.compile("[\u200E\u200F]+");

    /** The start of the only kind of {@link #CITATION} that is written in ASCII. */
    private static final String OF_A_CHAT = ":contentReference[";

    private static final Pattern LIGATURE = Pattern.compile("[\uFB00-\uFB06]");

    /**
     * A word hyphenated at a line end in print, recognised by parts that do not begin a word and are not part of a
     * compound: {@code appoint-} and {@code ments}, but not {@code part-} and {@code time}.
     */
    private static final Pattern BROKEN_WORD = Pattern.compile("-(?<=\\p{Ll}{2}-)\n[ \\t]*"
            + "(?=(?:[b-df-hj-np-tv-z]{0,3}(?:ments?|[ts]ions?|ities|tially|tively)"
            + "|ness|ings?|ed|ly|ally|ity|ances?|ences?|ible|ively|ously|fully|[ct]ial|cially|tive|tary|tory|tures?)"
            + "(?![\\p{L}\\p{N}'’-]))");

    /** What text generators leave in place of citations. */
    private static final Pattern CITATION = Pattern.compile(
            "(?:\u3010\\d{1,3}(?::\\d{1,3})?\u2020[^\u3010\u3011\n]{0,60}\u3011"
                    + "|\uE200[^\uE200\uE201\n]{0,200}\uE201|:contentReference\\[oaicite:\\d{1,3}\\](?:\\{index=\\d{1,3}\\})?)");

    @Override
    public Code code() {
        return Codes.GARBLED_TEXT;
    }

    @Override
    public Stream<Diagnostic> check(SourceFile file, List<Entry> entries) {
        Stream<Diagnostic> inAnyText = Stream.of(
                        file.text().contains("-\n")
                                ? BROKEN_WORD.matcher(file.text()).results().flatMap(found -> broken(file, found))
                                : Stream.<Diagnostic>empty(),
                        file.isPlainAscii() && !file.text().contains(OF_A_CHAT)
                                ? Stream.<Diagnostic>empty()
                                : CITATION.matcher(file.text()).results().map(found -> citation(file, found)))
                .flatMap(found -> found);
        if (file.isPlainAscii()) {
            return inAnyText;
        }
        return Stream.of(
                        inAnyText,
                        ENCODING.matcher(file.text()).results().flatMap(found -> encoding(file, found)),
                        HIDDEN.matcher(file.text()).results().map(found -> hidden(file, found)),
                        directions(file),
                        LIGATURE.matcher(file.text()).results().map(found -> ligature(file, found)))
                .flatMap(found -> found);
    }

    private Stream<Diagnostic> broken(SourceFile file, MatchResult found) {
        String text = file.text();
        int start = startOfWord(text, found.start());
        int end = endOfWord(text, found.end());
        String word = text.substring(start, found.start()) + text.substring(found.end(), end);
        Span whole = file.span(start, end);
        return Stream.of(Diagnostic.of(
                        code(),
                        file.span(start, found.start() + 1),
                        "the word is hyphenated as at the end of a printed line: `" + word
                                + "`, which readers see with a gap",
                        "write `" + word + "`")
                .withFix(Optional.of(Fix.change(whole, word, true))));
    }

    private static int startOfWord(String text, int end) {
        int at = end;
        while (at > 0 && Character.isLetter(text.charAt(at - 1))) {
            at--;
        }
        return at;
    }

    private static int endOfWord(String text, int start) {
        int at = start;
        while (at < text.length() && Character.isLetter(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private Diagnostic citation(SourceFile file, MatchResult found) {
        return report(
                file,
                found,
                "`" + found.group().strip() + "` is left over from a text generator, and leads nowhere",
                "delete it, and name the source in words or with a link",
                "");
    }

    private Stream<Diagnostic> directions(SourceFile file) {
        return Invisible.hasRightToLeft(file.text())
                ? Stream.empty()
                : DIRECTION.matcher(file.text()).results().map(found -> hidden(file, found));
    }

    private Stream<Diagnostic> encoding(SourceFile file, MatchResult found) {
        String meant = OF_MAC.getOrDefault(found.group(), decoded(found.group()));
        if (meant.equals(found.group())) {
            return Stream.empty();
        }
        String typed = meant.replace('\u00A0', ' ').replace("\uFEFF", "");
        return Stream.of(report(
                file,
                found,
                "`" + found.group() + "` is `" + typed + "` in the wrong encoding",
                typed.isEmpty() ? "delete it" : "write `" + typed + "`",
                typed));
    }

    /** The intended text; a text that was decoded wrongly twice is restored twice. */
    private static String decoded(String typed) {
        String text = typed;
        for (int round = 0; round < 3; round++) {
            String before = decodedOnce(text);
            if (before.equals(text)) {
                break;
            }
            text = before;
        }
        return text;
    }

    private static String decodedOnce(String typed) {
        var bytes = ByteBuffer.allocate(typed.length());
        for (int i = 0; i < typed.length(); i++) {
            char c = typed.charAt(i);
            int windows = WINDOWS.indexOf(c);
            if (windows < 0 && c > 0xFF) {
                return typed;
            }
            bytes.put((byte) (windows >= 0 ? 0x80 + windows : c));
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
        } catch (CharacterCodingException e) {
            return typed;
        }
    }

    private Diagnostic hidden(SourceFile file, MatchResult found) {
        char c = found.group().charAt(0);
        String name = c == '\u00AD' ? "soft hyphen" : "zero-width character";
        return report(
                file,
                found,
                String.format(
                        Locale.ROOT, "there is a %s (U+%04X) here, which hides the word from search", name, (int) c),
                "delete it",
                "");
    }

    private Diagnostic ligature(SourceFile file, MatchResult found) {
        String letters = Normalizer.normalize(found.group(), Normalizer.Form.NFKC);
        return report(
                file,
                found,
                "`" + found.group() + "` is a single character for several letters, which hides the word from search",
                "write `" + letters + "`",
                letters);
    }

    private Diagnostic report(SourceFile file, MatchResult found, String message, String help, String text) {
        Span place = file.span(found.start(), found.end());
        Fix fix = text.isEmpty()
                ? Fix.certain("Delete it", Fix.deletion(place.path(), place.start(), place.end()))
                : Fix.change(place, text, true);
        return Diagnostic.of(code(), place, message, help).withFix(Optional.of(fix));
    }
}
