package org.waymark.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.waymark.content.EffectiveShape;
import org.waymark.content.EffectiveShape.Part;
import org.waymark.content.EffectiveShape.Sort;
import org.waymark.report.JsonEscaper;
import org.waymark.report.TerminalEscaper;
import org.waymark.source.Json;
import org.waymark.source.Json.Members;
import org.waymark.source.SourceFile;
import org.waymark.source.Value;
import org.waymark.source.Value.Mapping;
import org.waymark.source.Value.Sequence;
import org.waymark.tool.edit.YamlLines;
import org.waymark.tool.edit.YamlLines.Line;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists the parts of a shape, or prints one and where each of its lines comes from. */
@Command(
        name = "show",
        description = "Lists the parts of the shape, or prints one with where each line comes from.",
        mixinStandardHelpOptions = true,
        versionProvider = WaymarkCommand.Version.class)
final class ShapeShowCommand implements Callable<Integer> {
    /** The widest line whose origin is aligned. */
    private static final int WIDEST = 100;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ProjectOptions.OfData options = new ProjectOptions.OfData();

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "NAME",
            completionCandidates = ShapeCommand.Parts.class,
            description =
                    "One of ${COMPLETION-CANDIDATES}, or a kind or vocabulary that the project declares (default: list all).")
    private @Nullable String name;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        EffectiveShape shape = options.hasProject() ? EffectiveShape.of(options.read()) : EffectiveShape.ofDefault();
        if (name == null) {
            return list(shape, out);
        }
        return ShapeCommand.areLabels(shape, name)
                ? show(EffectiveShape.LABELS, "labels", shape, shape.labels(), out)
                : show(ShapeCommand.part(shape, name, options), shape, out);
    }

    private int list(EffectiveShape shape, PrintWriter out) {
        Map<Sort, List<Members>> parts = new LinkedHashMap<>();
        var rows = new LinkedHashMap<Part, List<String>>();
        for (Part part : shape.parts()) {
            int count = count(part);
            String origin = origin(part);
            parts.computeIfAbsent(part.sort(), sort -> new ArrayList<>())
                    .add(Json.object()
                            .add("name", part.name())
                            .add(counted(part.sort()), count)
                            .add("origin", origin));
            rows.put(
                    part,
                    List.of(
                            part.name(),
                            switch (part.sort()) {
                                case KIND -> Findings.count(count, "field", "fields");
                                case VOCABULARY -> Findings.count(count, "choice", "choices");
                                case HOME -> Findings.count(count, "section", "sections");
                            },
                            origin));
        }
        int labels = shape.labels().members().size();
        String files = shape.labels().members().stream()
                .map(label -> label.key().span().path())
                .distinct()
                .collect(Collectors.joining(", "));
        if (options.isJson()) {
            out.println(JsonEscaper.of(Json.indented(Json.object()
                    .add("shape", shape.start())
                    .add("kinds", parts.getOrDefault(Sort.KIND, List.of()))
                    .add("vocabularies", parts.getOrDefault(Sort.VOCABULARY, List.of()))
                    .add("home", parts.getOrDefault(Sort.HOME, List.of()))
                    .add("labels", Json.object().add("labels", labels).add("origin", files)))));
            return ExitCode.OK;
        }
        out.println("Shape: " + shape.start());
        table(out, "Kinds:", rows(rows, Part::isKind));
        table(out, "Vocabularies:", rows(rows, part -> part.sort() == Sort.VOCABULARY));
        List<List<String>> others = rows(rows, part -> part.sort() == Sort.HOME);
        others.add(List.of(EffectiveShape.LABELS, Findings.count(labels, "label", "labels"), files));
        table(out, "Home page and labels:", others);
        return ExitCode.OK;
    }

    private static List<List<String>> rows(Map<Part, List<String>> rows, Predicate<Part> isMeant) {
        var chosen = new ArrayList<List<String>>();
        rows.forEach((part, row) -> {
            if (isMeant.test(part)) {
                chosen.add(row);
            }
        });
        return chosen;
    }

    /** What the shape consists of. */
    private static String counted(Sort sort) {
        return switch (sort) {
            case KIND -> "fields";
            case VOCABULARY -> "choices";
            case HOME -> "sections";
        };
    }

    private static void table(PrintWriter out, String heading, List<List<String>> rows) {
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

    /** How many fields or choices it declares, including those below others. */
    private static int count(Part part) {
        return part.effective()
                .flatMap(file -> file.member(counted(part.sort())))
                .flatMap(Value.Member::value)
                .map(ShapeShowCommand::count)
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
                        .mapToInt(ShapeShowCommand::count)
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
        String is = switch (part.sort()) {
            case KIND -> "kind";
            case VOCABULARY -> "vocabulary";
            case HOME -> "home page";
        };
        return show(part.name(), is, shape, effective.get(), out);
    }

    private int show(String shown, String is, EffectiveShape shape, Mapping mapping, PrintWriter out) {
        List<Line> lines = YamlLines.of(mapping);
        if (options.isJson()) {
            out.println(JsonEscaper.of(Json.indented(Json.object()
                    .add("name", shown)
                    .add("is", is)
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
}
