package org.waymark.cli;

import java.util.concurrent.Callable;
import org.waymark.schema.Id;
import org.waymark.schema.Kind;
import org.waymark.tool.edit.Rename;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Renames an entry, and all that refers to it follows. */
@Command(
        name = "rename",
        description =
                "Gives an entry another id; fields and links that name it follow, and its old address leads there.",
        mixinStandardHelpOptions = true,
        versionProvider = WaymarkCommand.Version.class,
        footer = {"", "For a glossary term, NEW is the new term as readers see it."})
final class RenameCommand implements Callable<Integer> {
    @Mixin
    private MultiFileEdit edit = new MultiFileEdit();

    @Parameters(
            index = "0",
            paramLabel = "KIND",
            converter = KindArgument.class,
            completionCandidates = KindArgument.AllKinds.class,
            description = "One of ${COMPLETION-CANDIDATES}.")
    private Kind<?> kind;

    @Parameters(index = "1", paramLabel = "OLD", description = "The id that it has.")
    private String old = "";

    @Parameters(index = "2", paramLabel = "NEW", description = "The id that it is to have.")
    private String to = "";

    @Override
    public Integer call() {
        Id from = MultiFileEdit.id(kind, old);
        return edit.run(
                (directory, project) -> Rename.of(directory, project, kind, from, to),
                "Renamed `" + kind.name() + "/" + from + "` to `" + to + "`."
                        + (kind.place().isFolder() ? " Its old address leads to the new one." : ""));
    }
}
