package org.waymark.source;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Which names a file can have wherever a project is checked out or its site is published (Microsoft, "Naming Files, Paths,
 * and Namespaces"; web servers and archives on other systems are at least as generous).
 */
public final class PortableName {
    /** How long a path below a folder of ours may be, in characters, so that with the rest Windows takes it. */
    public static final int LONGEST = 100;
    /** The same in bytes of UTF-8: file systems take 255, and some must be left for endings such as {@code .gz}. */
    private static final int MOST_BYTES = 200;

    private static final Set<String> DEVICES = Set.of("con", "prn", "aux", "nul");
    private static final String FORBIDDEN = "<>:\"|?*\\";

    private PortableName() {}

    /** Whether Windows keeps a name, without its ending, for a device. */
    public static boolean isDevice(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        boolean isPort = lower.length() == 4
                && (lower.startsWith("com") || lower.startsWith("lpt"))
                && lower.charAt(3) >= '1'
                && lower.charAt(3) <= '9';
        return isPort || DEVICES.contains(lower);
    }

    /** Whether a path is longer than some system takes. */
    public static boolean isTooLong(String path) {
        return path.length() > LONGEST || path.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES;
    }

    /** What keeps some systems from having a file at a path, as a part of a sentence; empty where nothing does. */
    public static Optional<String> fault(String path) {
        for (String name : path.split("/", -1)) {
            int dot = name.indexOf('.');
            if (isDevice(dot < 0 ? name : name.substring(0, dot))) {
                return Optional.of("Windows can have no file of that name");
            }
            if (name.endsWith(".") || name.endsWith(" ")) {
                return Optional.of("it ends with a dot or a space");
            }
        }
        return path.codePoints()
                .filter(c -> c < ' ' || c == 0x7F || c == 0xFFFD || isHalf(c) || FORBIDDEN.indexOf(c) >= 0)
                .mapToObj(PortableName::fault)
                .findFirst();
    }

    private static String fault(int c) {
        return c < ' ' || c == 0x7F
                ? "it holds a control character"
                : c == 0xFFFD || isHalf(c)
                        ? "a character of it cannot be read on this machine"
                        : "it holds a `" + Character.toString(c) + "`";
    }

    /** Half of a surrogate pair, which is no character. */
    private static boolean isHalf(int c) {
        return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    }

    /** The same for two paths that some system takes for one: letter case and ways to write accents make no difference. */
    public static String folded(String path) {
        return Normalizer.normalize(path, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }
}
