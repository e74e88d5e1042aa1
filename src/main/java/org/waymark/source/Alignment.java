package org.waymark.source;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Maps each character of a text to its source: to backslashes and entities in Markdown, to quotes and folded lines in
 * YAML. If the two cannot be aligned, every character maps to the whole source.
 */
public final class Alignment {
    /** A character reference by name or number. */
    private static final Pattern ENTITY = Pattern.compile("&#?\\w{1,40};");

    private final String text;
    private final String source;
    /** The ranges of all characters, in order. */
    private final Range[] ranges;

    /** A range of the source in UTF-16 units, end exclusive. */
    public record Range(int start, int end) {
        /** The same range, with offsets counted from {@code by} units earlier. */
        public Range shifted(int by) {
            return new Range(start + by, end + by);
        }
    }

    private Alignment(String text, String source) {
        this.text = text;
        this.source = source;
        ranges = new Range[text.length()];
    }

    public static Alignment of(String text, String source) {
        var alignment = new Alignment(text, source);
        boolean isQuoted = !source.isEmpty() && isQuote(source.charAt(0));
        // A quote before the text usually belongs to the source.
        if (!(isQuoted && alignment.align(1)) && !alignment.align(0)) {
            Arrays.fill(alignment.ranges, new Range(0, source.length()));
        }
        return alignment;
    }

    /** The range of a non-empty part of the text. */
    public Range range(int start, int end) {
        return new Range(ranges[start].start, ranges[end - 1].end);
    }

    private boolean align(int from) {
        int at = from;
        for (int i = 0; i < text.length(); i++) {
            Range range = rangeOf(i, at);
            while (range == null && at < source.length() && isNoise(source.charAt(at))) {
                at++;
                range = rangeOf(i, at);
            }
            if (range == null) {
                return false;
            }
            ranges[i] = range;
            at = range.end;
            boolean isPair = range.end - range.start > 1 && Character.isHighSurrogate(text.charAt(i));
            if (isPair && i + 1 < text.length()) {
                ranges[++i] = range;
            }
        }
        return true;
    }

    /** The source characters at an offset that represent a character; null if they do not. */
    private @Nullable Range rangeOf(int character, int at) {
        if (at >= source.length()) {
            return null;
        }
        char wanted = text.charAt(character);
        char found = source.charAt(at);
        int end = at + 1;
        Matcher entity = ENTITY.matcher(source).region(at, source.length());
        if (found == '&'
                && entity.lookingAt()
                && (!text.startsWith(entity.group(), character)
                        || ampersands(source, at) > ampersands(text, character))) {
            return new Range(at, entity.end());
        }
        if (found == '\\' && wanted == found && backslashes(source, at) > backslashes(text, character)) {
            return new Range(at, at + 2); // one that is escaped
        }
        if (wanted == ' ' && Character.isWhitespace(found)) {
            while (end < source.length() && Character.isWhitespace(source.charAt(end))) {
                end++;
            }
            return new Range(at, end);
        }
        return found == wanted ? new Range(at, end) : null;
    }

    /** How many ends of an entity follow an ampersand: two where one was encoded twice. */
    private static int ampersands(String text, int at) {
        int count = 0;
        while (text.startsWith("amp;", at + 1 + count * "amp;".length())) {
            count++;
        }
        return count;
    }

    private static int backslashes(String text, int at) {
        int end = at;
        while (end < text.length() && text.charAt(end) == '\\') {
            end++;
        }
        return end - at;
    }

    /** What may precede a character in the source: a backslash, a quote, a folding indicator, indentation. */
    private static boolean isNoise(char c) {
        return c == '\\' || isQuote(c) || c == '>' || c == '|' || c == '-' || Character.isWhitespace(c);
    }

    private static boolean isQuote(char c) {
        return c == '\'' || c == '"';
    }
}
