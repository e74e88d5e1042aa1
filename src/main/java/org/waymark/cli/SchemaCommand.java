package org.waymark.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.waymark.content.ProjectShape;
import org.waymark.directory.Kinds;
import org.waymark.publish.RequestedFile;
import org.waymark.report.JsonEscaper;
import org.waymark.schema.JsonSchema;
import org.waymark.schema.Kind;
import org.waymark.source.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints the JSON Schema of a kind's fields, or of what a command prints. */
@Command(
        name = "schema",
        description = "Prints the fields of a kind, or what a command prints, as JSON Schema.",
        mixinStandardHelpOptions = true,
        versionProvider = WaymarkCommand.Version.class)
final class SchemaCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "KIND",
            converter = KindArgument.Converter.class,
            completionCandidates = KindArgument.AllKinds.class,
            description = "One of ${COMPLETION-CANDIDATES}, or a kind that the project declares.")
    private @Nullable KindArgument kindName;

    @Option(
            names = {"-a", "--all"},
            paramLabel = "DIR",
            description = "Write the schemas of all kinds, and of the files of a shape, to this folder.")
    private @Nullable Path all;

    @Option(
            names = "--output-of",
            paramLabel = "COMMAND",
            converter = OutputSchema.Converter.class,
            completionCandidates = OutputSchema.Commands.class,
            description = "Print the schema of what a command prints as JSON: ${COMPLETION-CANDIDATES}.")
    private @Nullable OutputSchema output;

    @Mixin
    private ProjectOptions options = new ProjectOptions();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        if (output != null && kindName == null && all == null) {
            out.print(output.text());
        } else if (output == null && all != null && kindName == null) {
            var texts = new TreeMap<String, String>();
            Kinds kinds = kinds();
            kinds.all()
                    .forEach(each -> texts.put(
                            each.name() + ".schema.json", JsonEscaper.of(Json.indented(JsonSchema.of(each))) + "\n"));
            ProjectShape.schemas(kinds.shape())
                    .forEach((name, schema) ->
                            texts.put(name + ".schema.json", JsonEscaper.of(Json.indented(schema)) + "\n"));
            RequestedFile.writeAll(Path.of(""), all, texts);
            texts.keySet().forEach(name -> out.println("Wrote " + all.resolve(name) + "."));
        } else if (output == null && kindName != null && all == null) {
            Kind kind = kindName.ofAny(kinds(), options);
            out.println(JsonEscaper.of(Json.indented(JsonSchema.of(kind))));
        } else {
            throw new ParameterException(
                    spec.commandLine(),
                    kindName == null && output == null ? "KIND is missing" : "give either KIND, --all or --output-of");
        }
        return ExitCode.OK;
    }

    /** Those of the project, if there is one whose declarations can be read; otherwise those of the default shape. */
    private Kinds kinds() {
        if (!options.hasProject()) {
            return ProjectShape.ofDefault();
        }
        return ProjectShape.of(options.read()).value().orElseGet(ProjectShape::ofDefault);
    }
}
