package org.waymark.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A folder laid out like the package, with the real launcher, and a home folder of its own. */
final class InstalledFolder {
    private final Path folder;
    private final Path home;
    private final Map<String, String> environment;

    /** The output and exit code of a run. */
    record Run(int code, String out, String err) {}

    /** Installs the launcher with an empty jar, which is enough for a fake Java. */
    InstalledFolder(Path folder, Path home, Path javaHome) throws IOException {
        this.folder = folder;
        this.home = Files.createDirectories(home);
        this.environment = Map.of("JAVA_HOME", javaHome.toString());
        Path launcher = Path.of("src/launcher");
        // Packaging fills in the version.
        String script = Files.readString(launcher.resolve("waymark")).replace("${project.version}", "1.0");
        install("bin/waymark", script);
        install("lib/make-archive", Files.readString(launcher.resolve("make-archive")));
        install("lib/waymark.jar", "");
        copy(launcher.resolve("sample"), folder.resolve("lib/sample"));
    }

    private void install(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        file.toFile().setExecutable(true);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }

    Path script() {
        return folder.resolve("bin/waymark");
    }

    Path jar() {
        return folder.resolve("lib/waymark.jar");
    }

    Path archive(String name) {
        return folder.resolve("archive").resolve(name);
    }

    /** Runs the launcher without an archive. */
    Run start(String... arguments) throws IOException, InterruptedException {
        return start(Map.of("WAYMARK_ARCHIVE", "off"), arguments);
    }

    /** Runs the launcher, and waits for the archive if it makes one. */
    Run startWithArchive(String... arguments) throws IOException, InterruptedException {
        return start(Map.of("WAYMARK_ARCHIVE", "now"), arguments);
    }

    Run start(Map<String, String> variables, String... arguments) throws IOException, InterruptedException {
        return end(begin(script(), variables, arguments));
    }

    Process begin(Path script, Map<String, String> variables, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(script.toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).directory(home.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("WAYMARK_") || name.startsWith("XDG_"));
        builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS"));
        builder.environment().put("HOME", home.toString());
        builder.environment().putAll(environment);
        builder.environment().putAll(variables);
        return builder.start();
    }

    static Run end(Process process) throws IOException, InterruptedException {
        process.getOutputStream().close();
        String out = text(process.getInputStream());
        String err = text(process.getErrorStream());
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            throw new AssertionError("the launcher does not end");
        }
        return new Run(process.exitValue(), out, err);
    }

    private static String text(InputStream stream) throws IOException {
        return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
}
