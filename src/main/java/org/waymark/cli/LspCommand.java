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

/** Serves an editor that speaks the Language Server Protocol. */
@Command(
        name = "lsp",
        description = {
            "Serves an editor over standard input and output: findings while you type, completion, help and more.",
            "Your editor starts it (Language Server Protocol); there is nothing to see in a terminal."
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
            description = "The day for which to judge the content, such as 2025-03-31 (default: today).")
    private @Nullable LocalDate asOf;

    /** Editors add it by habit, to say what is the only way here. */
    @SuppressWarnings("UnusedVariable") // picocli only has to know it
    @Option(names = "--stdio", hidden = true)
    private boolean stdio;

    @Override
    public Integer call() {
        var out = System.out;
        // Whatever else would be printed must not come between the messages.
        System.setOut(System.err);
        boolean asAgreed = Session.run(
                System.in,
                out,
                () -> new Settings(asOf == null ? LocalDate.now(ZoneId.systemDefault()) : asOf, Optional.empty()),
                spec.commandLine().getErr());
        return asAgreed ? ExitCode.OK : ExitCode.CONTENT;
    }
}
