package org.waymark.cli;

import java.util.ArrayList;
import java.util.List;
import org.waymark.publish.Encoding;
import org.waymark.publish.Encodings;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The option that lays smaller forms beside texts. */
final class PrecompressOption {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--precompress",
            arity = "0..1",
            paramLabel = "FORM[,FORM]",
            split = ",",
            fallbackValue = "gz,br",
            description = "Lay compressed forms beside texts, for web servers that send them: gz, br (default: both).")
    private List<String> forms = new ArrayList<>();

    /** In one order, however they were typed. */
    List<Encoding> encodings() {
        return forms.stream().distinct().sorted().map(this::encoding).toList();
    }

    private Encoding encoding(String form) {
        return switch (form) {
            case "gz" -> Encodings.gzip();
            case "br" -> Encodings.brotli();
            default ->
                throw new ParameterException(
                        spec.commandLine(), "`--precompress` must be `gz`, `br` or both, but found `" + form + "`");
        };
    }
}
