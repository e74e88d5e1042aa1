package org.waymark.tool.serve;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page of the site with one more script, which reloads it. The script comes first in the head, since the page's own
 * content security policy applies only to what follows it.
 */
final class LiveReload {
    private static final Pattern HEAD = Pattern.compile("(?i)<head(\\s[^>]*)?>");
    /** Byte by byte, so a malformed page is passed on unchanged. */
    private static final Charset BYTES = StandardCharsets.ISO_8859_1;

    private LiveReload() {}

    static byte[] of(byte[] page, long number) {
        String html = new String(page, BYTES);
        Matcher head = HEAD.matcher(html);
        int at = head.find() ? head.end() : html.length();
        return (html.substring(0, at) + script(number, false) + html.substring(at)).getBytes(BYTES);
    }

    /**
     * The script.
     *
     * @param number of the edition that the page shows
     * @param isPreviewPage whether the page is the preview's own, which shows the findings by itself and changes with every edition
     */
    static String script(long number, boolean isPreviewPage) {
        return "<script src=\"" + PreviewHandler.OWN + "preview.js\" data-number=\"" + number + "\""
                + (isPreviewPage ? " data-own" : "") + " defer></script>";
    }
}
