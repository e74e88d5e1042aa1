package org.waymark.cli;

import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.waymark.schema.Date;
import org.waymark.schema.Id;
import org.waymark.schema.Kind;
import org.waymark.schema.TimeSpan;
import org.waymark.tool.edit.RecordedReview;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Records that someone has checked an entry. */
@Command(
        name = "review",
        description = "Records that someone has checked an entry.",
        mixinStandardHelpOptions = true,
        versionProvider = WaymarkCommand.Version.class,
        footer = {
            "",
            "  waymark review service/repair-cafe --by \"Anna Example\" --evidence \"answered by e-mail\"",
            "",
            "It sets `reviewed`, `reviewed-by` and `review-evidence`, and `review-by` if the entry has one. The kind's",
            "`review` says who may vouch for an entry, and how often. `waymark due` lists what must be checked."
        })
final class ReviewCommand implements Callable<Integer> {
    @Mixin
    private MultiFileEdit edit = new MultiFileEdit();

    @Parameters(paramLabel = "KIND/ID", description = "Kind and id of the entry.")
    private String name = "";

    @Option(names = "--by", required = true, paramLabel = "NAME", description = "Who checked it.")
    private String by = "";

    @Option(
            names = "--evidence",
            required = true,
            paramLabel = "TEXT",
            description = "What that rests on: an address or a text.")
    private String evidence = "";

    @Option(
            names = "--on",
            paramLabel = "DATE",
            converter = OnConverter.class,
            description = "Day of the check, such as 2025-03-31 (default: today).")
    private @Nullable LocalDate on;

    @Option(
            names = "--next",
            paramLabel = "TIME",
            converter = NextConverter.class,
            description = "When it must be checked again, such as 90d, 12w, 3m or 1y (default: as the kind says).")
    private @Nullable TimeSpan next;

    @Override
    public Integer call() {
        return edit.run((directory, project) -> {
            int slash = name.indexOf('/');
            if (slash <= 0 || slash == name.length() - 1) {
                throw edit.options()
                        .usage("the entry must be a kind and an id, such as `service/repair-cafe`, but found `" + name
                                + "`");
            }
            Kind kind = new KindArgument(name.substring(0, slash)).ofEntries(directory.kinds(), edit.options());
            Id id = MultiFileEdit.id(kind, name.substring(slash + 1));
            var review = new RecordedReview(
                    by, evidence, Optional.ofNullable(on).orElse(directory.asOf()), Optional.ofNullable(next));
            return MultiFileEdit.Planned.ofEntries(
                    review.changes(directory, project, kind, id),
                    "Recorded the review of `" + kind.name() + "/" + id + "` by " + by.strip() + "."
                            + review.due(kind)
                                    .map(day -> " The next one is due by " + day + ".")
                                    .orElse(""),
                    Optional.empty());
        });
    }

    /** Reads the day of a review. */
    static final class OnConverter extends FieldTypeConverter<LocalDate> {
        OnConverter() {
            super("--on", new Date());
        }
    }

    /** Reads when the next review is due. */
    static final class NextConverter extends TimeSpanConverter {
        NextConverter() {
            super("--next");
        }
    }
}
