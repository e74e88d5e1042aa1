package org.waymark.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.waymark.report.TerminalEscaper;
import org.waymark.source.ReadFailure;
import org.waymark.source.WriteFailure;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IVersionProvider;

/** The command {@code waymark}. */
@Command(
        name = "waymark",
        description = "Publishes a directory of services from YAML and Markdown.",
        mixinStandardHelpOptions = true,
        versionProvider = WaymarkCommand.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Exit codes: 0 published or clean, 1 the content has errors, 2 wrong usage, 3 the machine or Waymark failed.",
            "To start a directory: waymark init DIR. In the folder of one: waymark serve --open."
        })
final class WaymarkCommand {
    /** By name, in the order of the help. */
    static final Map<String, Class<?>> COMMANDS = new LinkedHashMap<>();

    static {
        COMMANDS.put("build", BuildCommand.class);
        COMMANDS.put("changes", ChangesCommand.class);
        COMMANDS.put("check", CheckCommand.class);
        COMMANDS.put("due", DueCommand.class);
        COMMANDS.put("explain", ExplainCommand.class);
        COMMANDS.put("export", ExportCommand.class);
        COMMANDS.put("fix", FixCommand.class);
        COMMANDS.put("import", ImportCommand.class);
        COMMANDS.put("init", InitCommand.class);
        COMMANDS.put("links", LinksCommand.class);
        COMMANDS.put("list", ListCommand.class);
        COMMANDS.put("lsp", LspCommand.class);
        COMMANDS.put("merge", MergeCommand.class);
        COMMANDS.put("new", NewCommand.class);
        COMMANDS.put("proofread", ProofreadCommand.class);
        COMMANDS.put("rename", RenameCommand.class);
        COMMANDS.put("retire", RetireCommand.class);
        COMMANDS.put("review", ReviewCommand.class);
        COMMANDS.put("routes", RoutesCommand.class);
        COMMANDS.put("schema", SchemaCommand.class);
        COMMANDS.put("serve", ServeCommand.class);
        COMMANDS.put("shape", ShapeCommand.class);
        COMMANDS.put("verify", VerifyCommand.class);
        COMMANDS.put("help", HelpCommand.class);
        COMMANDS.put("generate-completion", CompletionCommand.class);
    }

    /** Commands that need all others to be registered. */
    private static final Set<String> OF_ALL = Set.of("help");

    /** An option after copying from a document, where two hyphens have become one dash. */
    private static final Pattern DASHED = Pattern.compile("^[\u2012-\u2015\u2212]+(?=\\p{L})");

    private WaymarkCommand() {}

    /** Runs a command and returns its exit code. */
    static int run(PrintWriter out, PrintWriter err, String... args) {
        try {
            return execute(out, err, args);
        } catch (Exception | Error e) {
            // Picocli handles exceptions only, and only once it has found the command.
            return report(e, err);
        } finally {
            out.flush();
            err.flush();
        }
    }

    private static int execute(PrintWriter out, PrintWriter err, String... args) {
        Optional<String> dashed =
                Stream.of(args).filter(arg -> DASHED.matcher(arg).lookingAt()).findFirst();
        if (dashed.isPresent()) {
            err.println("waymark: `" + TerminalEscaper.of(dashed.get())
                    + "` begins with the dash of a word processor; write `"
                    + TerminalEscaper.of(DASHED.matcher(dashed.get()).replaceFirst("--")) + "`");
            return ExitCode.USAGE;
        }
        // Picocli finds options by reflection, which is slow, so only the command that is called is added.
        boolean isPlain = args.length > 0 && COMMANDS.containsKey(args[0]) && !OF_ALL.contains(args[0]);
        CommandLine commandLine = isPlain
                ? new CommandLine(new WaymarkCommand()).addSubcommand(args[0], COMMANDS.get(args[0]))
                : withAllCommands();
        commandLine
                .setOut(out)
                .setErr(err)
                .setAbbreviatedOptionsAllowed(true)
                // Otherwise `--owner @anna` would read options from a file of that name, which a checkout may contain.
                .setExpandAtFiles(false)
                .setParameterExceptionHandler(new UsageErrorHandler())
                .setExecutionExceptionHandler((e, command, parsed) -> report(e, command.getErr()));
        if (args.length == 0) {
            commandLine.usage(err);
            return ExitCode.USAGE;
        }
        return commandLine.execute(args);
    }

    static CommandLine withAllCommands() {
        var commandLine = new CommandLine(new WaymarkCommand());
        COMMANDS.forEach(commandLine::addSubcommand);
        return commandLine;
    }

    /** Reports a failure that is not a finding, and returns the exit code. */
    static int report(Throwable e, PrintWriter err) {
        Optional<String> shortage = ResourceShortage.of(e);
        if (e instanceof ReadFailure || e instanceof WriteFailure) {
            err.println("waymark: " + TerminalEscaper.of(String.valueOf(e.getMessage())));
        } else if (shortage.isPresent()) {
            err.println("waymark: " + shortage.get());
        } else {
            err.println("waymark: this is a bug in Waymark. Please report it with the lines below.");
            e.printStackTrace(err);
        }
        return ExitCode.FAILURE;
    }

    /** Prints the version. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"waymark " + Main.version()};
        }
    }
}
