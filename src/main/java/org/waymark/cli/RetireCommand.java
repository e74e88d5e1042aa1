package org.waymark.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.waymark.directory.Directory;
import org.waymark.directory.Entry;
import org.waymark.directory.GoneEntry;
import org.waymark.directory.Kinds;
import org.waymark.schema.EntryName;
import org.waymark.schema.Id;
import org.waymark.schema.Kind;
import org.waymark.schema.QualifiedId;
import org.waymark.source.FileChange;
import org.waymark.source.Project;
import org.waymark.source.ReadFailure;
import org.waymark.tool.changes.History;
import org.waymark.tool.changes.UnknownRevision;
import org.waymark.tool.edit.Retire;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Removes an entry from the directory. */
@Command(
        name = "retire",
        description = "Removes an entry; its address redirects to another entry, or shows a notice.",
        mixinStandardHelpOptions = true,
        versionProvider = WaymarkCommand.Version.class,
        footer = {
            "",
            "With --to, references and links are changed to the other entry. Without, links become plain text.",
            "With both, the notice links to the other entry."
        })
final class RetireCommand implements Callable<Integer> {
    @Mixin
    private MultiFileEdit edit = new MultiFileEdit();

    @Parameters(
            index = "0",
            paramLabel = "KIND",
            converter = KindArgument.Converter.class,
            completionCandidates = KindArgument.EntryKinds.class,
            description = "One of ${COMPLETION-CANDIDATES}, or a kind that the project declares.")
    private KindArgument kindName;

    @Parameters(index = "1", paramLabel = "ID", description = "Id of the entry to remove.")
    private String id = "";

    @Option(names = "--to", paramLabel = "KIND/ID", description = "Entry to send readers to.")
    private @Nullable String to;

    @Option(
            names = "--gone",
            paramLabel = "REASON",
            description = "Why it was removed, in a sentence for readers, shown at its address.")
    private @Nullable String reason;

    @Option(
            names = {"-y", "--yes"},
            description = "Do not ask, also if the file is not in Git and could not be restored.")
    private boolean yes;

    @Override
    public Integer call() {
        try {
            return edit.run(this::plan);
        } catch (Declined e) {
            return edit.nothingChanged();
        }
    }

    /** The answer was no. */
    private static final class Declined extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private MultiFileEdit.Planned plan(Directory directory, Project project) {
        Kind kind = kindName.ofEntries(directory.kinds(), edit.options());
        Id goes = MultiFileEdit.id(kind, id);
        Optional<Entry> entry = directory
                .entries(kind)
                .filter(candidate -> candidate.id().equals(goes))
                .findFirst();
        boolean isInGit = entry.isEmpty()
                || !kind.place().isFolder()
                || isInGit(entry.get().path());
        Optional<EntryName> replacement = Optional.ofNullable(to).map(text -> replacement(directory, kind, text));
        boolean wasPublished = entry.isEmpty() || Retire.mayHaveBeenPublished(directory, entry.get(), isInGit);
        List<FileChange> changes = Retire.of(
                directory,
                project,
                kind,
                goes,
                replacement,
                Optional.ofNullable(reason),
                edit.options().settings(Optional.empty()).asOf(),
                wasPublished);
        if (!isInGit && !yes && !edit.isDryRun()) {
            requireYes(entry.orElseThrow().path());
        }
        return new MultiFileEdit.Planned(
                changes, "Retired `" + kind.name() + "/" + goes + "`." + closing(kind, wasPublished, replacement));
    }

    private void requireYes(String path) {
        String fact = path + " is not in Git, and cannot be restored once it is removed";
        boolean isAgreed = edit.ask(fact + ". Remove it?")
                .orElseThrow(() -> edit.options().usage(fact + "; commit it first, or add --yes"));
        if (!isAgreed) {
            throw new Declined();
        }
    }

    private boolean isInGit(String path) {
        try (History history = History.of(edit.options().folder())) {
            return history.tracks(path);
        } catch (UnknownRevision | ReadFailure e) {
            return true; // Whoever uses no Git has another way to restore files, or none.
        }
    }

    private String closing(Kind kind, boolean wasPublished, Optional<EntryName> replacement) {
        if (!wasPublished) {
            return " It was not published, so that nothing is left at its address.";
        }
        if (!GoneEntry.isNoticed(kind)) {
            return "";
        }
        return replacement
                .filter(target -> reason == null)
                .map(target -> " Its address redirects to `" + target + "`.")
                .orElse(" Its address says why it was removed.");
    }

    /** The entry to send readers to, or what to write where the kind is missing. */
    private EntryName replacement(Directory directory, Kind kind, String text) {
        try {
            return new EntryConverter(directory.kinds()).convert(text);
        } catch (InvalidArgument e) {
            Id meant = MultiFileEdit.id(kind, text);
            String found = directory.entries().stream()
                    .filter(entry ->
                            entry.id().equals(meant) && directory.kinds().isForReaders(entry.kind()))
                    .map(entry -> "`" + entry.kind().name() + "/" + meant + "`")
                    .collect(Collectors.joining(" or "));
            throw edit.options()
                    .usage(
                            text.indexOf('/') >= 0 || found.isEmpty()
                                    ? String.valueOf(e.getMessage())
                                    : "`--to` must be a kind and an id, but found `" + text + "`; did you mean " + found
                                            + "?");
        }
    }

    /** Reads the kind and id of an entry. */
    static final class EntryConverter extends FieldTypeConverter<EntryName> {
        EntryConverter(Kinds kinds) {
            super("--to", new QualifiedId(kinds.forReaders()));
        }
    }
}
