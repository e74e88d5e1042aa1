package org.waymark.markdown;

/** Notes for editors: HTML comments, which are not published. */
final class EditorNote {
    static final String OPENING = "<!--";
    private static final String CLOSING = "-->";

    private EditorNote() {}

    /** Whether HTML consists of comments and nothing else. */
    static boolean isNote(String html) {
        int at = 0;
        while (html.startsWith(OPENING, at)) {
            int close = html.indexOf(CLOSING, at + OPENING.length());
            if (close < 0) {
                return false;
            }
            at = close + CLOSING.length();
            while (at < html.length() && Character.isWhitespace(html.charAt(at))) {
                at++;
            }
        }
        return at > 0 && at == html.length();
    }
}
