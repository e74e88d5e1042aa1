package org.waymark.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A pattern for identifiers, such as {@code AA-9999}. It is matched character by character, so no pattern and no text
 * takes long.
 *
 * @param text as it is declared: {@code A} stands for a capital letter, {@code a} for a lower-case letter, {@code 9}
 *     for a digit, {@code X} for a capital letter or a digit; any other character for itself, as any does after a
 *     backslash
 */
record Template(String text, List<Slot> slots) {
    static final int LONGEST = 60;

    private static final char ESCAPE = '\\';

    /** What can be at one position. */
    record Slot(char sign, boolean isLiteral) {
        private boolean takes(char c) {
            if (isLiteral) {
                return c == sign;
            }
            return switch (sign) {
                case 'A' -> isCapital(c);
                case 'a' -> c >= 'a' && c <= 'z';
                case '9' -> isDigit(c);
                default -> isCapital(c) || isDigit(c);
            };
        }

        /** The character in the case that this position needs, if it can be here. */
        private Optional<Character> taking(char c) {
            char upper = Character.toUpperCase(c);
            char lower = Character.toLowerCase(c);
            return takes(c)
                    ? Optional.of(c)
                    : takes(upper) ? Optional.of(upper) : takes(lower) ? Optional.of(lower) : Optional.empty();
        }

        /** A character that can be here. */
        private char sample() {
            return isLiteral ? sign : sign == '9' ? '1' : sign == 'a' ? 'a' : 'A';
        }

        private String regex() {
            if (isLiteral) {
                return Character.isLetterOrDigit(sign) || sign == ' ' ? String.valueOf(sign) : "\\" + sign;
            }
            return switch (sign) {
                case 'A' -> "[A-Z]";
                case 'a' -> "[a-z]";
                case '9' -> "[0-9]";
                default -> "[A-Z0-9]";
            };
        }
    }

    Template {
        slots = List.copyOf(slots);
    }

    /**
     * Reads a pattern; empty if it is too long, matches nothing but itself, or contains characters that identifiers do
     * not have.
     */
    static Optional<Template> parse(String text) {
        var slots = new ArrayList<Slot>();
        for (int i = 0; i < text.length(); i++) {
            boolean isEscaped = text.charAt(i) == ESCAPE;
            if (isEscaped) {
                i++;
            }
            char c = i < text.length() ? text.charAt(i) : ESCAPE;
            if (c < ' ' || c > '~' || c == ESCAPE) {
                return Optional.empty();
            }
            slots.add(new Slot(c, isEscaped || "Aa9X".indexOf(c) < 0));
        }
        boolean isUsable = text.length() <= LONGEST
                && text.equals(text.strip())
                && !text.contains("  ")
                && slots.stream().anyMatch(slot -> !slot.isLiteral());
        return isUsable ? Optional.of(new Template(text, slots)) : Optional.empty();
    }

    boolean matches(String value) {
        if (value.length() != slots.size()) {
            return false;
        }
        for (int i = 0; i < slots.size(); i++) {
            if (!slots.get(i).takes(value.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** The same letters and digits in this pattern: in other cases, with other spaces and punctuation between them. */
    Optional<String> nearest(String value) {
        if (value.length() > 2 * LONGEST) {
            return Optional.empty();
        }
        var written = new StringBuilder();
        int at = 0;
        for (Slot slot : slots) {
            boolean isSign = slot.isLiteral() && !isWordCharacter(slot.sign());
            while (!isSign && at < value.length() && !isWordCharacter(value.charAt(at))) {
                at++;
            }
            Optional<Character> taken = isSign
                    ? Optional.of(slot.sign())
                    : at < value.length() ? slot.taking(value.charAt(at++)) : Optional.empty();
            if (taken.isEmpty()) {
                return Optional.empty();
            }
            written.append(taken.get());
        }
        boolean isAll = value.substring(at).chars().noneMatch(c -> isWordCharacter((char) c));
        return isAll ? Optional.of(written.toString()) : Optional.empty();
    }

    String sample() {
        var sample = new StringBuilder();
        slots.forEach(slot -> sample.append(slot.sample()));
        return sample.toString();
    }

    /** As a regular expression of JSON Schema. */
    String regex() {
        var regex = new StringBuilder();
        slots.forEach(slot -> regex.append(slot.regex()));
        return regex.toString();
    }

    /** What the characters in it stand for. */
    String legend() {
        var meanings = new ArrayList<String>();
        addMeaning('A', "a capital letter", meanings);
        addMeaning('a', "a lower-case letter", meanings);
        addMeaning('9', "a digit", meanings);
        addMeaning('X', "a capital letter or a digit", meanings);
        return String.join(", ", meanings);
    }

    private void addMeaning(char sign, String meaning, List<String> meanings) {
        if (slots.contains(new Slot(sign, false))) {
            meanings.add("`" + sign + "` stands for " + meaning);
        }
    }

    private static boolean isWordCharacter(char c) {
        return isCapital(c) || isDigit(c) || (c >= 'a' && c <= 'z') || c > '~';
    }

    private static boolean isCapital(char c) {
        return c >= 'A' && c <= 'Z';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
