package org.waymark.cli;

import java.util.concurrent.Callable;
import org.waymark.schema.JsonSchema;
import org.waymark.schema.Kind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints the JSON Schema of a kind's fields. */
@Command(
        name = "schema",
        description = "Prints the fields of a kind of entry as JSON Schema.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class)
final class SchemaCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "KIND",
            converter = KindArgument.class,
            completionCandidates = KindArgument.AllKinds.class,
            description = "One of ${COMPLETION-CANDIDATES}.")
    private Kind<?> kind;

    @Override
    public Integer call() {
        spec.commandLine().getOut().println(Json.text(JsonSchema.of(kind)));
        return ExitCode.OK;
    }
}
