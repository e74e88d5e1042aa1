package org.waymark.cli;

import java.io.PrintWriter;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.waymark.diagnostic.DidYouMean;
import org.waymark.report.TerminalEscaper;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Reports wrong usage in one sentence, and where to read more. */
final class UsageErrorHandler implements IParameterExceptionHandler {
    @Override
    public int handleParseException(ParameterException e, String[] args) {
        CommandLine command = e.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        PrintWriter err = command.getErr();
        // Arguments may contain control characters.
        err.println(name + ": " + TerminalEscaper.ofLines(sentence(e, command)).stripTrailing());
        err.println("See " + name + " --help.");
        return ExitCode.USAGE;
    }

    private static String sentence(ParameterException e, CommandLine command) {
        if (e.getCause() instanceof InvalidArgument wrong) {
            return String.valueOf(wrong.getMessage());
        }
        if (e instanceof UnmatchedArgumentException unmatched) {
            String first = unmatched.getUnmatched().get(0);
            return unmatched.isUnknownOption() ? unknownOption(first, command) : unknownWord(first, command);
        }
        if (e instanceof MissingParameterException missing
                && missing.getMissing().size() == 1) {
            ArgSpec argument = missing.getMissing().get(0);
            return argument.isOption()
                    ? needsValue((OptionSpec) argument, missing)
                    : argument.paramLabel() + " is missing" + choices(argument);
        }
        boolean unknownTopic = e.getArgSpec() == null && e.getValue() != null;
        return unknownTopic ? unknownWord(e.getValue(), command) : String.valueOf(e.getMessage());
    }

    /** An option without its value, or an unknown one. */
    private static String needsValue(OptionSpec option, MissingParameterException missing) {
        boolean isThere = String.valueOf(missing.getMessage()).startsWith("Missing required parameter");
        String name = "`" + option.longestName() + "`";
        return isThere
                ? name + " needs a value: " + option.paramLabel()
                : name + " is missing: write `" + option.longestName() + "=" + option.paramLabel() + "`";
    }

    private static String choices(ArgSpec argument) {
        return argument.completionCandidates() == null
                ? ""
                : "; give one of " + String.join(", ", argument.completionCandidates());
    }

    private static String unknownOption(String typed, CommandLine command) {
        String option = typed.split("=", 2)[0];
        Optional<String> later = command.getSubcommands().values().stream()
                .filter(other -> other.getCommandSpec().optionsMap().containsKey(option))
                .map(other -> other.getCommandSpec().qualifiedName())
                .findFirst();
        String what = "there is no option `" + option + "`";
        if (later.isPresent()) {
            return what + " before the command; write it after, as in `" + later.get() + " " + option + "`";
        }
        // Short options all resemble each other.
        List<String> known = command.getCommandSpec().optionsMap().keySet().stream()
                .filter(name -> name.startsWith("--"))
                .toList();
        return option.startsWith("--") ? what + suggestion(option, known) : what;
    }

    private static String unknownWord(String typed, CommandLine command) {
        Collection<String> commands = command.getSubcommands().keySet();
        return commands.isEmpty()
                ? "unexpected argument `" + typed + "`"
                : "there is no command `" + typed + "`" + suggestion(typed, commands);
    }

    private static String suggestion(String typed, Collection<String> known) {
        return DidYouMean.question(typed, known).map(help -> "; " + help).orElse("");
    }
}
