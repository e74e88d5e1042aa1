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
import org.waymark.tool.edit.Retire;
import org.waymark.tool.edit.RetireChoice;
import org.waymark.tool.edit.RetireField;
import org.waymark.tool.edit.RetireKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Removes an entry from the directory, or a field, a choice or a kind from its shape. */
@Command(
        name = "retire",
        description = "Removes an entry, whose address redirects or shows a notice; or a part of the shape.",
        mixinStandardHelpOptions = true,
        versionProvider = WaymarkCommand.Version.class,
        footer = {
            "",
            "With --to, references and links are changed to the other entry. Without, links become plain text.",
            "With both, the notice links to the other entry.",
            "",
            "  waymark retire field course.hours                  a field that no entry uses",
            "  waymark retire field course.hours --remove-values  with its values in entries",
            "  waymark retire choice levels/beginners             a choice that no entry uses",
            "  waymark retire choice levels/beginners --to all    with another one in its place",
            "  waymark retire kind course                         a kind without entries"
        })
final class RetireCommand implements Callable<Integer> {
    @Mixin
    private MultiFileEdit edit = new MultiFileEdit();

    @Parameters(
            index = "0",
            paramLabel = "KIND",
            converter = KindArgument.Converter.class,
            completionCandidates = KindArgument.EntryKinds.class,
            description =
                    "One of ${COMPLETION-CANDIDATES}, or a kind that the project declares; or field, choice or kind.")
    private KindArgument kindName;

    @Parameters(
            index = "1",
            paramLabel = "ID",
            description = "Id of the entry to remove; KIND.FIELD, VOCABULARY/ID or a kind.")
    private String id = "";

    @Option(
            names = "--to",
            paramLabel = "KIND/ID",
            description = "Entry to send readers to; with a choice, the one that takes its place.")
    private @Nullable String to;

    @Option(
            names = "--gone",
            paramLabel = "REASON",
            description = "Why it was removed, in a sentence for readers, shown at its address.")
    private @Nullable String reason;

    @Option(
            names = "--remove-values",
            description = "With a field or a choice, also remove its values from entries; with a kind, its entries.")
    private boolean removeValues;

    @Override
    public Integer call() {
        boolean isOfShape = List.of("field", "choice", "kind").contains(kindName.name());
        if (isOfShape && (reason != null || (to != null && !kindName.name().equals("choice")))) {
            throw edit.options().usage("`--to` and `--gone` are for entries");
        }
        if (!isOfShape && removeValues) {
            throw edit.options()
                    .usage("`--remove-values` is for a field, a choice or a kind: waymark retire field KIND.FIELD");
        }
        return edit.run((directory, project) -> switch (kindName.name()) {
            case "field" -> part(RetireField.of(directory, project, id, removeValues), "value", "values");
            case "choice" ->
                part(RetireChoice.of(directory, project, id, removeValues, Optional.ofNullable(to)), "value", "values");
            case "kind" -> part(RetireKind.of(directory, project, id, removeValues), "entry", "entries");
            default -> entry(directory, project);
        });
    }

    /** A part of the shape, with its values in entries. */
    private MultiFileEdit.Planned part(RetireField.Retired retired, String one, String many) {
        String values = retired.values() == 1 ? "its " + one : "its " + retired.values() + " " + many;
        if (to != null) {
            return MultiFileEdit.Planned.ofShape(
                    retired.edit(),
                    "Retired the choice `" + id + "`; entries and addresses now have `" + to + "`.",
                    Optional.empty());
        }
        return MultiFileEdit.Planned.ofShape(
                retired.edit(),
                "Retired the " + kindName.name() + " `" + id + "`"
                        + (retired.values() == 0 ? "" : " and removed " + values) + ".",
                Optional.of(retired.values())
                        .filter(count -> count > 0)
                        .map(count -> new MultiFileEdit.Question(
                                "this removes `" + id + "` and " + values
                                        + (kindName.name().equals("kind") ? "" : " from entries"),
                                "Remove them?",
                                "add --yes to do so")));
    }

    private MultiFileEdit.Planned entry(Directory directory, Project project) {
        Kind kind = kindName.ofEntries(directory.kinds(), edit.options());
        Id goes = MultiFileEdit.id(kind, id);
        Optional<Entry> entry = directory
                .entries(kind)
                .filter(candidate -> candidate.id().equals(goes))
                .findFirst();
        Optional<MultiFileEdit.Question> question = edit.beforeRemoving(entry);
        Optional<EntryName> replacement = Optional.ofNullable(to).map(text -> replacement(directory, kind, text));
        boolean wasPublished =
                entry.isEmpty() || Retire.mayHaveBeenPublished(directory, entry.get(), question.isEmpty());
        List<FileChange> changes = Retire.of(
                directory,
                project,
                kind,
                goes,
                replacement,
                Optional.ofNullable(reason),
                edit.options().settings(Optional.empty()).asOf(),
                wasPublished);
        return MultiFileEdit.Planned.ofEntries(
                changes,
                "Retired `" + kind.name() + "/" + goes + "`." + closing(kind, wasPublished, replacement),
                question);
    }

    private String closing(Kind kind, boolean wasPublished, Optional<EntryName> replacement) {
        if (!wasPublished) {
            return " It was not published, so nothing is left at its address.";
        }
        if (!GoneEntry.isNoticed(kind)) {
            return "";
        }
        return replacement
                .filter(target -> reason == null)
                .map(target -> " Its address redirects to `" + target + "`.")
                .orElse(" Its address says why it was removed.");
    }

    /** The entry to send readers to, or help if its kind is missing. */
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
