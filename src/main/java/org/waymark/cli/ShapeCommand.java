package org.waymark.cli;

import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import org.waymark.content.EffectiveShape;
import org.waymark.content.EffectiveShape.Part;
import org.waymark.diagnostic.DidYouMean;
import org.waymark.schema.KindFile;
import org.waymark.schema.VocabularyFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Shows the shape of a directory and where each line of it comes from, and creates files that override it. */
@Command(
        name = "shape",
        description =
                "Shows the kinds, vocabularies, home page and labels of the directory, or copies one to change it.",
        mixinStandardHelpOptions = true,
        versionProvider = WaymarkCommand.Version.class,
        synopsisSubcommandLabel = "(show | copy)",
        subcommands = {ShapeShowCommand.class, ShapeCopyCommand.class},
        footer = {
            "",
            "To see all:                 waymark shape show",
            "To see one, line by line:   waymark shape show NAME",
            "To change a few fields:     waymark shape copy KIND --extend",
            "To replace one:             waymark shape copy NAME",
            "NAME is a kind, a vocabulary, home or labels."
        })
final class ShapeCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(
                spec.commandLine(), "say what to do: `waymark shape show` or `waymark shape copy`");
    }

    /** The intended part; {@code kinds/x} and {@code vocabularies/x} distinguish two with the same name. */
    static Part part(EffectiveShape shape, String typed, ProjectOptions options) {
        List<Part> found = shape.parts().stream()
                .filter(part -> part.name().equals(typed)
                        || part.path().endsWith("/" + typed + ".yaml")
                        || part.path().equals(typed))
                .toList();
        if (found.size() > 1) {
            throw options.usage("several parts are called `" + typed + "`; write `" + KindFile.FOLDER + "/" + typed
                    + "` or `" + VocabularyFile.FOLDER + "/" + typed + "`");
        }
        return found.stream().findFirst().orElseThrow(() -> {
            List<String> names = shape.names();
            return options.usage("there is no kind or vocabulary `" + typed + "`; "
                    + DidYouMean.question(typed, names).orElse("there are " + String.join(", ", names)));
        });
    }

    /** Whether the labels are meant, and not a kind or vocabulary with that name. */
    static boolean areLabels(EffectiveShape shape, String typed) {
        return typed.equals(EffectiveShape.LABELS)
                && shape.parts().stream().noneMatch(part -> part.name().equals(typed));
    }

    /** The parts of a directory that declares none of its own, for help and completion. */
    static final class Parts implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return EffectiveShape.ofDefault().names().iterator();
        }
    }
}
