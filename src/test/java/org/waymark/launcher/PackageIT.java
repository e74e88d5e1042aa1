package org.waymark.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Link;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.TestProject;
import org.waymark.Thorough;

/** The packaged program in {@code target/waymark}, as users unpack and start it. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher under test is a POSIX script")
class PackageIT {
    private static final Path FOLDER = Path.of("target/waymark").toAbsolutePath();

    @TempDir
    private Path temporary;

    @Test
    void publishesADirectoryAndVerifiesIt() throws Exception {
        String site = temporary.resolve("site").toString();
        String built = run("off", "build", "--project", "src/launcher/sample", "--output", site, "--precompress");
        assertTrue(built.contains("Published "), built);
        assertTrue(Files.exists(temporary.resolve("site/index.html.gz")));
        run("off", "verify", site);
        assertTrue(run("off", "--version").matches("waymark \\d+\\.\\d+\\.\\d+\n"));
    }

    /** Users of the package have no repository to look into. */
    @Test
    void holdsEverythingThatItsDocumentsLinkTo() throws IOException {
        List<Path> pages;
        try (Stream<Path> files = Files.walk(FOLDER)) {
            pages = files.filter(file -> file.toString().endsWith(".md") && !file.startsWith(FOLDER.resolve("lib")))
                    .toList();
        }
        assertTrue(pages.contains(FOLDER.resolve("README.md")), pages.toString());
        assertTrue(pages.contains(FOLDER.resolve("docs/editors.md")), pages.toString());
        var dead = new ArrayList<String>();
        for (Path page : pages) {
            Parser.builder().build().parse(Files.readString(page)).accept(new AbstractVisitor() {
                @Override
                public void visit(Link link) {
                    String path = link.getDestination().replaceFirst("#.*", "");
                    Path target = page.resolveSibling(path).normalize();
                    if (!path.matches("[a-z]+:.*") && !(target.startsWith(FOLDER) && Files.exists(target))) {
                        dead.add(FOLDER.relativize(page) + ": " + link.getDestination());
                    }
                }
            });
        }
        assertEquals(List.of(), dead);
        assertTrue(Files.exists(FOLDER.resolve("templates/layout/base.ftlh")));
    }

    @Thorough("loads the dictionaries of LanguageTool")
    @Test
    void proofreadsWithItsOwnLibraries() throws Exception {
        Path project = temporary.resolve("project");
        TestProject.copySmall(project);
        Files.writeString(
                project.resolve("content/pages/about.md"),
                "---\ntitle: About\nsummary: About this.\n---\n\nThis are a text.\n");
        String found = run("off", "proofread", "--project", project.toString());
        assertTrue(found.contains("[proofreading]"), found);
    }

    @Thorough("starts Java twice")
    @Test
    void importsWorkbooksWithItsOwnLibraries() throws Exception {
        Path project = temporary.resolve("project");
        TestProject.copySmall(project);
        String table = temporary.resolve("t.xlsx").toString();
        run("off", "export", "--kind", "organisation", table, "--project", project.toString());
        String found = run("off", "import", "--kind", "organisation", table, "--project", project.toString());
        assertTrue(found.contains("Added no entries and changed 0"), found);
    }

    @Thorough("makes a class-data archive")
    @Test
    void startsWithAnArchiveOfItsClasses() throws Exception {
        Path archive = FOLDER.resolve("archive");
        run("now", "--version");
        try (var files = Files.list(archive)) {
            List<String> names =
                    files.map(file -> file.getFileName().toString()).toList();
            assertTrue(names.stream().anyMatch(name -> name.matches("\\d+\\.(jsa|aot)")), names.toString());
        }
    }

    /** Runs the launcher, which must succeed, and returns what it prints. */
    private static String run(String archive, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(FOLDER.resolve("bin/waymark").toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("WAYMARK_ARCHIVE", archive);
        Process process = builder.start();
        process.getOutputStream().close();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), printed);
        return printed;
    }
}
