package org.waymark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.JsonOutput;
import org.waymark.TestProject;

/** The route ledger, and the command that adds to it. */
class RoutesCommandTest {
    @TempDir
    private Path project;

    private Path ledger;

    private record Run(int code, String out, String err) {}

    @BeforeEach
    void copySmallDirectory() throws IOException {
        Path base = TestProject.resource("/spec-base");
        try (Stream<Path> files = Files.walk(base)) {
            for (Path file : files.skip(1).toList()) {
                Files.copy(file, project.resolve(base.relativize(file).toString()));
            }
        }
        ledger = project.resolve("content/routes.yaml");
    }

    private Run run(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        String[] all = Stream.concat(
                        Stream.of(arguments), Stream.of("--project", project.toString(), "--as-of", "2025-03-01"))
                .toArray(String[]::new);
        int code = WaymarkCommand.run(new PrintWriter(out), new PrintWriter(err), all);
        return new Run(code, out.toString(), err.toString());
    }

    private void write(String path, String text) throws IOException {
        Files.writeString(project.resolve(path), text);
    }

    @Test
    void keepsALedgerOnlyWhereOneIsAskedFor() throws IOException {
        assertEquals(1, run("build").out().lines().count());
        assertFalse(Files.exists(ledger));
        Run first = run("routes", "--update");
        assertTrue(first.out().matches("Added \\d+ addresses to content/routes\\.yaml\\.\\R"), first.out());
        String text = Files.readString(ledger);
        assertTrue(text.contains("\n  /services/extended-access/: service/extended-access\n"), text);
        assertEquals(new Run(0, "content/routes.yaml lists all addresses.\n", ""), run("routes", "--update"));
        assertEquals(1, run("build").out().lines().count());
        assertEquals(text, Files.readString(ledger));
    }

    @Test
    void saysWhatIsNewAndAddsItWhenAsked() throws IOException {
        run("routes", "--update");
        write("content/pages/about.md", "---\ntitle: About\nsummary: About it.\n---\n\nText.\n");
        Run run = run("build", "--strict");
        assertEquals(0, run.code(), run.err());
        assertTrue(
                run.out().endsWith("content/routes.yaml lacks 1 address; to add it, run waymark routes --update.\n"),
                run.out());
        assertEquals(
                "/about/\ncontent/routes.yaml lacks 1 address; to add it, run waymark routes --update.\n",
                run("routes").out());
        assertFalse(Files.readString(ledger).contains("/about/"));
        String json = run("routes", "--update", "--format", "json").out();
        JsonOutput.assertValid("routes", json);
        assertEquals("{\n  \"new\" : [ \"/about/\" ],\n  \"changes\" : 1\n}\n", json);
        assertTrue(Files.readString(ledger).contains("\n  /about/: page/about\n"));
        assertTrue(Files.readString(ledger).contains("\n  - page/about 2025-03-01 2025-03-01 "));
        write("content/pages/about.md", "---\ntitle: About\nsummary: All about it.\n---\n\nText.\n");
        assertEquals(
                "content/routes.yaml lists all addresses, but lacks 1 change to the data of entries; to record it, run waymark routes"
                        + " --update.\n",
                run("routes").out());
        assertEquals(
                "Recorded 1 change to the data of entries in content/routes.yaml.\n",
                run("routes", "--update").out());
    }

    @Test
    void stopsAtALostAddressAndChangesNothing() throws IOException {
        write("content/pages/about.md", "---\ntitle: About\nsummary: About it.\n---\n\nText.\n");
        run("build");
        run("routes", "--update");
        String text = Files.readString(ledger);
        Files.delete(project.resolve("content/pages/about.md"));
        Run run = run("routes", "--update");
        assertEquals(1, run.code());
        assertTrue(run.out().contains("error[vanished-route]: `/about/`"), run.out());
        assertEquals(text, Files.readString(ledger));
        assertTrue(Files.exists(project.resolve("site-output/about/index.html")));
    }

    @Test
    void stillAddsAddressesAfterABuild() throws IOException {
        Run run = run("build", "--update-routes");
        assertEquals(0, run.code(), run.err());
        assertTrue(
                run.out().matches("(?s)Published .*\\nAdded \\d+ addresses to content/routes\\.yaml\\.\\R"), run.out());
        assertEquals("`--update-routes` is now a command of its own: waymark routes --update\n", run.err());
        assertTrue(Files.readString(ledger).contains("/services/extended-access/"));
    }

    @Test
    void reportsPublishedAddressesThatItCannotRecord() throws IOException {
        Files.writeString(project.resolve(".waymark"), "a file where a folder is needed");
        Run run = run("build", "--update-routes");
        assertEquals(3, run.code());
        assertTrue(run.out().startsWith("Published "), run.out());
        assertTrue(run.err().contains("cannot write "), run.err());
        assertFalse(Files.exists(ledger));
    }
}
