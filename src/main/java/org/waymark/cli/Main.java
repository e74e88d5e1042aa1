package org.waymark.cli;

import java.io.BufferedWriter;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.waymark.publish.PublishFailure;
import org.waymark.report.TerminalEscaper;
import org.waymark.source.ReadFailure;
import org.waymark.source.WriteFailure;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IVersionProvider;

/** The command {@code waymark}. */
@Command(
        name = "waymark",
        description = "Publishes a directory of services from YAML and Markdown.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Exit codes: 0 published or clean, 1 the content has errors, 2 wrong usage, 3 the machine or Waymark failed.",
            "Start with: waymark check"
        })
public final class Main {
    /** By name, in the order of the help. */
    static final Map<String, Class<?>> COMMANDS = new LinkedHashMap<>();

    static {
        COMMANDS.put("build", BuildCommand.class);
        COMMANDS.put("changes", ChangesCommand.class);
        COMMANDS.put("check", CheckCommand.class);
        COMMANDS.put("due", DueCommand.class);
        COMMANDS.put("explain", ExplainCommand.class);
        COMMANDS.put("fix", FixCommand.class);
        COMMANDS.put("init", InitCommand.class);
        COMMANDS.put("links", LinksCommand.class);
        COMMANDS.put("list", ListCommand.class);
        COMMANDS.put("lsp", LspCommand.class);
        COMMANDS.put("merge", MergeCommand.class);
        COMMANDS.put("new", NewCommand.class);
        COMMANDS.put("proofread", ProofreadCommand.class);
        COMMANDS.put("rename", RenameCommand.class);
        COMMANDS.put("retire", RetireCommand.class);
        COMMANDS.put("schema", SchemaCommand.class);
        COMMANDS.put("serve", ServeCommand.class);
        COMMANDS.put("verify", VerifyCommand.class);
        COMMANDS.put("help", HelpCommand.class);
        COMMANDS.put("generate-completion", GenerateCompletion.class);
    }

    /** Those that speak of the other commands. */
    private static final Set<String> OF_ALL = Set.of("help", "generate-completion");

    private Main() {}

    public static void main(String[] args) {
        try {
            System.exit(runOnStandardStreams(args));
        } catch (LinkageError e) {
            // Where no more files can be opened, not even that can be loaded which says so.
            System.err.println(
                    "waymark: a part of Waymark cannot be loaded; install it again, or allow more open files");
            System.exit(ExitCode.FAILURE);
        }
    }

    private static int runOnStandardStreams(String[] args) {
        StandardStream out = StandardStream.out();
        StandardStream err = StandardStream.err();
        PrintWriter errors = printer(err);
        int code = run(printer(out), errors, args);
        Optional<String> lost = out.failure().or(err::failure);
        lost.ifPresent(sentence -> errors.println("waymark: " + sentence));
        errors.flush();
        return lost.isPresent() ? ExitCode.FAILURE : code;
    }

    /** Always in UTF-8, whatever the locale of the machine says: the content is. */
    private static PrintWriter printer(StandardStream stream) {
        var writer = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
        return CiEnvironment.isOnGithub() ? new WorkflowCommandEscaper(writer) : new PrintWriter(writer);
    }

    /** Runs a command and returns its exit code. */
    static int run(PrintWriter out, PrintWriter err, String... args) {
        try {
            return execute(out, err, args);
        } catch (Exception | Error e) {
            // Picocli takes care of exceptions, but not of errors, and of neither before the command is found.
            return report(e, err);
        } finally {
            out.flush();
            err.flush();
        }
    }

    private static int execute(PrintWriter out, PrintWriter err, String... args) {
        var commandLine = new CommandLine(new Main());
        // Options are found by reflection, which every start would pay for; so a command that is not called is left
        // out.
        boolean isPlain = args.length > 0 && COMMANDS.containsKey(args[0]) && !OF_ALL.contains(args[0]);
        COMMANDS.forEach((name, command) -> {
            if (!isPlain || name.equals(args[0])) {
                commandLine.addSubcommand(name, command);
            }
        });
        commandLine
                .setOut(out)
                .setErr(err)
                .setAbbreviatedOptionsAllowed(true)
                .setParameterExceptionHandler(new UsageErrorHandler())
                .setExecutionExceptionHandler((e, command, parsed) -> report(e, command.getErr()));
        if (args.length == 0) {
            commandLine.usage(err);
            return ExitCode.USAGE;
        }
        return commandLine.execute(args);
    }

    static int report(Throwable e, PrintWriter err) {
        Optional<String> shortage = ResourceShortage.of(e);
        if (e instanceof ReadFailure || e instanceof WriteFailure || e instanceof PublishFailure) {
            err.println("waymark: " + TerminalEscaper.of(String.valueOf(e.getMessage())));
        } else if (shortage.isPresent()) {
            err.println("waymark: " + shortage.get());
        } else {
            err.println("waymark: this is a fault of Waymark's own. Please report it with the lines below.");
            e.printStackTrace(err);
        }
        return ExitCode.FAILURE;
    }

    /** The version of the jar; a build from the sources has none. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"waymark " + number()};
        }

        static String number() {
            String version = Main.class.getPackage().getImplementationVersion();
            return version == null ? "(from its sources)" : version;
        }
    }
}
