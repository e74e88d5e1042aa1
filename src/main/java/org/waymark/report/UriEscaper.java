package org.waymark.report;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Prevents untrusted paths from changing the URL that contains them. */
public final class UriEscaper {
    private UriEscaper() {}

    /** A relative path as a URI reference: all but RFC 3986's unreserved characters and {@code /} percent-encoded. */
    public static String ofPath(String path) {
        var uri = new StringBuilder();
        for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
            boolean isPlain = (b >= 'a' && b <= 'z')
                    || (b >= 'A' && b <= 'Z')
                    || (b >= '0' && b <= '9')
                    || "-._~/".indexOf(b) >= 0;
            if (isPlain) {
                uri.append((char) b);
            } else {
                uri.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
            }
        }
        return uri.toString();
    }
}
