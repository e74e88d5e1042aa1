package org.waymark.source;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * File names that are valid wherever a project is checked out or its site is published (Microsoft, "Naming Files,
 * Paths, and Namespaces"; web servers and archives on other systems are at least as generous).
 */
public final class PortableName {
    /**
     * The maximum length in characters of a path below one of our folders, which leaves room for the rest of the path
     * on Windows.
     */
    public static final int LONGEST = 100;
    /** The same in bytes of UTF-8: file systems allow 255, and extensions such as {@code .gz} need some of them. */
    private static final int MOST_BYTES = 200;

    private static final Set<String> DEVICES = Set.of("con", "prn", "aux", "nul");
    private static final String FORBIDDEN = "<>:\"|?*\\";

    private PortableName() {}

    /** Whether Windows reserves a name, without its extension, for a device. */
    public static boolean isDevice(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        boolean isPort = lower.length() == 4
                && (lower.startsWith("com") || lower.startsWith("lpt"))
                && lower.charAt(3) >= '1'
                && lower.charAt(3) <= '9';
        return isPort || DEVICES.contains(lower);
    }

    /** Whether a path is too long for some systems. */
    public static boolean isTooLong(String path) {
        return path.length() > LONGEST || path.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES;
    }

    /** Why a path is not valid on some systems, as part of a sentence; empty if it is valid everywhere. */
    public static Optional<String> fault(String path) {
        for (String name : path.split("/", -1)) {
            int dot = name.indexOf('.');
            if (isDevice(dot < 0 ? name : name.substring(0, dot))) {
                return Optional.of("Windows reserves that name");
            }
            if (name.endsWith(".") || name.endsWith(" ")) {
                return Optional.of("a name in it ends with a dot or a space");
            }
        }
        return path.codePoints()
                .mapToObj(PortableName::fault)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> fault(int c) {
        if (c == 0xFFFD || isHalf(c)) {
            return Optional.of("this system cannot use one of its characters");
        }
        if (isUnseen(c)) {
            return Optional.of(String.format(Locale.ROOT, "it contains the invisible character U+%04X", c));
        }
        return FORBIDDEN.indexOf(c) >= 0
                ? Optional.of("it contains a `" + Character.toString(c) + "`")
                : Optional.empty();
    }

    /**
     * Whether a character is invisible or looks like a space, so two names look the same or one looks like
     * another type of file (UTS 39, section 3; property {@code Default_Ignorable_Code_Point}).
     */
    private static boolean isUnseen(int c) {
        boolean isFiller = c == 0x34F || c == 0x115F || c == 0x1160 || c == 0x2800 || c == 0x3164 || c == 0xFFA0;
        boolean isSelector = (c >= 0x17B4 && c <= 0x17B5)
                || (c >= 0x180B && c <= 0x180F)
                || (c >= 0xFE00 && c <= 0xFE0F)
                || (c >= 0xE0000 && c <= 0xE0FFF);
        return isFiller
                || isSelector
                || Invisible.is(c)
                || switch (Character.getType(c)) {
                    case Character.CONTROL,
                            Character.FORMAT,
                            Character.PRIVATE_USE,
                            Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR -> true;
                    case Character.SPACE_SEPARATOR -> c != ' ';
                    default -> false;
                };
    }

    /** Half of a surrogate pair, which is not a character. */
    private static boolean isHalf(int c) {
        return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    }

    /** A key that is equal for two paths that some system considers equal: ignores case and Unicode normalisation. */
    public static String folded(String path) {
        return Normalizer.normalize(path, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }
}
