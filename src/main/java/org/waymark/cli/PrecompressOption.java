package org.waymark.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The option {@code --precompress}. */
final class PrecompressOption {
    private static final String GZIP = "gz";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--precompress",
            arity = "0..1",
            paramLabel = "FORM",
            fallbackValue = GZIP,
            description = "Also write compressed text files, for web servers that serve them: gz (default).")
    private @Nullable String form;

    boolean isOn() {
        if (form != null && !form.equals(GZIP)) {
            throw new ParameterException(spec.commandLine(), "`--precompress` must be `gz`, but found `" + form + "`");
        }
        return form != null;
    }
}
