package org.waymark.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints a script with which a shell completes commands, options, kinds, codes and the ids of entries. */
@Command(
        name = "generate-completion",
        description = "Prints a completion script for Bash and Zsh.",
        mixinStandardHelpOptions = true,
        versionProvider = WaymarkCommand.Version.class,
        footer = {
            "",
            "To install it, add this line to ~/.bashrc or ~/.zshrc:",
            "  source <(waymark generate-completion)"
        })
final class CompletionCommand implements Callable<Integer> {
    /** Picocli knows only words that are the same for every project. */
    private static final String IDS = """

            # The ids of entries, which the project knows.
            function _waymark_with_ids() {
              local word="${COMP_WORDS[COMP_CWORD]}"
              if [[ $COMP_CWORD -gt 2 && "$word" != -* && "${COMP_WORDS[1]}" =~ ^(merge|rename|retire)$ ]]; then
                local ids
                ids="$("${COMP_WORDS[0]}" list --ids "${COMP_WORDS[2]}" 2>/dev/null)"
                COMPREPLY=( $(compgen -W "$ids" -- "$word") )
                [[ ${#COMPREPLY[@]} -gt 0 ]] && return 0
              fi
              _complete_waymark "$@"
            }
            complete -F _waymark_with_ids -o default waymark waymark.sh waymark.bash
            """;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().getOut().print(AutoComplete.bash("waymark", WaymarkCommand.withAllCommands()) + IDS);
        return ExitCode.OK;
    }
}
