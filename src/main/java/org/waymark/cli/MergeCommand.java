package org.waymark.cli;

import java.util.concurrent.Callable;
import org.waymark.schema.Id;
import org.waymark.schema.Kind;
import org.waymark.tool.edit.Merge;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Merges two entries. */
@Command(
        name = "merge",
        description = "Merges one entry into another, updates references and links, and redirects its address.",
        mixinStandardHelpOptions = true,
        versionProvider = WaymarkCommand.Version.class,
        footer = {
            "",
            "The text of FROM is appended to that of INTO. Fields that differ become a comment for you to work in."
        })
final class MergeCommand implements Callable<Integer> {
    @Mixin
    private MultiFileEdit edit = new MultiFileEdit();

    @Parameters(
            index = "0",
            paramLabel = "KIND",
            converter = KindArgument.Converter.class,
            completionCandidates = KindArgument.EntryKinds.class,
            description = "One of ${COMPLETION-CANDIDATES}, or a kind that the project declares.")
    private KindArgument kindName;

    @Parameters(index = "1", paramLabel = "FROM", description = "Id of the entry to remove.")
    private String from = "";

    @Parameters(index = "2", paramLabel = "INTO", description = "Id of the entry to keep.")
    private String into = "";

    @Override
    public Integer call() {
        return edit.run((directory, project) -> {
            Kind kind = kindName.ofEntries(directory.kinds(), edit.options());
            Id goes = MultiFileEdit.id(kind, from);
            Id stays = MultiFileEdit.id(kind, into);
            String left = kind.place().hasBody()
                    ? " Its text is at the end of the other, with fields that differ in a comment: work them in."
                    : " Fields that differ are in a comment of the other: work them in.";
            return MultiFileEdit.Planned.ofEntries(
                    Merge.of(directory, project, kind, goes, stays),
                    "Merged `" + kind.name() + "/" + goes + "` into `" + stays + "`." + left,
                    edit.beforeRemoving(directory
                            .entries(kind)
                            .filter(entry -> entry.id().equals(goes))
                            .findFirst()));
        });
    }
}
