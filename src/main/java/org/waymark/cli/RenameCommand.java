package org.waymark.cli;

import java.util.concurrent.Callable;
import org.waymark.schema.Id;
import org.waymark.schema.Kind;
import org.waymark.tool.edit.Rename;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Renames an entry, with all references to it. */
@Command(
        name = "rename",
        description = "Changes the id of an entry; references and links follow, and its old address redirects.",
        mixinStandardHelpOptions = true,
        versionProvider = WaymarkCommand.Version.class,
        footer = {"", "For a word that texts explain, NEW is the new word as readers see it."})
final class RenameCommand implements Callable<Integer> {
    @Mixin
    private MultiFileEdit edit = new MultiFileEdit();

    @Parameters(
            index = "0",
            paramLabel = "KIND",
            converter = KindArgument.Converter.class,
            completionCandidates = KindArgument.EntryKinds.class,
            description = "One of ${COMPLETION-CANDIDATES}, or a kind that the project declares.")
    private KindArgument kindName;

    @Parameters(index = "1", paramLabel = "OLD", description = "Current id.")
    private String old = "";

    @Parameters(index = "2", paramLabel = "NEW", description = "New id.")
    private String to = "";

    @Override
    public Integer call() {
        return edit.run((directory, project) -> {
            Kind kind = kindName.ofEntries(directory.kinds(), edit.options());
            Id from = MultiFileEdit.id(kind, old);
            return new MultiFileEdit.Planned(
                    Rename.of(directory, project, kind, from, to),
                    "Renamed `" + kind.name() + "/" + from + "` to `" + to + "`."
                            + (kind.place().isFolder() ? " Its old address redirects to the new one." : ""));
        });
    }
}
