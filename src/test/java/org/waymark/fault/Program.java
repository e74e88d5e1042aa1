package org.waymark.fault;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.waymark.TestProject;

/** The real program in a process of its own, started by a shell if the machine has to be changed first. */
final class Program {
    private static final long LONGEST_SECONDS = 300;

    private final Path folder;
    private final String java;
    private final List<String> options;
    private final Map<String, String> variables = new TreeMap<>();

    /** The output and exit code of a run. */
    record Ended(int code, String out, String err) {
        boolean hasTrace() {
            return (out + err).contains("\tat ") || err.contains("Exception in thread");
        }

        @Override
        public String toString() {
            return "exit " + code + "\n" + out + err;
        }
    }

    private Program(Path folder, String java, List<String> options) {
        this.folder = folder;
        this.java = java;
        this.options = List.copyOf(options);
    }

    /** The program in a folder, with options for Java, as the launcher starts it. */
    static Program in(Path folder, String... javaOptions) {
        return on(Path.of(System.getProperty("java.home")), folder, javaOptions);
    }

    /** The program on another version of Java. */
    static Program on(Path javaHome, Path folder, String... javaOptions) {
        var options = new ArrayList<>(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData"));
        options.addAll(List.of(javaOptions));
        return new Program(folder, javaHome.resolve("bin/java").toString(), options);
    }

    Program with(String variable, String value) {
        variables.put(variable, value);
        return this;
    }

    private List<String> command(String... arguments) {
        var command = new ArrayList<String>();
        command.add(java);
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "org.waymark.cli.Main"));
        command.addAll(List.of(arguments));
        return command;
    }

    /** The arguments of a command that checks the content on the build date of the test projects. */
    static String[] onTheDay(String... arguments) {
        var all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--as-of", TestProject.SETTINGS.asOf().toString()));
        return all.toArray(String[]::new);
    }

    Process start(String... arguments) throws IOException {
        var command = new ArrayList<>(Machine.HEEDING_SIGNALS);
        command.addAll(command(arguments));
        return builder(command).start();
    }

    /** Runs a shell command, in which {@code "$@"} is the program with its arguments. */
    Ended runBy(String shell, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("sh", "-c", shell, "sh"));
        command.addAll(command(arguments));
        return end(builder(command));
    }

    /** Like {@link #runBy}, with mounts visible only to this process and its children. */
    Ended runMounted(String shell, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(Machine.MOUNTING);
        command.addAll(List.of("sh", "-c", shell, "sh"));
        command.addAll(command(arguments));
        return end(builder(command));
    }

    Ended run(String... arguments) throws IOException, InterruptedException {
        return end(builder(command(arguments)));
    }

    private ProcessBuilder builder(List<String> command) {
        var builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment()
                .keySet()
                .removeIf(name -> name.startsWith("WAYMARK_") || name.startsWith("GITHUB_") || name.equals("CI"));
        builder.environment().putAll(variables);
        return builder;
    }

    private static Ended end(ProcessBuilder builder) throws IOException, InterruptedException {
        Path out = Files.createTempFile("waymark", ".out");
        Path err = Files.createTempFile("waymark", ".err");
        try {
            Process process = builder.redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            process.getOutputStream().close();
            if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            assertTrue(process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS), "the program does not end");
            return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }
}
