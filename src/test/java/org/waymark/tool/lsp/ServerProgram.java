package org.waymark.tool.lsp;

import java.nio.file.Path;
import java.util.List;
import org.waymark.TestProject;

/** Starts the language server in a process of its own. */
final class ServerProgram {
    private ServerProgram() {}

    static List<String> command() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "org.waymark.cli.Main",
                "lsp",
                "--as-of",
                TestProject.SETTINGS.asOf().toString());
    }
}
