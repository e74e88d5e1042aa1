package org.waymark.cli;

import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.waymark.directory.GoneEntry;
import org.waymark.directory.Kinds;
import org.waymark.schema.EntryName;
import org.waymark.schema.Id;
import org.waymark.schema.Kind;
import org.waymark.schema.QualifiedId;
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
            converter = KindArgument.class,
            completionCandidates = KindArgument.AllKinds.class,
            description = "One of ${COMPLETION-CANDIDATES}.")
    private Kind<?> kind;

    @Parameters(index = "1", paramLabel = "ID", description = "Id of the entry to remove.")
    private String id = "";

    @Option(
            names = "--to",
            paramLabel = "KIND/ID",
            converter = EntryConverter.class,
            description = "Entry to send readers to, such as service/extended-access.")
    private @Nullable EntryName to;

    @Option(
            names = "--gone",
            paramLabel = "REASON",
            description = "Why it was removed, in a sentence for readers, shown at its address.")
    private @Nullable String reason;

    @Override
    public Integer call() {
        Id goes = MultiFileEdit.id(kind, id);
        LocalDate day = edit.options().settings(Optional.empty()).asOf();
        return edit.run(
                (directory, project) -> Retire.of(
                        directory, project, kind, goes, Optional.ofNullable(to), Optional.ofNullable(reason), day),
                "Retired `" + kind.name() + "/" + goes + "`." + closing());
    }

    private String closing() {
        if (!GoneEntry.isNoticed(kind)) {
            return "";
        }
        return reason == null ? " Its address redirects to `" + to + "`." : " Its address says why it was removed.";
    }

    /** Reads the kind and id of an entry. */
    static final class EntryConverter extends FieldTypeConverter<EntryName> {
        EntryConverter() {
            super("--to", new QualifiedId(() -> Kinds.ALL, "service/extended-access"));
        }
    }
}
