package org.waymark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Help.Ansi;

class PackagedHelpTest {
    private static final String TEXTS = HelpTexts.all();

    static List<String> requests() {
        var requests = new ArrayList<>(List.of("help", "--help", "-h"));
        for (String command : WaymarkCommand.COMMANDS.keySet()) {
            requests.addAll(List.of("help " + command, command + " --help", command + " -h"));
        }
        return requests;
    }

    @ParameterizedTest
    @MethodSource("requests")
    void isWhatPicocliPrints(String request) {
        String topic = PackagedHelp.topic(request.split(" "));
        assertEquals(Optional.of(printed(request)), PackagedHelp.find(TEXTS, topic, false));
    }

    @Test
    void keepsTheColoursOfATerminal() {
        String help = PackagedHelp.find(TEXTS, "check", true).orElseThrow();
        assertEquals(
                WaymarkCommand.withAllCommands().getSubcommands().get("check").getUsageMessage(Ansi.ON), help);
        assertTrue(help.contains("\u001B[1m"), help);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--version", "-V"})
    void printsTheVersionAsPicocliDoes(String option) {
        assertEquals(Optional.of(printed(option)), PackagedHelp.of(option));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "check", "help check --as-of", "check --help --strict", "chek --help", "--hel", "help help2"
            })
    void leavesEverythingElseToPicocli(String request) {
        String topic = PackagedHelp.topic(request.split(" "));
        assertFalse(PackagedHelp.find(TEXTS, topic, false).isPresent());
    }

    private static String printed(String request) {
        var out = new StringWriter();
        assertEquals(0, WaymarkCommand.run(new PrintWriter(out), new PrintWriter(out), request.split(" ")));
        return out.toString().replace("\r\n", "\n");
    }
}
