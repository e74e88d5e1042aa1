package org.waymark.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.waymark.directory.Directory;
import org.waymark.schema.Id;
import org.waymark.schema.Kind;
import org.waymark.source.Project;
import org.waymark.tool.edit.NewKindName;
import org.waymark.tool.edit.Rename;
import org.waymark.tool.edit.RenameChoice;
import org.waymark.tool.edit.RenameField;
import org.waymark.tool.edit.RenameKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Renames an entry, a field, a choice or a kind, with all that refers to it. */
@Command(
        name = "rename",
        description =
                "Renames an entry or a part of the shape, updates what refers to it, and redirects old addresses.",
        mixinStandardHelpOptions = true,
        versionProvider = WaymarkCommand.Version.class,
        footer = {
            "",
            "  waymark rename course bread baking-bread          an entry",
            "  waymark rename field course.place town            a field, in all entries",
            "  waymark rename choice levels/beginners starters   the id of a choice, in addresses",
            "  waymark rename choice levels/beginners --label Starters   its label, in all entries",
            "  waymark rename kind course class --one class --many classes --a \"a class\"",
            "                                                    a kind, with its folder and addresses",
            "",
            "For a word that texts explain, NEW is the new word as readers see it.",
            "For entries of a kind that is itself called field, choice or kind, write its plural."
        })
final class RenameCommand implements Callable<Integer> {
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

    @Parameters(index = "1", paramLabel = "OLD", description = "Current id; KIND.FIELD, or VOCABULARY/ID.")
    private String old = "";

    @Parameters(index = "2", arity = "0..1", paramLabel = "NEW", description = "New id or name.")
    private @Nullable String to;

    @Option(names = "--label", paramLabel = "LABEL", description = "New label of a choice, as written in entries.")
    private @Nullable String label;

    @Option(names = "--one", paramLabel = "NAME", description = "What one entry of a kind is called.")
    private @Nullable String one;

    @Option(names = "--many", paramLabel = "NAME", description = "What several are called.")
    private @Nullable String many;

    @Option(names = "--a", paramLabel = "NAME", description = "What one is called, with its article.")
    private @Nullable String article;

    @Option(
            names = "--folder",
            paramLabel = "NAME",
            description = "Folder of the entries of a kind, and so their address (default: from --many or NEW).")
    private @Nullable String folder;

    @Override
    public Integer call() {
        if (label != null && !kindName.name().equals("choice")) {
            throw edit.options().usage("`--label` is for a choice: waymark rename choice VOCABULARY/ID --label LABEL");
        }
        if ((one != null || many != null || article != null || folder != null)
                && !kindName.name().equals("kind")) {
            throw edit.options()
                    .usage("`--one`, `--many`, `--a` and `--folder` are for a kind: waymark rename kind OLD NEW");
        }
        return edit.run((directory, project) -> switch (kindName.name()) {
            case "field" -> field(directory, project);
            case "choice" -> choice(directory, project);
            case "kind" -> kind(directory, project);
            default -> entry(directory, project);
        });
    }

    private String to() {
        if (to == null) {
            throw edit.options().usage("give the new name as well: NEW is missing");
        }
        return to;
    }

    private MultiFileEdit.Planned entry(Directory directory, Project project) {
        Kind kind = kindName.ofEntries(directory.kinds(), edit.options());
        Id from = MultiFileEdit.id(kind, old);
        return MultiFileEdit.Planned.ofEntries(
                Rename.of(directory, project, kind, from, to()),
                "Renamed `" + kind.name() + "/" + from + "` to `" + to() + "`."
                        + (kind.place().isFolder() ? " Its old address redirects to the new one." : ""),
                Optional.empty());
    }

    private MultiFileEdit.Planned field(Directory directory, Project project) {
        return MultiFileEdit.Planned.ofShape(
                RenameField.of(directory, project, old, to()),
                "Renamed the field `" + old + "` to `" + to() + "`.",
                Optional.empty());
    }

    private MultiFileEdit.Planned choice(Directory directory, Project project) {
        return MultiFileEdit.Planned.ofShape(
                RenameChoice.of(directory, project, old, Optional.ofNullable(to), Optional.ofNullable(label)),
                (to == null ? "" : "Renamed the choice `" + old + "` to `" + to + "`. Its old addresses redirect. ")
                        + (label == null ? "" : "The label of the choice is now `" + label + "`, in all entries."),
                Optional.empty());
    }

    private MultiFileEdit.Planned kind(Directory directory, Project project) {
        var words = new NewKindName(Optional.ofNullable(one), Optional.ofNullable(many), Optional.ofNullable(article));
        return MultiFileEdit.Planned.ofShape(
                RenameKind.of(directory, project, old, to(), words, Optional.ofNullable(folder)),
                "Renamed the kind `" + old + "` to `" + to() + "`. Its old addresses redirect to the new ones.",
                Optional.empty());
    }
}
