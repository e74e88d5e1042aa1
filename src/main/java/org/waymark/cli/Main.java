package org.waymark.cli;

import java.io.BufferedWriter;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Starts Waymark. Loads picocli only if {@link PackagedHelp} has no answer. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        try {
            System.exit(run(args));
        } catch (LinkageError e) {
            // With no file handle left, the class that words this cannot be loaded either.
            System.err.println(
                    "waymark: a part of Waymark cannot be loaded; install it again, or allow more open files");
            System.exit(ExitCode.FAILURE);
        }
    }

    /** Runs a command in this process, on its standard streams, and returns the exit code. */
    public static int run(String... args) {
        // JGit and LanguageTool include a logger, which would warn that it has nowhere to log to.
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        StandardStream out = StandardStream.out();
        StandardStream err = StandardStream.err();
        PrintWriter errors = printer(err);
        int code = run(printer(out), errors, args);
        Optional<String> lost = out.failure().isPresent() ? out.failure() : err.failure();
        if (lost.isPresent()) {
            errors.println("waymark: " + lost.get());
            code = ExitCode.FAILURE;
        }
        errors.flush();
        return code;
    }

    private static int run(PrintWriter out, PrintWriter err, String[] args) {
        Optional<String> help = PackagedHelp.of(args);
        if (help.isEmpty()) {
            return WaymarkCommand.run(out, err, args);
        }
        out.print(help.get());
        out.flush();
        return ExitCode.OK;
    }

    /** Always UTF-8, whatever the machine's locale, since the content is. */
    private static PrintWriter printer(StandardStream stream) {
        var writer = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
        return CiEnvironment.isOnGithub() ? new WorkflowCommandEscaper(writer) : new PrintWriter(writer);
    }

    /** The version of the jar; classes that are not in a jar have none. */
    static String version() {
        String version = Main.class.getPackage().getImplementationVersion();
        return version == null ? "(from its sources)" : version;
    }
}
