package org.waymark.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** Writes the medians of all runs, and which targets they meet, into the documentation. */
final class Report {
    private static final Path PAGE = Path.of("src/docs/performance.md");
    private static final Path PLOT = Path.of("src/docs/performance.svg");
    private static final String BEGIN = "<!-- measured: begin -->\n";
    private static final String END = "<!-- measured: end -->\n";
    private static final String THOUSAND = "1000";
    private static final String TEN_THOUSAND = "10000";

    private static final List<String> TOOLS = List.of(
            Tool.OLD_CHECK,
            Tool.CHECK,
            Tool.OLD_BUILD,
            Tool.BUILD,
            Tool.AGAIN,
            Tool.HUGO,
            Tool.PLAIN_HUGO,
            Tool.HUGO_AND_SEARCH,
            Tool.ELEVENTY,
            Tool.COPY,
            Tool.PUBLISH,
            Tool.KEPT);

    private final List<Run> runs;
    private final String machine;

    Report(List<Run> runs, String machine) {
        this.runs = runs;
        this.machine = machine;
    }

    void write() throws IOException {
        String page = Files.readString(PAGE);
        int begin = page.indexOf(BEGIN) + BEGIN.length();
        Files.writeString(
                PAGE,
                page.substring(0, begin) + "\n" + machine + "\n" + results() + "\n" + goals() + "\n"
                        + page.substring(page.indexOf(END)));
        Files.writeString(
                PLOT,
                Plot.of(runs, List.of(Tool.BUILD, Tool.HUGO, Tool.HUGO_AND_SEARCH, Tool.ELEVENTY, Tool.PLAIN_HUGO)));
    }

    private String results() {
        var table = new StringBuilder("| case studies | program | runs | seconds | CPU seconds | peak MB |\n");
        table.append("| ---: | --- | ---: | ---: | ---: | ---: |\n");
        for (String directory : runs.stream().map(Run::directory).distinct().toList()) {
            for (String tool : TOOLS) {
                long count = runs.stream()
                        .filter(run ->
                                run.directory().equals(directory) && run.tool().equals(tool))
                        .count();
                Run.median(runs, directory, tool)
                        .ifPresent(run -> table.append(String.format(
                                Locale.UK,
                                "| %s | %s | %d | %s | %s | %s |%n",
                                name(directory),
                                tool,
                                count,
                                seconds(run.seconds()),
                                run.cpu() > 0 ? seconds(run.cpu()) : "",
                                run.megabytes() > 0 ? String.format(Locale.UK, "%,.0f", run.megabytes()) : "")));
            }
        }
        return table.toString();
    }

    private static String name(String directory) {
        return directory.equals(Run.BUNDLED)
                ? "40 (bundled)"
                : String.format(Locale.UK, "%,d", Integer.valueOf(directory));
    }

    private static String seconds(double seconds) {
        return String.format(Locale.UK, seconds < 10 ? "%.2f" : "%.1f", seconds);
    }

    private String goals() {
        var rows = new ArrayList<String>();
        ratio(rows, TEN_THOUSAND, Run::seconds, "time", Tool.BUILD, Tool.HUGO, 0.7);
        ratio(rows, TEN_THOUSAND, Run::megabytes, "peak memory", Tool.BUILD, Tool.HUGO, 0.4);
        ratio(rows, TEN_THOUSAND, Run::seconds, "time", Tool.BUILD, Tool.HUGO_AND_SEARCH, 0.25);
        ratio(rows, THOUSAND, Run::seconds, "time", Tool.BUILD, Tool.HUGO, 2);
        ratio(rows, TEN_THOUSAND, Run::seconds, "time", Tool.BUILD, Tool.PLAIN_HUGO, 1);
        limit(rows, Run.BUNDLED, Tool.CHECK, Run::seconds, "s", 0.35);
        limit(rows, Run.BUNDLED, Tool.BUILD, Run::seconds, "s", 0.45);
        Optional<Run> thousand = Run.median(runs, THOUSAND, Tool.BUILD);
        Optional<Run> tenThousand = Run.median(runs, TEN_THOUSAND, Tool.BUILD);
        row(
                rows,
                "build: time for each case study at 10,000, against that at 1,000",
                thousand.flatMap(few -> tenThousand.map(many -> many.seconds() / 10 / few.seconds())),
                1,
                " ×");
        limit(rows, "50000", Tool.BUILD, Run::megabytes, "MB", 4096);
        ratio(rows, TEN_THOUSAND, Run::seconds, "time", Tool.PUBLISH, Tool.COPY, 5);
        limit(rows, Run.BUNDLED, Tool.KEPT, Run::seconds, "s", 0.05);
        limit(rows, TEN_THOUSAND, Tool.KEPT, Run::seconds, "s", 0.4);
        return "| goal | at most | measured | |\n| --- | ---: | ---: | --- |\n" + String.join("", rows);
    }

    private void ratio(
            List<String> rows,
            String directory,
            ToDoubleFunction<Run> figure,
            String what,
            String tool,
            String other,
            double most) {
        Optional<Double> measured = Run.median(runs, directory, tool)
                .flatMap(one -> Run.median(runs, directory, other)
                        .map(two -> figure.applyAsDouble(one) / figure.applyAsDouble(two)));
        row(rows, name(directory) + ": " + what + " of " + tool + ", against " + other, measured, most, " ×");
    }

    private void limit(
            List<String> rows, String directory, String tool, ToDoubleFunction<Run> figure, String unit, double most) {
        row(
                rows,
                name(directory) + ": " + tool,
                Run.median(runs, directory, tool).map(figure::applyAsDouble),
                most,
                " " + unit);
    }

    private static void row(List<String> rows, String goal, Optional<Double> measured, double most, String unit) {
        String limit = most == Math.rint(most) ? String.format(Locale.UK, "%,.0f", most) : String.valueOf(most);
        rows.add(String.format(
                Locale.UK,
                "| %s | %s%s | %s | %s |%n",
                goal,
                limit,
                unit,
                measured.map(value -> String.format(Locale.UK, value < 100 ? "%.2f" : "%,.0f", value) + unit)
                        .orElse("not measured"),
                measured.map(value -> value <= most ? "reached" : "**missed**").orElse("")));
    }
}
