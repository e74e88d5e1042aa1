package org.waymark.schema;

import java.text.Normalizer;
import java.util.Locale;

/** The name of an entry within its kind: lower-case letters and digits, in words joined by single hyphens. */
public record Id(String value) implements Comparable<Id> {
    public Id {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not an id: " + value);
        }
    }

    public static boolean isValid(String text) {
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

    /** The id nearest to a name: accents dropped, anything but letters and digits turned into hyphens. */
    public static Id from(String name) {
        if (isValid(name)) {
            return new Id(name);
        }
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
        var id = new StringBuilder(plain.length());
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
                id.append(c);
            } else if (Character.getType(c) != Character.NON_SPACING_MARK
                    && !id.isEmpty()
                    && id.charAt(id.length() - 1) != '-') {
                id.append('-');
            }
        }
        while (!id.isEmpty() && id.charAt(id.length() - 1) == '-') {
            id.setLength(id.length() - 1);
        }
        return new Id(id.isEmpty() ? "untitled" : id.toString());
    }

    /** Written out, since ids are the keys of most maps, and what a record brings along is linked at run time. */
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
