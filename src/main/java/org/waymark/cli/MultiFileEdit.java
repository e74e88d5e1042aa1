package org.waymark.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.waymark.Build;
import org.waymark.diagnostic.Note;
import org.waymark.directory.Directory;
import org.waymark.directory.Entry;
import org.waymark.report.JsonEscaper;
import org.waymark.report.TerminalEscaper;
import org.waymark.schema.Id;
import org.waymark.schema.Kind;
import org.waymark.source.FileChange;
import org.waymark.source.Json;
import org.waymark.source.Json.Members;
import org.waymark.source.Project;
import org.waymark.source.ReadFailure;
import org.waymark.tool.changes.History;
import org.waymark.tool.changes.UnknownRevision;
import org.waymark.tool.edit.Refusal;
import org.waymark.tool.edit.ShapeEdit;
import org.waymark.tool.edit.ShapeVerification;
import org.waymark.tool.edit.UnifiedDiff;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The common part of commands that change several files: making the changes, or showing them. */
final class MultiFileEdit {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Mixin
    private ProjectOptions.OfData options = new ProjectOptions.OfData();

    @Option(
            names = {"-n", "--dry-run"},
            description = "Show the changes without making them.")
    private boolean dryRun;

    @Option(
            names = {"-y", "--yes"},
            description = "Do not ask, even if something could not be restored.")
    private boolean yes;

    /**
     * Changes to be made.
     *
     * @param closing what has been done, in a sentence
     * @param remarks further information or things to do, each in a sentence
     * @param question to ask first, unless the command already answers it
     * @param isOfShape whether a mistake in them could make the whole directory invalid, so they are checked first
     */
    record Planned(
            List<FileChange> changes,
            String closing,
            List<String> remarks,
            Optional<Question> question,
            boolean isOfShape) {
        static Planned ofEntries(List<FileChange> changes, String closing, Optional<Question> question) {
            return new Planned(changes, closing, List.of(), question, false);
        }

        static Planned ofShape(ShapeEdit edit, String closing, Optional<Question> question) {
            return new Planned(edit.changes(), closing, edit.remarks(), question, true);
        }
    }

    /**
     * A question before something that cannot be undone.
     *
     * @param fact why it is asked
     * @param cure what to do if nobody can answer
     */
    record Question(String fact, String question, String cure) {}

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

    /** Whether a confirmation is needed that only a person can give. */
    private boolean isDeclined(Optional<Question> asked) {
        return !dryRun && !yes && asked.isPresent() && !isAgreed(asked.get());
    }

    /** Asks for an explicit yes; ends the command if nobody can answer. */
    private boolean isAgreed(Question asked) {
        return Terminal.console()
                .map(console -> {
                    PrintWriter out = spec.commandLine().getOut();
                    out.print(TerminalEscaper.of(asked.fact() + ". " + asked.question()) + " [y/N] ");
                    out.flush();
                    String answer = console.readLine();
                    return answer != null
                            && answer.strip().toLowerCase(Locale.ROOT).startsWith("y");
                })
                .orElseThrow(() -> options.usage(asked.fact() + "; " + asked.cure()));
    }

    /** The question before the file of an entry is removed, if Git could not restore it. */
    Optional<Question> beforeRemoving(Optional<Entry> entry) {
        return entry.filter(found -> found.kind().place().isFolder())
                .map(Entry::path)
                .filter(path -> !isInGit(path))
                .map(path -> new Question(
                        path + " is not in Git, and cannot be restored once it is removed",
                        "Remove it?",
                        "commit it first, or add --yes"));
    }

    /** Whether Git has a file; true also without Git, whose users have another way to restore files, or none. */
    private boolean isInGit(String path) {
        try (History history = History.of(options.folder())) {
            return history.tracks(path);
        } catch (UnknownRevision | ReadFailure e) {
            return true;
        }
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
        List<String> remarks = new ArrayList<>(planned.remarks());
        if (planned.isOfShape()) {
            var proof = ShapeVerification.of(
                    project,
                    changes,
                    each -> Build.once()
                            .run(each, options.settings(Optional.empty()), stage -> {}, file -> {})
                            .diagnostics());
            if (!proof.obstacles().isEmpty()) {
                return refuse("the directory would then have errors", proof.obstacles());
            }
            remarks.addAll(proof.remarks());
        }
        if (isDeclined(planned.question())) {
            return nothingChanged();
        }
        if (!dryRun) {
            options.writer().apply(project, changes);
        }
        if (options.isJson()) {
            out.println(JsonEscaper.of(
                    Json.indented(changes.stream().map(MultiFileEdit::json).toList())));
        } else if (dryRun) {
            out.print(TerminalEscaper.ofLines(UnifiedDiff.of(project, changes)));
            out.flush();
            remarks.forEach(remark -> spec.commandLine().getErr().println(TerminalEscaper.of(sentence(remark))));
        } else {
            changes.forEach(change -> out.println(TerminalEscaper.of(line(change))));
            out.println(planned.closing().strip());
            remarks.forEach(remark -> out.println(TerminalEscaper.of(sentence(remark))));
        }
        return ExitCode.OK;
    }

    private static String sentence(String remark) {
        return "Note: " + remark + ".";
    }

    /** Reports that nothing was changed, as requested. */
    private int nothingChanged() {
        spec.commandLine().getErr().println("Nothing was changed.");
        return ExitCode.OK;
    }

    private int refuse(Refusal refusal) {
        String message = TerminalEscaper.of(String.valueOf(refusal.getMessage()));
        if (refusal.isWrongUsage()) {
            throw options.usage(message);
        }
        return refuse(message, refusal.notes());
    }

    private int refuse(String message, List<Note> notes) {
        PrintWriter err = spec.commandLine().getErr();
        err.println(spec.qualifiedName() + ": " + message + (notes.isEmpty() ? "" : ":"));
        for (Note note : notes) {
            err.println("  " + TerminalEscaper.of(note.span() + ": " + note.message()));
        }
        err.println("Nothing was changed.");
        return ExitCode.CONTENT;
    }

    /** A change that has been made, in a few words. */
    static String line(FileChange change) {
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
