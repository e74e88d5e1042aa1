package org.waymark.cli;

import java.io.Console;
import java.util.Locale;
import java.util.Optional;

/** The terminal that Waymark runs in, if any. */
final class Terminal {
    private Terminal() {}

    /** The terminal of a user who can answer. */
    @SuppressWarnings("SystemConsoleNull") // null before JDK 22
    static Optional<Console> console() {
        Console console = System.console();
        return console != null && isTerminal(console) ? Optional.of(console) : Optional.empty();
    }

    /** From JDK 22, a console may have no terminal. */
    private static boolean isTerminal(Console console) {
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }

    /** Whether to use colour (no-color.org). */
    static boolean hasColour() {
        boolean isWindows =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
        return System.getenv("NO_COLOR") == null
                && !"dumb".equals(System.getenv("TERM"))
                && !isWindows
                && console().isPresent();
    }
}
