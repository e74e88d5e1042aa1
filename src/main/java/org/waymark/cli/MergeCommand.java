package org.waymark.cli;

import java.util.concurrent.Callable;
import org.waymark.schema.Id;
import org.waymark.schema.Kind;
import org.waymark.tool.edit.Merge;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Makes one entry of two. */
@Command(
        name = "merge",
        description =
                "Makes one entry of two; fields and links that name the first name the second, and its address leads there.",
        mixinStandardHelpOptions = true,
        versionProvider = WaymarkCommand.Version.class,
        footer = {
            "",
            "The text of FROM goes to the end of that of INTO, and fields that differ become a comment, for you to work in."
        })
final class MergeCommand implements Callable<Integer> {
    @Mixin
    private MultiFileEdit edit = new MultiFileEdit();

    @Parameters(
            index = "0",
            paramLabel = "KIND",
            converter = KindArgument.class,
            completionCandidates = KindArgument.AllKinds.class,
            description = "One of ${COMPLETION-CANDIDATES}.")
    private Kind<?> kind;

    @Parameters(index = "1", paramLabel = "FROM", description = "The id of the entry that goes.")
    private String from = "";

    @Parameters(index = "2", paramLabel = "INTO", description = "The id of the one that stays.")
    private String into = "";

    @Override
    public Integer call() {
        Id goes = MultiFileEdit.id(kind, from);
        Id stays = MultiFileEdit.id(kind, into);
        String left = kind.place().hasBody()
                ? " Its text is the last part of the other's, and fields that differ are there as a comment: work them in."
                : " Fields that differ are with the other as a comment: work them in.";
        return edit.run(
                (directory, project) -> Merge.of(directory, project, kind, goes, stays),
                "Merged `" + kind.name() + "/" + goes + "` into `" + stays + "`." + left);
    }
}
