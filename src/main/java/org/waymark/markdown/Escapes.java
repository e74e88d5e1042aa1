package org.waymark.markdown;

/** Escapes text for HTML, where four characters would be read as markup. */
public final class Escapes {
    private Escapes() {}

    /** The text escaped for use between tags or in a quoted attribute. */
    public static String of(String text) {
        var html = new StringBuilder(text.length());
        write(text, html);
        return html.toString();
    }

    static void write(String text, StringBuilder html) {
        write(text, 0, text.length(), html);
    }

    /** Escapes a part of a text, from offset to offset. */
    static void write(String text, int start, int end, StringBuilder html) {
        int done = start;
        for (int at = start; at < end; at++) {
            String escape = switch (text.charAt(at)) {
                case '&' -> "&amp;";
                case '<' -> "&lt;";
                case '>' -> "&gt;";
                case '"' -> "&quot;";
                default -> "";
            };
            if (!escape.isEmpty()) {
                html.append(text, done, at).append(escape);
                done = at + 1;
            }
        }
        html.append(text, done, end);
    }
}
