package org.waymark.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.waymark.content.EffectiveShape;
import org.waymark.content.EffectiveShape.Part;
import org.waymark.diagnostic.DidYouMean;
import org.waymark.report.JsonEscaper;
import org.waymark.report.TerminalEscaper;
import org.waymark.schema.Choice;
import org.waymark.schema.KindFile;
import org.waymark.schema.VocabularyFile;
import org.waymark.source.FileChange;
import org.waymark.source.Json;
import org.waymark.source.Json.Members;
import org.waymark.source.Project;
import org.waymark.source.SourceFile;
import org.waymark.source.Value;
import org.waymark.source.Value.Mapping;
import org.waymark.source.Value.Sequence;
import org.waymark.tool.edit.YamlLines;
import org.waymark.tool.edit.YamlLines.Line;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows what a directory consists of and where each line of that comes from, and begins a file that changes it. */
@Command(
        name = "shape",
        description = "Shows the kinds and vocabularies of the directory, or copies one to change it.",
        mixinStandardHelpOptions = true,
        versionProvider = WaymarkCommand.Version.class,
        footer = {
            "",
            "To see all:                 waymark shape show",
            "To see one, line by line:   waymark shape show KIND",
            "To change a few fields:     waymark shape copy KIND --extend",
            "To replace one:             waymark shape copy KIND"
        })
final class ShapeCommand implements Callable<Integer> {
    /** The widest line beside which its origin is aligned. */
    private static final int WIDEST = 100;

    /** What to do. */
    enum Action {
        SHOW,
        COPY
    }

    @Spec
    private CommandSpec spec;

    @Mixin
    private ProjectOptions options = new ProjectOptions();

    @Parameters(
            index = "0",
            paramLabel = "ACTION",
            converter = ActionConverter.class,
            completionCandidates = Actions.class,
            description = "show or copy.")
    private Action action;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "KIND",
            completionCandidates = Parts.class,
            description = "A kind or a vocabulary: one of ${COMPLETION-CANDIDATES}, or one that the project declares.")
    private @Nullable String name;

    @Option(
            names = {"-e", "--extend"},
            description = "With copy: write a file for what is different only.")
    private boolean extend;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        if (action == Action.COPY) {
            return copy(out);
        }
        if (extend) {
            throw options.usage("`--extend` is for `copy`");
        }
        EffectiveShape shape = options.hasProject() ? EffectiveShape.of(options.read()) : EffectiveShape.ofDefault();
        return name == null ? list(shape, out) : show(part(shape, name), shape, out);
    }

    private int list(EffectiveShape shape, PrintWriter out) {
        List<Members> kinds = new ArrayList<>();
        List<Members> vocabularies = new ArrayList<>();
        var rows = new LinkedHashMap<Part, List<String>>();
        for (Part part : shape.parts()) {
            int count = count(part);
            String origin = origin(part);
            (part.isKind() ? kinds : vocabularies)
                    .add(Json.object()
                            .add("name", part.name())
                            .add(part.isKind() ? "fields" : "choices", count)
                            .add("origin", origin));
            String counted = part.isKind()
                    ? Findings.count(count, "field", "fields")
                    : Findings.count(count, "choice", "choices");
            rows.put(part, List.of(part.name(), counted, origin));
        }
        if (options.isJson()) {
            out.println(JsonEscaper.of(Json.indented(Json.object()
                    .add("shape", shape.start())
                    .add("kinds", kinds)
                    .add("vocabularies", vocabularies))));
            return ExitCode.OK;
        }
        out.println("Shape: " + shape.start());
        table(out, "Kinds:", rows.entrySet().stream().filter(row -> row.getKey().isKind()));
        table(
                out,
                "Vocabularies:",
                rows.entrySet().stream().filter(row -> !row.getKey().isKind()));
        return ExitCode.OK;
    }

    private static void table(PrintWriter out, String heading, Stream<Map.Entry<Part, List<String>>> all) {
        List<List<String>> rows = all.map(Map.Entry::getValue).toList();
        if (rows.isEmpty()) {
            return;
        }
        int[] widths = new int[2];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        out.println();
        out.println(heading);
        for (List<String> row : rows) {
            out.println(TerminalEscaper.of(
                    "  " + padded(row.get(0), widths[0] + 2) + padded(row.get(1), widths[1] + 2) + row.get(2)));
        }
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }

    /** How many fields or choices it declares, those below others included. */
    private static int count(Part part) {
        return part.effective()
                .flatMap(file -> file.member(part.isKind() ? "fields" : "choices"))
                .flatMap(Value.Member::value)
                .map(ShapeCommand::count)
                .orElse(0);
    }

    private static int count(Value value) {
        if (value instanceof Mapping mapping) {
            return mapping.members().size();
        }
        return value instanceof Sequence sequence
                ? sequence.items().stream().mapToInt(item -> 1 + below(item)).sum()
                : 0;
    }

    private static int below(Value choice) {
        return choice instanceof Mapping mapping
                ? mapping.members().stream()
                        .flatMap(member -> member.value().stream())
                        .filter(Sequence.class::isInstance)
                        .filter(items -> ((Sequence) items).items().stream().allMatch(Mapping.class::isInstance))
                        .mapToInt(ShapeCommand::count)
                        .sum()
                : 0;
    }

    /** The file or files that declare it. */
    private static String origin(Part part) {
        String packed = part.packed().map(SourceFile::path).orElse("");
        if (part.own().isEmpty()) {
            return packed;
        }
        return part.isExtension() ? part.path() + ", extends " + packed : part.path();
    }

    private int show(Part part, EffectiveShape shape, PrintWriter out) {
        Optional<Mapping> effective = part.effective();
        if (effective.isEmpty()) {
            spec.commandLine()
                    .getErr()
                    .println("Cannot show " + TerminalEscaper.of(part.path())
                            + ", which has errors. See waymark check.");
            return ExitCode.CONTENT;
        }
        List<Line> lines = YamlLines.of(effective.orElseThrow());
        if (options.isJson()) {
            out.println(JsonEscaper.of(Json.indented(Json.object()
                    .add("name", part.name())
                    .add("is", part.isKind() ? "kind" : "vocabulary")
                    .add("shape", shape.start())
                    .add(
                            "lines",
                            lines.stream()
                                    .map(line -> Json.object()
                                            .add("text", line.text())
                                            .add("path", line.source().path())
                                            .add("line", line.source().startLine()))
                                    .toList()))));
            return ExitCode.OK;
        }
        int width = lines.stream()
                .mapToInt(line -> line.text().length())
                .filter(length -> length <= WIDEST)
                .max()
                .orElse(0);
        for (Line line : lines) {
            out.println(TerminalEscaper.of(padded(line.text(), width) + "  # "
                    + line.source().path() + ":" + line.source().startLine()));
        }
        return ExitCode.OK;
    }

    private int copy(PrintWriter out) {
        if (name == null) {
            throw options.usage("KIND is missing; `waymark shape show` lists what can be copied");
        }
        Project project = options.readToChange();
        EffectiveShape shape = EffectiveShape.of(project);
        Part part = part(shape, name);
        if (part.own().isPresent()) {
            throw options.usage("there is already " + part.path() + "; change that file");
        }
        if (extend && !part.isKind()) {
            throw options.usage("a vocabulary cannot be extended; copy it without `--extend`, and change the copy");
        }
        SourceFile packed = part.packed().orElseThrow();
        String text = extend ? extension(part) : packed.text();
        options.writer().apply(project, List.of(new FileChange.Creation(part.path(), text)));
        out.println("Wrote " + part.path() + ". "
                + (extend ? "It adds to " : "It takes the place of ")
                + (part.isKind() ? "the kind" : "the vocabulary") + " of the shape " + shape.start() + ".");
        return ExitCode.OK;
    }

    /** The beginning of a file that says only what is different, with what it may say in comments. */
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

    /** The kind or the vocabulary that is meant; `kinds/x` and `vocabularies/x` tell two of one name apart. */
    private Part part(EffectiveShape shape, String typed) {
        List<Part> found = shape.parts().stream()
                .filter(part -> part.name().equals(typed)
                        || part.path().endsWith("/" + typed + ".yaml")
                        || part.path().equals(typed))
                .toList();
        if (found.size() > 1) {
            throw options.usage("a kind and a vocabulary are called `" + typed + "`; write `" + KindFile.FOLDER + "/"
                    + typed + "` or `" + VocabularyFile.FOLDER + "/" + typed + "`");
        }
        return found.stream().findFirst().orElseThrow(() -> {
            List<String> names = shape.names();
            return options.usage("there is no kind or vocabulary `" + typed + "`; "
                    + DidYouMean.question(typed, names)
                            .orElse(names.isEmpty() ? "there are none yet" : "there are " + String.join(", ", names)));
        });
    }

    /** The words for what to do. */
    static final class Actions implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return ActionConverter.actions().keySet().iterator();
        }
    }

    /** The kinds and vocabularies of a directory that declares none of its own, for help and completion. */
    static final class Parts implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return EffectiveShape.ofDefault().names().iterator();
        }
    }

    /** Reads what to do. */
    static final class ActionConverter extends FieldTypeConverter<Action> {
        ActionConverter() {
            super("ACTION", new Choice<>(actions()));
        }

        private static Map<String, Action> actions() {
            var actions = new LinkedHashMap<String, Action>();
            for (Action each : Action.values()) {
                actions.put(each.name().toLowerCase(Locale.ROOT), each);
            }
            return actions;
        }
    }
}
