package org.waymark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.waymark.TestProject;

/**
 * Links as a commit can bring them, wherever Waymark writes, locks, reads back or removes: none is followed, each is named in
 * a sentence, and nothing outside the project changes.
 */
class CommittedLinksTest {
    private static final String FOLDER = "a folder";

    @TempDir
    private Path temp;

    private Path project;
    private Path outside;

    private record Run(int code, String out, String err) {}

    @BeforeEach
    void makeProject() throws IOException {
        Path real = temp.toRealPath();
        project = real.resolve("project");
        TestProject.copySmall(project);
        outside = Files.createDirectories(real.resolve("outside/staged")).getParent();
        Files.writeString(outside.resolve("victim.txt"), "victim");
        Files.writeString(outside.resolve("staged/precious"), "precious");
    }

    @ParameterizedTest
    @CsvSource({
        "site-output, outside/new, build",
        "site-output, outside, build",
        "public, outside/new, build --output PROJECT/public",
        "public, outside/new, build --output PROJECT/public/site",
        "site-output/.waymark, outside, build",
        "site-output/.waymark/lock, outside/new, build",
        "site-output/.waymark/lock, outside/victim.txt, build",
        "site-output/.waymark/manifest, outside/victim.txt, build",
        "site-output/.waymark/manifest, outside/new, build",
        "site-output/.waymark/staged, outside, build",
        "site-output/.waymark/manifest, outside/victim.txt, verify PROJECT/site-output",
        ".waymark, outside, links",
        ".waymark/links.json, outside/victim.txt, links",
        ".waymark/links.json, outside/new, links",
        "cache, outside, links --cache PROJECT/cache/links.json",
        "reports, outside, check --report json=PROJECT/reports/r.json",
        "r.json, outside/victim.txt, check --report json=PROJECT/r.json",
        "r.json, outside/victim.txt, build --report json=PROJECT/r.json",
        "b.yaml, outside/victim.txt, check --baseline PROJECT/b.yaml",
        "b.yaml, outside/new, check --baseline PROJECT/b.yaml --write-baseline",
        "baselines, outside, check --baseline PROJECT/baselines/b.yaml --write-baseline",
        "c.ics, outside/victim.txt, due --calendar PROJECT/c.ics",
        "calendars, outside, due --calendar PROJECT/calendars/c.ics",
        "content/categories, outside, new category x --set name=X --set summary=Text. --set order=9",
        ".waymark, outside, fix",
        ".waymark/lock, outside/new, fix",
        ".waymark/staged, outside, fix",
        ".waymark, outside, rename service extended-access evenings",
        ".waymark/lock, outside/new, rename service extended-access evenings",
        ".waymark/staged, outside, rename service extended-access evenings"
    })
    void areRefused(String link, String target, String command) throws IOException {
        if (command.equals("fix")) {
            Path study = project.resolve("content/case-studies/evening-hubs.md");
            Files.writeString(study, Files.readString(study).replace("extended-access", "extended-acess"));
        }
        if (Files.exists(project.resolve(link), LinkOption.NOFOLLOW_LINKS)) {
            removeTree(project.resolve(link));
        }
        link(project.resolve(link), temp.toRealPath().resolve(target));
        Map<String, String> before = files(outside);

        Run run = run(command.replace("PROJECT", project.toString()).split(" "));

        assertEquals(before, files(outside), run::toString);
        assertEquals(3, run.code(), run::toString);
        assertTrue(
                run.err().contains(project.resolve(link) + " is a link, and Waymark follows no link within a project")
                        || run.err()
                                .contains(project.resolve(link)
                                        + ": it is a link, and Waymark follows no link within a project"),
                run::toString);
        assertTrue(Files.isSymbolicLink(project.resolve(link)), "the link is left for its owner");
    }

    @Test
    void areRefusedAmongSchemas() throws IOException {
        link(project.resolve("schemas"), outside);
        Files.createDirectory(project.resolve(".git"));
        Map<String, String> before = files(outside);
        Run run = run("schema", "--all", project.resolve("schemas").toString());
        assertEquals(3, run.code(), run::toString);
        assertEquals(before, files(outside));
    }

    @ParameterizedTest
    @CsvSource({"services, outside", "services/extended-access, outside", "index.html, outside/victim.txt"})
    void areRefusedWithinAPublishedSite(String link, String target) throws IOException {
        assertEquals(0, run("build").code());
        Path site = project.resolve("site-output");
        Map<String, String> published = files(site);
        removeTree(site.resolve(link));
        // The same bytes, so the page looks unchanged.
        published.forEach((path, text) -> {
            if (path.startsWith(link + "/") && !text.equals(FOLDER)) {
                write(outside.resolve(path.substring(link.length() + 1)), text);
            }
        });
        link(site.resolve(link), temp.toRealPath().resolve(target));
        Map<String, String> before = files(outside);

        Run run = run("build");

        assertEquals(before, files(outside));
        if (link.equals("index.html")) {
            // A file of its own is replaced, link or not, and nothing is written to what the link leads to.
            assertEquals(0, run.code(), run::toString);
            assertEquals(published, files(site));
        } else {
            assertEquals(3, run.code(), run::toString);
            assertTrue(run.err().contains("it is a link"), run::toString);
        }
    }

    @Test
    void areFollowedWhereTheyAreTheUsersOwn() throws IOException {
        Path own = temp.toRealPath().resolve("own");
        Path folder = Files.createDirectories(outside.resolve("www"));
        link(own, folder);
        assertEquals(
                0,
                run("build", "--output", own.toString(), "--report", "json=" + own.resolve("../r.json"))
                        .code());
        assertTrue(Files.exists(folder.resolve("index.html")));
        assertTrue(Files.exists(outside.resolve("r.json")));
    }

    /** The user's own link may lead into the project, and from there out again. */
    @Test
    void areRefusedWhereTheUsersOwnLinkLeadsToThem() throws IOException {
        Path own = temp.toRealPath().resolve("own");
        link(own, project.resolve("public"));
        link(project.resolve("public"), outside);
        Map<String, String> before = files(outside);
        Run run = run("build", "--output", own.toString());
        assertEquals(3, run.code(), run::toString);
        assertEquals(before, files(outside));
    }

    @Test
    void areRefusedAboveTheProjectInItsRepository() throws IOException {
        Path repository = temp.toRealPath().resolve("repository");
        Files.createDirectories(repository.resolve(".git"));
        Files.move(project, repository.resolve("site"));
        project = repository.resolve("site");
        link(repository.resolve("out"), outside);
        Map<String, String> before = files(outside);
        Run run = run("check", "--report", "json=" + project.resolve("../out/r.json"));
        assertEquals(3, run.code(), run::toString);
        assertEquals(before, files(outside));
    }

    /** A journal as earlier versions kept it in the project. */
    @ParameterizedTest
    @CsvSource({"check --as-of 2025-03-31", "build --as-of 2025-03-31", "fix --as-of 2025-03-31", "list service"})
    void journalsOfACheckoutAreIgnored(String command) throws IOException {
        write(project.resolve("Makefile"), "all:\n");
        write(project.resolve(".Makefile.waymark"), "evil:\n");
        write(project.resolve(".waymark-changes"), ".Makefile.waymark\tMakefile\tMakefile\tbc\n".repeat(200_000));
        Run run = run(command.split(" "));
        assertEquals("", run.err(), run::toString);
        assertEquals("all:\n", Files.readString(project.resolve("Makefile")));
        assertTrue(Files.exists(project.resolve(".waymark-changes")));
    }

    private Run run(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        var all = new ArrayList<>(List.of(arguments));
        if (!List.of("schema", "verify").contains(arguments[0])) {
            all.addAll(List.of("--project", project.toString()));
        }
        int code = WaymarkCommand.run(new PrintWriter(out), new PrintWriter(err), all.toArray(String[]::new));
        return new Run(code, out.toString(), err.toString());
    }

    private static void link(Path link, Path target) throws IOException {
        Files.createDirectories(link.getParent());
        try {
            Files.createSymbolicLink(link, target);
        } catch (FileSystemException | UnsupportedOperationException e) {
            Assumptions.abort("no links can be made here");
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** All files and folders, except for the files that Waymark keeps for itself. */
    private static Map<String, String> files(Path folder) throws IOException {
        var texts = new TreeMap<String, String>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.toList()) {
                String path = folder.relativize(file).toString();
                if (!path.startsWith(".waymark/") || Files.isDirectory(file)) {
                    texts.put(
                            path,
                            Files.isDirectory(file) ? FOLDER : Files.readString(file, StandardCharsets.ISO_8859_1));
                }
            }
        }
        return texts;
    }

    private static void removeTree(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
