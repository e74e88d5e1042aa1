package org.waymark.bench;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Measures whole programs from a cold start with GNU time: Waymark, and others with the same content. Runs alternate,
 * so that background load affects all alike. Writes every run to {@code target/bench/runs.csv}, and the medians into
 * {@code src/docs/performance.md}.
 */
@Command(name = "src/bench/measure.sh", mixinStandardHelpOptions = true, description = "Measures Waymark and others.")
final class Measure implements Callable<Integer> {
    private static final Path BENCH = Path.of("target/bench").toAbsolutePath();
    private static final String WAYMARK_DEFAULT = "target/waymark/bin/waymark";
    private static final Path RUNS = BENCH.resolve("runs.csv");
    private static final Path MACHINE = BENCH.resolve("machine.md");
    private static final String HEADER = "case studies,program,seconds,cpu seconds,peak MB";
    private static final String ELEVENTY =
            BENCH.resolve("node_modules/@11ty/eleventy/cmd.cjs").toString();
    private static final String PAGEFIND =
            BENCH.resolve("node_modules/.bin/pagefind").toString();

    /** From this size on, slow programs run less often. */
    private static final int LARGE = 10_000;

    /** From this size on, all programs run less often. */
    private static final int HUGE = 50_000;

    @Option(
            names = "--sizes",
            split = ",",
            defaultValue = "100,1000,10000",
            description = "Numbers of case studies; ${DEFAULT-VALUE}, and 50000 if you have half an hour.")
    private List<Integer> sizes = List.of();

    @Option(names = "--rounds", defaultValue = "5", description = "How often all programs run; ${DEFAULT-VALUE}.")
    private int rounds;

    @Option(
            names = "--slow-rounds",
            defaultValue = "2",
            description = "How often Pagefind and Eleventy run from 10,000 case studies on, and all at 50,000.")
    private int slowRounds;

    @Option(
            names = "--slow-up-to",
            defaultValue = "10000",
            description = "The largest size for Pagefind and Eleventy; ${DEFAULT-VALUE}.")
    private int slowUpTo;

    @Option(
            names = "--waymark",
            paramLabel = "PROGRAM",
            defaultValue = WAYMARK_DEFAULT,
            description = "The Waymark to measure; ${DEFAULT-VALUE}.")
    private Path waymark = Path.of(WAYMARK_DEFAULT);

    @Option(
            names = "--old",
            paramLabel = "PROGRAM",
            description = "Another Waymark to compare with, such as ../old/target/waymark/bin/waymark.")
    private Optional<Path> old = Optional.empty();

    @Option(
            names = "--folder",
            paramLabel = "DIR",
            description = "Where content and sites are written, such as a folder on tmpfs; target/bench.")
    private Path folder = BENCH;

    @Option(names = "--report-only", description = "Measure nothing; make the documents from the last results.")
    private boolean reportOnly;

    private boolean hasHugo;
    private boolean hasPagefind;
    private boolean hasEleventy;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Measure()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (!reportOnly) {
            lookForPrograms();
            folder = Files.createDirectories(folder).toRealPath();
            Files.createDirectories(BENCH);
            Files.writeString(MACHINE, machine());
            Files.writeString(RUNS, HEADER + "\n");
            for (int size : sizes) {
                say("Writing " + size + " case studies");
                prepare(size);
            }
            for (int round = 0; round < rounds; round++) {
                say("Round " + (round + 1) + " of " + rounds);
                measureWaymark(Run.BUNDLED, Path.of("").toAbsolutePath(), folder.resolve(Run.BUNDLED));
                for (int size : sizes) {
                    if (size < HUGE || round < slowRounds) {
                        Path own = folder.resolve(String.valueOf(size));
                        measureWaymark(String.valueOf(size), own.resolve("waymark"), own.resolve("sites"));
                        boolean slowToo = size <= slowUpTo && (size < LARGE || round < slowRounds);
                        measureOthers(String.valueOf(size), own.resolve("others"), own.resolve("sites"), slowToo);
                    }
                }
            }
        }
        List<Run> all = Files.readAllLines(RUNS).stream().skip(1).map(Run::of).toList();
        new Report(all, Files.readString(MACHINE)).write();
        say("See src/docs/performance.md");
        return 0;
    }

    private void lookForPrograms() throws IOException, InterruptedException {
        if (!isThere("/usr/bin/time", "--version")) {
            throw new IllegalStateException("GNU time is needed; on Debian, install the package `time`");
        }
        hasHugo = isThere("hugo", "version");
        hasPagefind = hasHugo && isThere(PAGEFIND, "--version");
        hasEleventy = isThere("node", ELEVENTY, "--version");
        for (String missing : Stream.of(
                        hasHugo ? "" : Tool.HUGO,
                        hasPagefind ? "" : Tool.HUGO_AND_SEARCH,
                        hasEleventy ? "" : Tool.ELEVENTY)
                .filter(name -> !name.isEmpty())
                .toList()) {
            say("SKIPPED, not installed: " + missing);
        }
    }

    private static boolean isThere(String... command) throws InterruptedException {
        try {
            return output(command).isPresent();
        } catch (IOException e) {
            return false;
        }
    }

    private static Optional<String> output(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String text = new String(process.getInputStream().readAllBytes());
        return process.waitFor() == 0 ? Optional.of(text.strip()) : Optional.empty();
    }

    /** What readers must know about the machine to compare figures. */
    private String machine() throws IOException, InterruptedException {
        String processor = Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                .filter(line -> line.startsWith("model name"))
                .findFirst()
                .map(line -> line.replaceFirst(".*: ", ""))
                .orElse("unknown processor");
        long memory = Long.parseLong(
                Files.readAllLines(Path.of("/proc/meminfo")).get(0).replaceAll("\\D", ""));
        var text = new StringBuilder();
        text.append("Measured on ").append(LocalDate.now()).append(" with:\n\n");
        item(
                text,
                processor + ", " + Runtime.getRuntime().availableProcessors() + " processors, " + memory / 1_048_576
                        + " GiB of memory");
        item(text, System.getProperty("os.name") + " " + System.getProperty("os.version"));
        item(text, "Java " + Runtime.version() + ", " + System.getProperty("java.vendor"));
        if (hasHugo) {
            item(text, output("hugo", "version").orElseThrow().replaceFirst("(\\S+ v[^- +]+).*", "$1"));
        }
        if (hasPagefind) {
            item(text, output(PAGEFIND, "--version").orElseThrow());
        }
        if (hasEleventy) {
            item(
                    text,
                    "Eleventy " + output("node", ELEVENTY, "--version").orElseThrow() + " on Node.js "
                            + output("node", "--version").orElseThrow());
        }
        String load = Files.readString(Path.of("/proc/loadavg")).split(" ")[0];
        item(text, "content and sites in " + Files.getFileStore(folder).type());
        item(text, "a load of " + load + " before it began, which should be below 0.5");
        return text.toString();
    }

    private static void item(StringBuilder text, String line) {
        text.append("- ").append(line).append('\n');
    }

    private void prepare(int size) throws IOException {
        Path own = folder.resolve(String.valueOf(size));
        delete(own);
        WriteDirectory.to(own, size);
        copy(Path.of("src/bench/others"), own.resolve("others"));
        copy(Path.of("templates/assets"), own.resolve("others/static/assets"));
    }

    private void measureWaymark(String directory, Path project, Path sites) throws IOException, InterruptedException {
        String from = project.toString();
        String day = GeneratedDirectory.AS_OF.toString();
        Path site = sites.resolve("waymark");
        delete(site);
        Files.createDirectories(sites);
        String program = waymark.toAbsolutePath().toString();
        if (old.isPresent()) {
            String before = old.get().toAbsolutePath().toString();
            run(directory, Tool.OLD_CHECK, project, before, "check", "-p", from, "-d", day);
            run(directory, Tool.OLD_BUILD, project, before, "build", "-p", from, "-d", day, "-o", site.toString());
            delete(site);
        }
        run(directory, Tool.CHECK, project, program, "check", "-p", from, "-d", day);
        run(directory, Tool.BUILD, project, program, "build", "-p", from, "-d", day, "-o", site.toString());
        run(directory, Tool.AGAIN, project, program, "build", "-p", from, "-d", day, "-o", site.toString());
        Path copy = sites.resolve("copy");
        delete(copy);
        run(directory, Tool.COPY, project, "cp", "-r", site.toString(), copy.toString());
        delete(copy);
        String[] seconds = output(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KeptBuild.class.getName(),
                        from,
                        copy.toString())
                .orElseThrow()
                .split("\\s+");
        add(new Run(directory, Tool.PUBLISH, Double.parseDouble(seconds[0]), 0, 0));
        add(new Run(directory, Tool.KEPT, Double.parseDouble(seconds[1]), 0, 0));
        delete(copy);
    }

    private void measureOthers(String directory, Path content, Path sites, boolean slowToo)
            throws IOException, InterruptedException {
        String site = sites.resolve("hugo").toString();
        List<String> hugo = List.of("hugo", "--quiet", "--destination", site);
        if (hasHugo) {
            delete(Path.of(site));
            run(directory, Tool.HUGO, content, hugo.toArray(String[]::new));
            delete(Path.of(site));
            run(
                    directory,
                    Tool.PLAIN_HUGO,
                    content,
                    "hugo",
                    "--quiet",
                    "--config",
                    "plain.toml",
                    "--destination",
                    site);
        }
        if (hasPagefind && slowToo) {
            delete(Path.of(site));
            String both = String.join(" ", hugo) + " && " + PAGEFIND + " --silent --site " + site;
            run(directory, Tool.HUGO_AND_SEARCH, content, "sh", "-c", both);
        }
        if (hasEleventy && slowToo) {
            Path other = sites.resolve("eleventy");
            delete(other);
            run(
                    directory,
                    Tool.ELEVENTY,
                    content,
                    "node",
                    ELEVENTY,
                    "--quiet",
                    "--config=eleventy.config.mjs",
                    "--output=" + content.relativize(other));
        }
    }

    private void run(String directory, String tool, Path in, String... command)
            throws IOException, InterruptedException {
        Path figures = BENCH.resolve("time.txt");
        Path log = BENCH.resolve("log.txt");
        var timed = new ArrayList<>(List.of("/usr/bin/time", "-o", figures.toString(), "-f", "%U %S %M"));
        timed.addAll(List.of(command));
        long start = System.nanoTime();
        int code = new ProcessBuilder(timed)
                .directory(in.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
        double seconds = (System.nanoTime() - start) / 1e9;
        if (code != 0) {
            throw new IllegalStateException(tool + " failed: " + Files.readString(log));
        }
        String[] cells = Files.readString(figures).strip().split(" ");
        double cpu = Double.parseDouble(cells[0]) + Double.parseDouble(cells[1]);
        add(new Run(directory, tool, seconds, cpu, Double.parseDouble(cells[2]) / 1024));
    }

    private void add(Run run) throws IOException {
        Files.writeString(RUNS, run.csv() + "\n", StandardOpenOption.APPEND);
        say("  " + run.csv());
    }

    private static void say(String text) {
        System.out.println(text);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(path));
                Files.createDirectories(target.getParent());
                Files.copy(path, target);
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> paths = Files.walk(folder)) {
                paths.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
        }
    }
}
