package org.waymark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.JsonOutput;
import org.waymark.TestProject;
import org.waymark.Thorough;
import org.waymark.tool.links.MisbehavingServer;

/** Runs {@code waymark links} as a user would, on a directory all of whose links lead to servers of the test. */
@Timeout(60)
class LinksCommandTest {
    private static final Pattern WEB = Pattern.compile("https://www\\.example\\.org");

    @TempDir
    private Path folder;

    private Path project;
    private final List<MisbehavingServer> servers = new ArrayList<>();
    private volatile int status = 200;

    private record Run(int code, String out, String err) {}

    /** Each link leads to a different server, so no request has to wait. */
    @BeforeEach
    void copySmallDirectory() throws IOException {
        project = folder.resolve("project");
        Path base = TestProject.resource("/spec-base");
        try (Stream<Path> files = Files.walk(base)) {
            for (Path file : files.toList()) {
                Path copy = project.resolve(base.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.writeString(copy, withServers(Files.readString(file)));
                }
            }
        }
    }

    private String withServers(String text) throws IOException {
        Matcher web = WEB.matcher(text);
        var replaced = new StringBuilder();
        while (web.find()) {
            MisbehavingServer server = MisbehavingServer.start((line, out, socket) -> MisbehavingServer.write(
                    out, "HTTP/1.1 " + (line.contains("/report") ? status : 200) + " So\r\nContent-Length: 0\r\n\r\n"));
            servers.add(server);
            web.appendReplacement(replaced, server.url());
        }
        return web.appendTail(replaced).toString();
    }

    @AfterEach
    void closeServers() throws IOException {
        for (MisbehavingServer server : servers) {
            server.close();
        }
    }

    private Run links(String... more) {
        var args = new ArrayList<>(List.of("links", "--allow-private", "--project", project.toString()));
        args.addAll(List.of(more));
        return run(args);
    }

    private static Run run(List<String> args) {
        var out = new StringWriter();
        var err = new StringWriter();
        int code = WaymarkCommand.run(new PrintWriter(out), new PrintWriter(err), args.toArray(String[]::new));
        return new Run(code, out.toString(), err.toString());
    }

    private int requests() {
        return servers.stream().mapToInt(server -> server.requests().size()).sum();
    }

    @Test
    void findsAllWellAndAsksNobodyTwice() {
        Run run = links("--as-of", "2025-03-01");
        assertEquals(new Run(0, "Checked 3 addresses on 1 host: all OK.\n", ""), run);
        assertEquals(3, requests());

        Run again = links("--as-of", "2025-03-05");
        assertEquals(0, again.code());
        assertEquals("Checked 3 addresses on 1 host: all OK. 3 results from the cache.\n", again.out());
        assertEquals(3, requests());

        links("--as-of", "2025-03-06");
        assertEquals(6, requests());
        links("--as-of", "2025-03-06", "--max-age", "0d");
        assertEquals(9, requests());
        assertTrue(Files.exists(project.resolve(".waymark/.gitignore")));
    }

    @Test
    @Thorough("waits for servers that do not answer")
    void isPatientWithADeadLink() {
        status = 404;
        Run first = links("--as-of", "2025-03-01");
        assertEquals(0, first.code());
        assertTrue(
                first.out()
                        .startsWith("warning[dead-link]: this link has failed since 2025-03-01: the server"
                                + " has no such page (404)\n  --> content/site.yaml:13:8\n"),
                first.out());
        assertTrue(first.out().endsWith("\nChecked 3 addresses on 1 host: 1 dead.\n"), first.out());
        assertEquals(0, links("--as-of", "2025-03-14").code());
        Run last = links("--as-of", "2025-03-15");
        assertEquals(1, last.code());
        assertTrue(last.out().startsWith("error[dead-link]: this link has failed since 2025-03-01"), last.out());
        assertEquals(0, links("--as-of", "2025-03-15", "--patience", "3w").code());
        assertEquals(
                1,
                links("--as-of", "2025-03-15", "--patience", "3w", "--strict").code());
        status = 200;
        assertEquals(0, links("--as-of", "2025-03-16").code());
    }

    @Test
    void reportsInOtherFormsToo() {
        status = 410;
        Run run = links("--format", "json", "--patience", "0d");
        assertEquals(1, run.code());
        assertEquals("", run.err());
        JsonOutput.assertValid("links", run.out());
        assertTrue(run.out().contains("\"status\":\"dead\",\"places\":[{\"path\":\"content/"), run.out());
        Run without = links("--format", "json", "--exclude", "http://");
        assertEquals(0, without.code(), without.out());
        assertTrue(without.out().contains("\"status\":\"excluded\""), without.out());
        assertTrue(run.out().contains("\"code\":\"dead-link\",\"severity\":\"error\",\"path\":\"content/site.yaml\""));

        Path file = folder.resolve("links.md");
        Run markdown = links("--format", "markdown", "--report", "junit=" + file);
        assertTrue(
                markdown.out()
                        .matches("(?s)\\| \\| Where \\| What \\|\n.*"
                                + "\\| warning \\| `content/site.yaml:13` \\| .*"
                                + "\n\nChecked 3 addresses on 1 host: 1 dead. .*\n"),
                markdown.out());
        assertTrue(Files.exists(file));
    }

    @Test
    void identifiesTheClient() {
        links();
        assertTrue(servers.get(0).headers().stream()
                .anyMatch(header -> header.matches(
                        "User-Agent: Waymark(/\\S+)? \\(link check; \\+https://directory\\.example\\.org/\\)")));
    }

    @Test
    void asksNoPrivateServerUnlessItMay() {
        Run run = run(List.of("links", "--project", project.toString()));
        assertEquals(1, run.code());
        assertTrue(run.out().contains(": 3 in a private network."), run.out());
        assertEquals(0, requests());
    }

    @Test
    void keepsItsMemoryWhereItIsTold() throws IOException {
        Path file = folder.resolve("kept.json");
        assertEquals(0, links("--cache", file.toString()).code());
        assertTrue(Files.readString(file).startsWith("{\n  \"waymark-links\": 1,\n"));
        assertFalse(Files.exists(project.resolve(".waymark")));
    }

    @Test
    void replacesABrokenCacheAndReportsIt() throws IOException {
        Path file = folder.resolve("kept.json");
        Files.writeString(file, "{\"waymark-links\": 1, \"addr");
        Run run = links("--cache", file.toString());
        assertEquals(0, run.code());
        assertTrue(run.err().startsWith(file + " is damaged or from another version of Waymark."), run.err());
    }

    @Test
    void overwritesNothingElse() throws IOException {
        Path file = folder.resolve("README.md");
        Files.writeString(file, "# Read me\n");
        Run run = links("--cache", file.toString());
        assertEquals(2, run.code());
        assertEquals("# Read me\n", Files.readString(file));
        assertEquals(3, links("--cache", folder.toString()).code());
        assertEquals(
                3,
                links("--cache", folder.resolve("no/such/folder.json").toString())
                        .code());
        assertEquals(0, requests());
    }

    @Test
    void rejectsInvalidTimes() {
        Run run = links("--patience", "soon");
        assertEquals(2, run.code());
        assertTrue(run.err().contains("`--patience` must be a number of days"), run.err());
    }

    @Test
    @Thorough("waits for servers that do not answer")
    void reportsThatTheMachineIsOffline() throws IOException {
        closeServers();
        Run run = links();
        assertEquals(3, run.code());
        assertEquals(
                "waymark: no host can be reached; check the network connection and proxy of this machine\n", run.err());
        assertFalse(Files.readString(project.resolve(".waymark/links.json")).contains("dead"));
    }
}
