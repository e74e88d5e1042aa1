package org.waymark.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.waymark.Build;
import org.waymark.diagnostic.Note;
import org.waymark.directory.Directory;
import org.waymark.report.JsonEscaper;
import org.waymark.report.TerminalEscaper;
import org.waymark.schema.Id;
import org.waymark.schema.Kind;
import org.waymark.source.FileChange;
import org.waymark.source.Json;
import org.waymark.source.Json.Members;
import org.waymark.source.Project;
import org.waymark.tool.edit.Refusal;
import org.waymark.tool.edit.UnifiedDiff;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What commands that change several files share: they make the changes, or show them. */
final class MultiFileEdit {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Mixin
    private ProjectOptions options = new ProjectOptions();

    @Option(
            names = {"-n", "--dry-run"},
            description = "Show the changes without making them.")
    private boolean dryRun;

    /**
     * Changes to be made.
     *
     * @param closing the last line of the output
     */
    record Planned(List<FileChange> changes, String closing) {}

    /** Plans changes. */
    @FunctionalInterface
    interface Plan {
        /**
         * Plans changes.
         *
         * @throws Refusal if they cannot be made
         */
        Planned of(Directory directory, Project project);
    }

    /** Whether the changes are only shown. */
    boolean isDryRun() {
        return dryRun;
    }

    /** Asks a question that only a clear yes answers; empty if nobody can answer. */
    Optional<Boolean> ask(String question) {
        return Terminal.console().map(console -> {
            PrintWriter out = spec.commandLine().getOut();
            out.print(TerminalEscaper.of(question) + " [y/N] ");
            out.flush();
            String answer = console.readLine();
            return answer != null && answer.strip().toLowerCase(Locale.ROOT).startsWith("y");
        });
    }

    ProjectOptions options() {
        return options;
    }

    /** Makes the changes, or shows them. */
    int run(Plan plan) {
        PrintWriter out = spec.commandLine().getOut();
        Project project = dryRun ? options.read() : options.readToChange();
        Directory directory =
                Build.once().check(project, options.settings(Optional.empty())).directory();
        Planned planned;
        try {
            planned = plan.of(directory, project);
        } catch (Refusal e) {
            return refuse(e);
        }
        List<FileChange> changes = planned.changes();
        if (!dryRun) {
            options.writer().apply(project, changes);
        }
        if (options.isJson()) {
            out.println(JsonEscaper.of(
                    Json.indented(changes.stream().map(MultiFileEdit::json).toList())));
        } else if (dryRun) {
            out.print(TerminalEscaper.ofLines(UnifiedDiff.of(project, changes)));
        } else {
            changes.forEach(change -> out.println(TerminalEscaper.of(line(change))));
            out.println(planned.closing());
        }
        return ExitCode.OK;
    }

    /** Says that nothing was changed, as was wished. */
    int nothingChanged() {
        spec.commandLine().getErr().println("Nothing was changed.");
        return ExitCode.OK;
    }

    private int refuse(Refusal refusal) {
        String message = TerminalEscaper.of(String.valueOf(refusal.getMessage()));
        if (refusal.isWrongUsage()) {
            throw options.usage(message);
        }
        PrintWriter err = spec.commandLine().getErr();
        err.println(spec.qualifiedName() + ": " + message + (refusal.notes().isEmpty() ? "" : ":"));
        for (Note note : refusal.notes()) {
            err.println("  " + TerminalEscaper.of(note.span() + ": " + note.message()));
        }
        err.println("Nothing was changed.");
        return ExitCode.CONTENT;
    }

    private static String line(FileChange change) {
        if (change instanceof FileChange.Creation) {
            return "Wrote " + change.path();
        }
        if (change instanceof FileChange.Removal) {
            return "Removed " + change.path();
        }
        var revision = (FileChange.Revision) change;
        int edits = revision.edits().size();
        String count = edits == 1 ? "(1 edit)" : "(" + edits + " edits)";
        if (revision.path().equals(revision.newPath())) {
            return "Changed " + revision.path() + " " + count;
        }
        return "Moved " + revision.path() + " to " + revision.newPath() + (edits == 0 ? "" : " " + count);
    }

    private static Members json(FileChange change) {
        if (change instanceof FileChange.Revision revision) {
            return Json.object().add("path", revision.path()).add("newPath", revision.newPath());
        }
        return Json.object().add(change instanceof FileChange.Creation ? "newPath" : "path", change.path());
    }

    /** The id that was typed, as such, as a name, or as a file. */
    static Id id(Kind kind, String typed) {
        if (!kind.place().isFolder()) {
            return Id.from(typed);
        }
        String name = typed.substring(typed.lastIndexOf('/') + 1).replaceFirst("\\.(md|yaml)$", "");
        return Id.from(name);
    }
}
