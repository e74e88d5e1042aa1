package org.waymark.bench;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * The cost of one run of a program.
 *
 * @param directory the number of case studies, or {@code bundled}
 * @param seconds wall-clock time
 * @param cpu user and system time of all processors in seconds; 0 if not measured
 * @param megabytes peak memory; 0 if not measured
 */
record Run(String directory, String tool, double seconds, double cpu, double megabytes) {
    static final String BUNDLED = "bundled";

    /** The median of several runs, for each figure separately. */
    static Optional<Run> median(List<Run> runs, String directory, String tool) {
        List<Run> like = runs.stream()
                .filter(run -> run.directory().equals(directory) && run.tool().equals(tool))
                .toList();
        return like.isEmpty()
                ? Optional.empty()
                : Optional.of(new Run(
                        directory,
                        tool,
                        middle(like, Run::seconds),
                        middle(like, Run::cpu),
                        middle(like, Run::megabytes)));
    }

    private static double middle(List<Run> runs, ToDoubleFunction<Run> figure) {
        List<Double> sorted = runs.stream()
                .map(figure::applyAsDouble)
                .sorted(Comparator.naturalOrder())
                .toList();
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
    }

    String csv() {
        return String.format(Locale.ROOT, "%s,%s,%.3f,%.2f,%.1f", directory, tool, seconds, cpu, megabytes);
    }

    static Run of(String csv) {
        String[] cells = csv.split(",");
        return new Run(
                cells[0],
                cells[1],
                Double.parseDouble(cells[2]),
                Double.parseDouble(cells[3]),
                Double.parseDouble(cells[4]));
    }
}
