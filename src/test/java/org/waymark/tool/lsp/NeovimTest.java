package org.waymark.tool.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.TestProject;
import org.waymark.Thorough;

/**
 * A real text editor, without a screen, working on a directory. Without Neovim the test is skipped with a message;
 * with {@code CI=true} it fails.
 */
@Thorough("needs Neovim")
class NeovimTest {
    @TempDir
    private Path temporary;

    @Test
    void worksWithTheServer() throws IOException, InterruptedException {
        Path neovim = neovim();
        SmallDirectory directory = SmallDirectory.in(temporary.resolve("my directory"));
        Path report = temporary.resolve("report");
        var builder = new ProcessBuilder(
                neovim.toString(),
                "--headless",
                "-n",
                "-u",
                "NONE",
                "-i",
                "NONE",
                "-c",
                "luafile " + TestProject.resource("/neovim/session.lua"));
        builder.environment()
                .putAll(Map.of(
                        "SERVER", String.join("\n", ServerProgram.command()),
                        "ROOT", directory.root().toString(),
                        "STUDY", directory.study().toString(),
                        "REPORT", report.toString(),
                        "XDG_CACHE_HOME", temporary.resolve("cache").toString(),
                        "XDG_STATE_HOME", temporary.resolve("state").toString()));
        Process process = builder.redirectErrorStream(true)
                .redirectOutput(temporary.resolve("output").toFile())
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .start();
        if (!process.waitFor(120, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        assertTrue(Files.exists(report), Files.readString(temporary.resolve("output")));
        Map<String, String> said = Files.readAllLines(report).stream()
                .map(line -> line.split("\t", 2))
                .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
        assertEquals(
                "unknown-reference 5:12 no service is called `extended-acess`\\nhelp: did you mean `extended-access`?",
                said.get("diagnostic"),
                said.toString());
        assertEquals("extended-access", said.get("completion"), said.toString());
        assertEquals("yes", said.get("fixed"), said.toString());
        assertTrue(said.get("hover").contains("Appointments in the evenings and at weekends."), said.toString());
        assertEquals("extended-access.md 2:7", said.get("definition"), said.toString());
        assertEquals("none", said.get("refusal"), said.toString());
        assertEquals("services: [longer-hours]", said.get("renamed"), said.toString());
        assertEquals("1", said.get("new file"), said.toString());
        assertEquals("0", said.get("old file"), said.toString());
    }

    private static Path neovim() {
        Optional<Path> found = Stream.concat(
                        Stream.ofNullable(System.getenv("NEOVIM")), Stream.of("/usr/bin/nvim", "/usr/local/bin/nvim"))
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
        if (found.isEmpty()) {
            if ("true".equals(System.getenv("CI"))) {
                throw new AssertionError("Neovim must be installed where CI=true; see .ci/run");
            }
            System.err.println("No Neovim was found: its test is skipped. Install it, or set NEOVIM.");
        }
        assumeTrue(found.isPresent(), "needs Neovim");
        return found.get();
    }
}
