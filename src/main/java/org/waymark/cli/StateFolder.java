package org.waymark.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folder for state of this user's programs that is neither settings nor cache: {@code $XDG_STATE_HOME} (XDG Base
 * Directory Specification 0.8), {@code %LOCALAPPDATA%} on Windows, {@code ~/Library/Application Support} on macOS.
 */
final class StateFolder {
    private StateFolder() {}

    /** Waymark's own folder in it, which may not exist; empty if the user has no home. */
    static Optional<Path> find() {
        return find(System::getenv, System.getProperty("os.name", ""), System.getProperty("user.home"));
    }

    static Optional<Path> find(UnaryOperator<@Nullable String> environment, String system, @Nullable String home) {
        String name = system.toLowerCase(Locale.ROOT);
        Optional<Path> base = absolute(environment.apply("XDG_STATE_HOME"));
        if (base.isEmpty() && name.startsWith("windows")) {
            base = absolute(environment.apply("LOCALAPPDATA"));
        }
        String usual = name.startsWith("mac") ? "Library/Application Support" : ".local/state";
        return base.or(() -> absolute(home).map(folder -> folder.resolve(usual)))
                .map(folder -> folder.resolve("waymark"));
    }

    /** Relative paths are ignored, as the specification says; {@code ?} is Java's name for no home. */
    private static Optional<Path> absolute(@Nullable String text) {
        try {
            return Stream.ofNullable(text)
                    .filter(path -> !path.isBlank())
                    .map(Path::of)
                    .filter(Path::isAbsolute)
                    .findFirst();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
