package org.waymark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import net.fortuna.ical4j.data.CalendarBuilder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.waymark.HostileProject;
import org.waymark.HostileText;
import org.waymark.TestProject;
import org.waymark.Thorough;
import org.waymark.report.ReportFormat;
import org.waymark.report.WorkflowCommand;
import org.waymark.source.Invisible;

/**
 * Untrusted text controls neither a terminal nor GitHub's runner, whichever command prints it and in whatever format.
 */
class HostileTerminalTest {
    private static final List<List<String>> COMMANDS = Stream.concat(
                    Stream.of(ReportFormat.values())
                            .map(format ->
                                    List.of("check", "--format", format.name().toLowerCase(Locale.ROOT))),
                    Stream.of(
                            List.of("build"),
                            List.of("list", "service"),
                            List.of("list", "glossary-term"),
                            List.of("list", "case-study", "--format", "json"),
                            List.of("due"),
                            List.of("due", "--format", "json"),
                            List.of("due", "--format", "markdown"),
                            List.of("fix", "--dry-run"),
                            List.of("retire", "service", "h-0", "--gone", "It has moved.", "--dry-run"),
                            List.of("rename", "service", "h-4", "h-renamed", "--dry-run"),
                            List.of("merge", "service", "h-0", "h-4", "--dry-run"),
                            List.of("new", "service", "\u001B]0;x\u0007\u202E::error::x"),
                            List.of("explain", "\u001B[31m::error::x")))
            .toList();

    private static final List<List<String>> FOR_PEOPLE_AND_RUNNERS =
            List.of(List.of("check", "--format", "text"), List.of("check", "--format", "github"));

    /** Mistyped arguments are printed as well. */
    private static final List<String> WRONG = List.of("new", "explain");

    @TempDir
    private static Path folder;

    /** Fields containing each string, including types that reject it, and texts with many faults. */
    @BeforeAll
    static void write() throws IOException {
        TestProject.copySmall(folder);
        List<String> strings = HostileText.strings().stream()
                .filter(text -> Invisible.isIn(text) || text.contains("::") || text.contains("##["))
                .toList();
        for (Map.Entry<String, String> file :
                new HostileProject(strings).files().entrySet()) {
            // With the baseline that they name, only new findings are printed.
            write(file.getKey(), file.getValue().replaceFirst("(?m)^baseline: .*\n", ""));
        }
        for (int i = 0; i < strings.size(); i++) {
            String text = strings.get(i).replaceAll("[\uD800-\uDFFF]", "?");
            write(
                    "content/pages/raw-" + i + ".md",
                    "---\ntitle: " + text + "\nsummary: x " + text + "\n" + text + ": x\n---\n\n" + "[" + text
                            + "](lost-" + text + ".md)\n\n" + text + " " + text + "\n");
        }
        write("content/services/\u001B[31m\u202Eevil::error::.md", "x");
    }

    private static void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    @Thorough("every command and format reads the hostile project")
    @ParameterizedTest
    @FieldSource("COMMANDS")
    void nothingPrintedControlsATerminalOrARunner(List<String> command) throws Exception {
        printsNoControlCharacters(command);
    }

    @ParameterizedTest
    @FieldSource("FOR_PEOPLE_AND_RUNNERS")
    void printsNoControlCharacters(List<String> command) throws Exception {
        var out = new StringWriter();
        var err = new StringWriter();
        var arguments = new ArrayList<>(command);
        if (!command.get(0).equals("explain")) {
            arguments.add("--project");
            arguments.add(folder.toString());
        }
        // As on GitHub's runner.
        WaymarkCommand.run(
                new WorkflowCommandEscaper(out), new WorkflowCommandEscaper(err), arguments.toArray(String[]::new));
        String printed = out.toString() + err;
        assertFalse(printed.contains("bug in Waymark"), printed);
        assertFalse(printed.isBlank());
        assertEquals(WRONG.contains(command.get(0)), printed.contains(" --help.\n"), printed);
        assertEquals(
                List.of(),
                printed.codePoints()
                        .filter(c -> c != '\n' && c != '\t')
                        .filter(c -> Invisible.is(c) || Character.getType(c) == Character.SURROGATE)
                        .mapToObj(c -> String.format("U+%04X", c))
                        .distinct()
                        .toList());
        List<String> mayBe = command.contains("github") ? List.of("error", "warning", "notice") : List.of();
        assertEquals(
                List.of(),
                printed.lines()
                        .flatMap(line -> WorkflowCommand.in(line).stream())
                        .map(WorkflowCommand::name)
                        .filter(name -> !mayBe.contains(name))
                        .distinct()
                        .toList());
    }

    @Test
    void givesCalendarsThatOthersRead() throws Exception {
        Path file = folder.resolve("agenda.ics");
        WaymarkCommand.run(
                new PrintWriter(new StringWriter()),
                new PrintWriter(new StringWriter()),
                "due",
                "--calendar",
                file.toString(),
                "--project",
                folder.toString());
        String text = Files.readString(file);
        var calendar = new CalendarBuilder().build(new StringReader(text));
        assertEquals(
                text.split("BEGIN:VEVENT\r\n", -1).length - 1,
                calendar.getComponents("VEVENT").size());
        assertTrue(text.lines().allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75));
    }
}
