package org.waymark.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.waymark.content.EffectiveShape;
import org.waymark.content.EffectiveShape.Part;
import org.waymark.content.ProjectShape;
import org.waymark.content.SiteLabels;
import org.waymark.schema.LanguageTag;
import org.waymark.source.FileChange;
import org.waymark.source.Project;
import org.waymark.source.Value;
import org.waymark.source.Value.Mapping;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Creates a file of the project that changes a part of its shape. */
@Command(
        name = "copy",
        description = "Copies a part of the shape into the project, to change it there.",
        mixinStandardHelpOptions = true,
        versionProvider = WaymarkCommand.Version.class)
final class ShapeCopyCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private ProjectOptions options = new ProjectOptions();

    @Parameters(
            index = "0",
            paramLabel = "NAME",
            completionCandidates = ShapeCommand.Parts.class,
            description = "One of ${COMPLETION-CANDIDATES}.")
    private String name = "";

    @Option(
            names = {"-e", "--extend"},
            description = "For a kind: write only the differences.")
    private boolean extend;

    @Option(
            names = {"-l", "--language"},
            paramLabel = "LANGUAGE",
            converter = LanguageConverter.class,
            description = "For labels: the language of the file, such as cy (default: that of the site).")
    private @Nullable String language;

    @Override
    public Integer call() {
        Project project = options.readToChange();
        EffectiveShape shape = EffectiveShape.of(project);
        if (ShapeCommand.areLabels(shape, name)) {
            return labels(project, shape);
        }
        if (language != null) {
            throw options.usage("`--language` is for labels: waymark shape copy labels --language " + language);
        }
        Part part = ShapeCommand.part(shape, name, options);
        if (part.own().isPresent()) {
            throw options.usage("there is already " + part.path() + "; change that file");
        }
        if (extend && !part.isKind()) {
            throw options.usage("only a kind can be extended; copy this without `--extend`, and change the copy");
        }
        String text = extend ? extension(part) : part.packed().orElseThrow().text();
        String what = switch (part.sort()) {
            case KIND -> "the kind";
            case VOCABULARY -> "the vocabulary";
            case HOME -> "the home page";
        };
        write(
                project,
                part.path(),
                text,
                (extend ? "It adds to " : "It replaces ") + what + " of the shape " + shape.start() + ".");
        return ExitCode.OK;
    }

    private int labels(Project project, EffectiveShape shape) {
        if (extend) {
            throw options.usage("labels always override those of the shape; leave out `--extend`");
        }
        String chosen = Optional.ofNullable(language).orElseGet(() -> ProjectShape.language(project));
        String path = ProjectShape.fileOfLabels(chosen);
        if (project.content().stream().anyMatch(file -> file.path().equals(path))) {
            throw options.usage("there is already " + path + "; change that file");
        }
        String text = LanguageTag.isEnglish(chosen)
                ? "# Remove the # before a label to change it. The others can stay as they are.\n\n"
                : "# Remove the # before each label, and translate it. Keep what is in braces: the page fills it in.\n\n";
        write(
                project,
                path,
                text + SiteLabels.initialText(shape.start(), chosen),
                "Its labels are comments, so remove the # from each one you want to change.");
        return ExitCode.OK;
    }

    private void write(Project project, String path, String text, String effect) {
        options.writer().apply(project, List.of(new FileChange.Creation(path, text)));
        spec.commandLine().getOut().println("Wrote " + path + ". " + effect);
    }

    /** The initial content of a file that contains only differences, with its options in comments. */
    private static String extension(Part part) {
        String first = part.effective()
                .flatMap(file -> file.member("fields"))
                .flatMap(Value.Member::value)
                .filter(Mapping.class::isInstance)
                .flatMap(fields -> ((Mapping) fields).members().stream().findFirst())
                .map(field -> field.key().text())
                .orElse("title");
        return """
                # Only what is different here. To see all of the kind: waymark shape show %1$s
                extends: shape
                # fields:
                #   %2$s: {help: other words for those who write}
                #   another-field: {type: line, max: 90, help: what to write in it, after: %2$s}
                """.formatted(part.name(), first);
    }

    /** Reads the tag of a language. */
    static final class LanguageConverter extends FieldTypeConverter<String> {
        LanguageConverter() {
            super("--language", new LanguageTag());
        }
    }
}
