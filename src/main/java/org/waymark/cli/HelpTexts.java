package org.waymark.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** Prints the help of every command, for the build to pack. {@link PackagedHelp} finds the parts. */
final class HelpTexts {
    private HelpTexts() {}

    public static void main(String[] args) {
        var out = new PrintStream(StandardStream.out(), true, StandardCharsets.UTF_8);
        out.print(all());
    }

    static String all() {
        CommandLine waymark = WaymarkCommand.withAllCommands();
        var texts = new StringBuilder();
        append(texts, PackagedHelp.WHOLE, waymark);
        waymark.getSubcommands().forEach((name, command) -> append(texts, name, command));
        return texts.append(PackagedHelp.SEPARATOR).toString();
    }

    private static void append(StringBuilder texts, String topic, CommandLine command) {
        String text = command.getUsageMessage(Ansi.ON).replace("\r\n", "\n");
        texts.append(PackagedHelp.SEPARATOR).append(topic).append('\n').append(text);
    }
}
