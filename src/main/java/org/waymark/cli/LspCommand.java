package org.waymark.cli;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.waymark.Settings;
import org.waymark.tool.lsp.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the language server. */
@Command(
        name = "lsp",
        description = {
            "Runs the language server: findings while you type, completion, help and more.",
            "For editors to start; it talks to them over standard input and output."
        },
        mixinStandardHelpOptions = true,
        versionProvider = WaymarkCommand.Version.class)
final class LspCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = {"-d", "--as-of"},
            paramLabel = "DATE",
            converter = ProjectOptions.DateConverter.class,
            description = "Date to check the content for, such as 2025-03-31 (default: today).")
    private @Nullable LocalDate asOf;

    /** Many editors add it; there is no other transport here. */
    @SuppressWarnings("UnusedVariable") // only for picocli
    @Option(names = "--stdio", hidden = true)
    private boolean stdio;

    @Override
    public Integer call() {
        var out = System.out;
        // Nothing else may be printed between the messages.
        System.setOut(System.err);
        boolean asAgreed = Session.run(
                System.in,
                out,
                () -> new Settings(asOf == null ? LocalDate.now(ZoneId.systemDefault()) : asOf, Optional.empty()),
                spec.commandLine().getErr());
        return asAgreed ? ExitCode.OK : ExitCode.CONTENT;
    }
}
