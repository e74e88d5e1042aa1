package org.waymark.cli;

import java.io.Console;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

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

    /** Whether to use colour: as NO_COLOR or FORCE_COLOR says (no-color.org, force-color.org), or else on a terminal. */
    static boolean hasColour() {
        if (isSet("NO_COLOR")) {
            return false;
        }
        return isSet("FORCE_COLOR") || obeysSequences();
    }

    /** Whether there is a terminal that obeys control sequences. */
    static boolean obeysSequences() {
        boolean isWindows =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
        return !"dumb".equals(System.getenv("TERM")) && !isWindows && console().isPresent();
    }

    private static boolean isSet(String variable) {
        String value = System.getenv(variable);
        return value != null && !value.isEmpty();
    }

    /** How many columns it has; empty if unknown, or if output is redirected. */
    static OptionalInt columns() {
        return console().isEmpty() ? OptionalInt.empty() : columns(System.getenv("COLUMNS"));
    }

    /** As set by the shell, otherwise as reported by the terminal driver. */
    private static OptionalInt columns(@Nullable String variable) {
        String columns = variable == null || variable.isBlank() ? driverColumns() : variable.strip();
        return columns.matches("[1-9]\\d{0,4}") ? OptionalInt.of(Integer.parseInt(columns)) : OptionalInt.empty();
    }

    private static String driverColumns() {
        try {
            Process process = new ProcessBuilder("stty", "size")
                    .redirectInput(Redirect.INHERIT) // the terminal that stty reports on
                    .redirectError(Redirect.DISCARD)
                    .start();
            // Rows, then columns.
            String size = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
            return size.substring(size.indexOf(' ') + 1);
        } catch (IOException e) {
            return ""; // as on Windows, which has no such program
        }
    }
}
