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

/** What the machine says of the workflow that Waymark runs in, on GitHub or GitLab. */
final class CiEnvironment {
    private CiEnvironment() {}

    /** Whether GitHub reads every line for commands. */
    static boolean isOnGithub() {
        return "true".equals(System.getenv("GITHUB_ACTIONS"));
    }

    /**
     * Adds to what the page of the job shows, on GitHub. That it cannot is worth a line, but fails no build.
     *
     * @param outcome what was done, in a sentence
     */
    static void summarise(String outcome, Edition edition, ReportContext context, PrintWriter err) {
        path("GITHUB_STEP_SUMMARY").ifPresent(file -> {
            try {
                RequestedFile.append(Path.of(""), file, JobSummary.of(outcome, edition.diagnostics(), context));
            } catch (WriteFailure e) {
                err.println("waymark: the job has no summary: " + e.getMessage());
            }
        });
    }

    /** The folder into which the repository was checked out. */
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
