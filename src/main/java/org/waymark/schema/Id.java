package org.waymark.schema;

/**
 * The name of an entry within its kind: lower-case letters and digits, in words joined by single hyphens, at most
 * {@value #LONGEST} characters long.
 */
public record Id(String value) implements Comparable<Id> {
    /**
     * The longest id allowed. The file of a list of its case studies, with the name of its folder on a web server,
     * then still
     * fits into the 260 characters that Windows allows, and a folder or file name with any extension into 255 bytes.
     */
    public static final int LONGEST = 100;

    public Id {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not an id: " + value);
        }
    }

    public static boolean isValid(String text) {
        if (text.length() > LONGEST) {
            return false;
        }
        boolean afterHyphen = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
            if (!letter && (c != '-' || afterHyphen)) {
                return false;
            }
            afterHyphen = c == '-';
        }
        return !afterHyphen;
    }

    /** The id closest to a name: accents dropped, anything but letters and digits turned into hyphens, shortened to fit. */
    public static Id from(String name) {
        if (isValid(name)) {
            return new Id(name);
        }
        String plain = LatinLetters.of(name);
        var id = new StringBuilder(plain.length());
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
                id.append(c);
            } else if (!id.isEmpty() && id.charAt(id.length() - 1) != '-') {
                id.append('-');
            }
        }
        id.setLength(Math.min(id.length(), LONGEST));
        while (!id.isEmpty() && id.charAt(id.length() - 1) == '-') {
            id.setLength(id.length() - 1);
        }
        return new Id(id.isEmpty() ? "untitled" : id.toString());
    }

    /** Written out, since ids are the keys of most maps, and a record's own methods are linked at run time. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Id that && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public int compareTo(Id other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
