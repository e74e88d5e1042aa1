package org.waymark.source;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Metadata as a piece of XML (ISO 16684-1). Properties about positions, such as {@code exif:GPSLatitude}, are attributes or
 * elements; both are found as written, in time proportional to the text, and replaced by spaces.
 */
final class Xmp {
    private static final String NAME = ":gps";

    private Xmp() {}

    /** A property: the bytes to replace, and whether it says where something is. */
    private record Property(int start, int end, boolean isPosition) {}

    static boolean hasPosition(byte[] packet) {
        return mentionsPositions(packet) && properties(packet).stream().anyMatch(Property::isPosition);
    }

    /** A quick check, since most packets are long and contain no positions. */
    private static boolean mentionsPositions(byte[] packet) {
        for (int i = 0; i + NAME.length() <= packet.length; i++) {
            if (packet[i] == ':'
                    && (packet[i + 1] | 0x20) == 'g'
                    && (packet[i + 2] | 0x20) == 'p'
                    && (packet[i + 3] | 0x20) == 's') {
                return true;
            }
        }
        return false;
    }

    static byte[] withoutPosition(byte[] packet) {
        byte[] changed = packet.clone();
        properties(packet).forEach(each -> Arrays.fill(changed, each.start(), each.end(), (byte) ' '));
        return changed;
    }

    private static List<Property> properties(byte[] packet) {
        // As many characters as bytes; all that is looked for is ASCII.
        String text = new String(packet, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        var found = new ArrayList<Property>();
        int at = text.indexOf(NAME);
        while (at >= 0) {
            int start = at;
            while (start > 0 && isOfName(text.charAt(start - 1))) {
                start--;
            }
            int end = at + 1;
            while (end < text.length() && isOfName(text.charAt(end))) {
                end++;
            }
            boolean isElement = start > 0 && text.charAt(start - 1) == '<';
            int propertyEnd = isElement ? elementEnd(text, text.substring(start, end), end) : attributeEnd(text, end);
            if (propertyEnd < 0) {
                break; // a packet that ends within a property has no further one
            }
            if (propertyEnd > end) {
                int from = isElement ? start - 1 : start;
                found.add(new Property(from, propertyEnd, isPosition(text, at, end, propertyEnd)));
            }
            at = text.indexOf(NAME, propertyEnd);
        }
        return found;
    }

    private static boolean isOfName(char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
    }

    private static boolean isPosition(String text, int name, int nameEnd, int end) {
        String what = text.substring(name, nameEnd);
        boolean isPlace = what.contains("lat") || what.contains("lon") || what.contains("position");
        return isPlace && text.substring(nameEnd, end).chars().anyMatch(c -> c >= '1' && c <= '9');
    }

    /** After the value; where the name ends, if it is not an attribute; negative if the value does not end. */
    private static int attributeEnd(String text, int nameEnd) {
        int at = afterSpace(text, nameEnd);
        if (at >= text.length() || text.charAt(at) != '=') {
            return nameEnd;
        }
        at = afterSpace(text, at + 1);
        if (at >= text.length() || (text.charAt(at) != '"' && text.charAt(at) != '\'')) {
            return nameEnd;
        }
        int quote = text.indexOf(text.charAt(at), at + 1);
        return quote < 0 ? -1 : quote + 1;
    }

    private static int elementEnd(String text, String name, int nameEnd) {
        int open = text.indexOf('>', nameEnd);
        if (open < 0) {
            return -1;
        }
        if (text.charAt(open - 1) == '/') {
            return open + 1;
        }
        int close = text.indexOf("</" + name, open);
        int end = close < 0 ? -1 : text.indexOf('>', close);
        return end < 0 ? -1 : end + 1;
    }

    private static int afterSpace(String text, int from) {
        int at = from;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }
}
