package org.waymark.cli;

import java.io.PrintWriter;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.waymark.Edition;
import org.waymark.publish.RequestedFile;
import org.waymark.report.JobSummary;
import org.waymark.report.ReportContext;
import org.waymark.source.WriteFailure;

/** The CI job that Waymark runs in, on GitHub or GitLab, by its environment variables. */
final class CiEnvironment {
    private CiEnvironment() {}

    /** Whether GitHub parses each printed line for workflow commands. */
    static boolean isOnGithub() {
        return "true".equals(System.getenv("GITHUB_ACTIONS"));
    }

    /**
     * Appends to the job summary on GitHub. A failure is reported, but does not fail the command.
     *
     * @param outcome the result, in a sentence
     */
    static void summarise(String outcome, Edition edition, ReportContext context, PrintWriter err) {
        path("GITHUB_STEP_SUMMARY").ifPresent(file -> {
            try {
                RequestedFile.append(Path.of(""), file, JobSummary.of(outcome, edition.diagnostics(), context));
            } catch (WriteFailure e) {
                err.println("waymark: cannot write the job summary: " + e.getMessage());
            }
        });
    }

    /** The top folder of the checkout. */
    static Optional<Path> root() {
        return Stream.of("GITHUB_WORKSPACE", "CI_PROJECT_DIR")
                .flatMap(name -> path(name).stream())
                .findFirst();
    }

    private static Optional<Path> path(String variable) {
        String value = System.getenv(variable);
        try {
            return value == null || value.isBlank() ? Optional.empty() : Optional.of(Path.of(value));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
