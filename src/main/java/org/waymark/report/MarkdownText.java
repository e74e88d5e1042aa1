package org.waymark.report;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text from the content for a page in Markdown, escaped sign by sign, so that it can be neither Markdown nor HTML. */
public final class MarkdownText {
    private static final Pattern NAME = Pattern.compile("`([^`]+)`");

    private MarkdownText() {}

    /** Names in backticks become code; all signs but the plainest become references to themselves. */
    public static String of(String text) {
        String clean = Printable.of(text);
        var escaped = new StringBuilder();
        Matcher name = NAME.matcher(clean);
        int from = 0;
        while (name.find()) {
            append(escaped, clean.substring(from, name.start()));
            append(escaped.append("<code>"), name.group(1));
            escaped.append("</code>");
            from = name.end();
        }
        append(escaped, clean.substring(from));
        return escaped.toString();
    }

    private static void append(StringBuilder escaped, String text) {
        text.codePoints().forEach(c -> {
            if (Character.isLetterOrDigit(c) || c > 0x7F || " .,;?/-".indexOf(c) >= 0) {
                escaped.appendCodePoint(c);
            } else {
                escaped.append("&#").append(c).append(';');
            }
        });
    }
}
