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
import org.waymark.TestProject;

/** The route ledger, kept by the command that publishes. */
class UpdateRoutesTest {
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
        Run first = run("build", "--update-routes");
        assertTrue(first.out().matches("(?s).*\\nAdded \\d+ addresses to content/routes\\.yaml\\.\\R"), first.out());
        String text = Files.readString(ledger);
        assertTrue(text.contains("\n  /services/extended-access/: service/extended-access\n"), text);
        assertTrue(
                run("build", "--update-routes").out().endsWith("content/routes.yaml lists all addresses already.\n"));
        assertEquals(1, run("build").out().lines().count());
        assertEquals(text, Files.readString(ledger));
    }

    @Test
    void saysWhatIsNewAndAddsItWhenAsked() throws IOException {
        run("build", "--update-routes");
        write("content/pages/about.md", "---\ntitle: About\nsummary: About it.\n---\n\nText.\n");
        Run run = run("build", "--strict");
        assertEquals(0, run.code(), run.err());
        assertTrue(
                run.out()
                        .endsWith(
                                "content/routes.yaml does not list 1 address yet; `waymark build --update-routes` adds it.\n"),
                run.out());
        assertFalse(Files.readString(ledger).contains("/about/"));
        run("build", "--update-routes", "--format", "json");
        assertTrue(Files.readString(ledger).contains("\n  /about/: page/about\n"));
    }

    @Test
    void stopsAtALostAddressAndChangesNothing() throws IOException {
        write("content/pages/about.md", "---\ntitle: About\nsummary: About it.\n---\n\nText.\n");
        run("build", "--update-routes");
        String text = Files.readString(ledger);
        Files.delete(project.resolve("content/pages/about.md"));
        Run run = run("build", "--update-routes");
        assertEquals(1, run.code());
        assertTrue(run.err().contains("error[vanished-route]: `/about/`"), run.err());
        assertEquals(text, Files.readString(ledger));
        assertTrue(Files.exists(project.resolve("site-output/about/index.html")));
    }

    @Test
    void publishesNoPromiseThatItCannotWriteDownUnnoticed() throws IOException {
        // Where the file would be prepared, there is a folder.
        Files.createDirectories(project.resolve("content/.routes.yaml.waymark/x"));
        Run run = run("build", "--update-routes");
        assertEquals(3, run.code());
        assertTrue(run.out().startsWith("Published "), run.out());
        assertTrue(run.err().contains("cannot change content/routes.yaml"), run.err());
        assertFalse(Files.exists(ledger));
    }
}
