package org.waymark.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.waymark.diagnostic.Code;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.DidYouMean;
import org.waymark.report.TextStyle;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;

/** The options that choose which findings are shown. */
final class ShownFindings {
    private static final String OF_CHECK = ", `waymark check PATH` those in a file or folder";

    /** A readable number, for commands without these options. */
    static final ShownFindings FEW =
            new ShownFindings("`waymark check --show-all` shows all, `--rule CODE` those of one rule" + OF_CHECK);

    private final String rest;

    @Option(names = "--show-all", description = "Show every finding, not only a few of each rule.")
    private boolean all;

    @Option(
            names = {"-q", "--quiet"},
            description = "Print only findings, and nothing if there are none.")
    private boolean quiet;

    @Option(
            names = "--rule",
            paramLabel = "CODE",
            converter = CodeConverter.class,
            completionCandidates = ExplainCommand.AllCodes.class,
            description = "Show only findings with this code. May be repeated.")
    private List<Code> rules = new ArrayList<>();

    private ShownFindings(String rest) {
        this.rest = rest;
    }

    /** Options of a command whose findings are not those of {@code check}. */
    static ShownFindings ofCommand() {
        return new ShownFindings("`--show-all` shows all, `--rule CODE` those of one rule");
    }

    /** Options of a command whose findings are those of {@code check}. */
    static ShownFindings ofCheck() {
        return new ShownFindings(ofCommand().rest + OF_CHECK);
    }

    /** Whether to leave out what is neither a finding nor a failure. */
    boolean isQuiet() {
        return quiet;
    }

    /** Whether a finding has one of the codes that were asked for. */
    Predicate<Diagnostic> choice() {
        return finding -> rules.isEmpty() || rules.contains(finding.code());
    }

    /** {@code of `long-sentence`}, if only some codes are shown. */
    Optional<String> limit() {
        return rules.isEmpty()
                ? Optional.empty()
                : Optional.of("of "
                        + String.join(
                                ", ",
                                rules.stream().map(rule -> "`" + rule + "`").toList()));
    }

    TextStyle style() {
        return new TextStyle(Terminal.hasColour(), Terminal.columns(), all, rest + ".");
    }

    /** Reads the code of a finding. */
    static final class CodeConverter implements ITypeConverter<Code> {
        @Override
        public Code convert(String name) {
            return Codes.named(name)
                    .orElseThrow(() -> new InvalidArgument("there is no code `" + name + "`; "
                            + DidYouMean.question(name, Codes.names()).orElse("`waymark explain` lists them all")));
        }
    }
}
