package org.waymark.cli;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.waymark.Settings;
import org.waymark.lsp.Session;
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
        versionProvider = Main.Version.class)
final class LspCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

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
                () -> new Settings(LocalDate.now(ZoneId.systemDefault()), Optional.empty()),
                spec.commandLine().getErr());
        return asAgreed ? ExitCode.OK : ExitCode.CONTENT;
    }
}
