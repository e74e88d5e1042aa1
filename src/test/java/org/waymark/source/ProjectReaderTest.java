package org.waymark.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.waymark.Build;
import org.waymark.TestProject;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;

class ProjectReaderTest {
    @TempDir
    private Path folder;

    private Path root;

    @BeforeEach
    void makeContentFolder() throws IOException {
        root = Files.createDirectories(folder.resolve("project"));
        Files.createDirectories(root.resolve("content"));
    }

    @Test
    void sortsFilesByType() throws IOException {
        write("content/services/b.md", "b");
        write("content/services/a.md", "a");
        write("content/services/Z.md", "z");
        write("content/site.yaml", "title: x");
        write("content/images/bus.svg", "<svg/>");
        write("content/images/town/HALL.PNG", "");
        write("content/images/notes.txt", "");
        write("content/services/bus.svg", "<svg/>");
        write("content/readme", "");

        Project project = ProjectReader.read(root);

        assertEquals(
                List.of("content/services/Z.md", "content/services/a.md", "content/services/b.md", "content/site.yaml"),
                paths(project.content()));
        assertEquals(
                List.of("content/images/bus.svg", "content/images/town/HALL.PNG"),
                project.images().stream().map(ContentImage::path).toList());
        assertEquals(
                List.of("content/images/notes.txt", "content/readme", "content/services/bus.svg"), project.others());
    }

    @Test
    void sortsPathsByCodeUnitsAcrossFolders() throws IOException {
        write("content/pages/a.md", "");
        write("content/pages-old/a.md", "");
        write("content/pages.md", "");
        assertEquals(
                List.of("content/pages-old/a.md", "content/pages.md", "content/pages/a.md"),
                paths(ProjectReader.read(root).content()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "about.md~", "#about.md#", ".#about.md", ".about.md.swp", "about.md.swp", "about.md.bak",
                        "about.MD.ORIG",
                "about.md.rej", "about.tmp", "~$about.docx", "Thumbs.db", "desktop.ini", ".DS_Store", "._about.md",
                "Icon\r", "@eaDir/about.md", "__MACOSX/about.md", "4913", "about.md___jb_tmp___", "a.md.crdownload"
            })
    void ignoresTemporaryFilesOfPrograms(String name) throws IOException {
        assumeFalse(System.getProperty("os.name").startsWith("Windows") && name.contains("\r"));
        write("content/pages/about.md", "");
        Project before = ProjectReader.read(root);
        write("content/pages/" + name, "x");
        write("templates/page/" + name, "x");
        assertEquals(before, ProjectReader.read(root));
    }

    @ParameterizedTest
    @ValueSource(strings = {"4913.md", "bak.md", "orig.yaml", "desktop-ini.md", "tilde~.md", "#hash.md"})
    void readsFilesWithSimilarNames(String name) throws IOException {
        write("content/pages/" + name, "");
        assertEquals(
                List.of("content/pages/" + name), paths(ProjectReader.read(root).content()));
    }

    @Test
    void findsTheProjectFromASubfolder() throws IOException {
        write("content/pages/about.md", "");
        Path pages = root.resolve("content/pages");
        assertEquals(Optional.of(root), ProjectReader.above(root));
        assertEquals(Optional.empty(), ProjectReader.above(pages), "any folder may be called content");
        write("content/site.yaml", "");
        assertEquals(Optional.of(root), ProjectReader.above(pages).map(Path::normalize));
    }

    @Test
    void resolvesFilesToPathsWithinTheProject() throws IOException {
        write("content/pages/about.md", "");
        Path about = Path.of("content/pages/about.md");
        assertEquals(Optional.of(about), ProjectReader.pathOf(root, about));
        assertEquals(Optional.of(about), ProjectReader.pathOf(root, root.resolve("content/../content/pages/about.md")));
        assertEquals(Optional.empty(), ProjectReader.pathOf(root, Path.of("content/pages/none.md")));
        assertEquals(Optional.empty(), ProjectReader.pathOf(root, folder));
    }

    @Test
    void ignoresHiddenFiles() throws IOException {
        write("content/.DS_Store", "");
        write("content/services/.a.md.swp", "");
        write("content/.git/a.md", "");
        write("content/images/.b.png", "");
        Project project = ProjectReader.read(root);
        assertEquals(List.of(), project.content());
        assertEquals(List.of(), project.images());
        assertEquals(List.of(), project.others());
    }

    @Test
    void readsAProjectBelowAHiddenFolder() throws IOException {
        Path hidden = folder.resolve(".work");
        Files.move(root, hidden);
        root = hidden;
        write("content/services/a.md", "a");
        assertEquals(
                List.of("content/services/a.md"), paths(ProjectReader.read(root).content()));
    }

    @Test
    void doesNotFollowLinksOutOfTheProject() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.md"), "secret");
        Path outside = Files.createDirectories(folder.resolve("outside"));
        Files.writeString(outside.resolve("a.md"), "secret");
        Files.writeString(outside.resolve("b.png"), "secret");
        write("content/services/own.md", "own");
        write("content/images/own.png", "own");
        write("templates/page/own.ftlh", "own");
        Files.createSymbolicLink(root.resolve("content/services/file.md"), secret);
        Files.createSymbolicLink(root.resolve("content/services/folder"), outside);
        Files.createSymbolicLink(root.resolve("content/images/picture.png"), outside.resolve("b.png"));
        Files.createSymbolicLink(root.resolve("content/lost.md"), folder.resolve("not-there.md"));
        Files.createSymbolicLink(root.resolve("templates/page/home.ftlh"), secret);

        Project project = ProjectReader.read(root);

        assertEquals(List.of("content/services/own.md"), paths(project.content()));
        assertEquals(
                List.of("content/images/own.png"),
                project.images().stream().map(ContentImage::path).toList());
        assertEquals(
                List.of(
                        "content/images/picture.png",
                        "content/lost.md",
                        "content/services/file.md",
                        "content/services/folder",
                        "templates/page/home.ftlh"),
                project.unread().stream().map(UnreadFile::path).toList());
        assertTrue(project.templates().stream().noneMatch(file -> file.text().contains("secret")));
    }

    @Test
    void reportsALinkAsAnUnknownFile() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.md"), "secret");
        Files.createDirectories(root.resolve("content/services"));
        Files.createSymbolicLink(root.resolve("content/services/file.md"), secret);
        List<Diagnostic> found =
                Build.once().check(ProjectReader.read(root), TestProject.SETTINGS).diagnostics().stream()
                        .filter(d -> d.span().path().equals("content/services/file.md"))
                        .toList();
        assertEquals(1, found.size());
        assertEquals(Codes.UNKNOWN_FILE, found.get(0).code());
        assertEquals("this is a link, and links are not followed", found.get(0).message());
    }

    @Test
    void followsAContentFolderLinkWithinTheRepository() throws IOException {
        write("content/services/a.md", "a");
        Path other = Files.createDirectories(folder.resolve("other"));
        Files.createSymbolicLink(other.resolve("content"), root.resolve("content"));
        Files.createDirectory(folder.resolve(".git"));
        assertEquals(
                List.of("content/services/a.md"),
                paths(ProjectReader.read(other).content()));
    }

    @Test
    void prefersProjectTemplatesToBuiltInOnes() throws IOException {
        write("templates/page/home.ftlh", "own home");
        write("templates/part/extra.ftlh", "extra");
        List<SourceFile> templates = ProjectReader.read(root).templates();
        assertEquals("own home", text(templates, "templates/page/home.ftlh"));
        assertEquals("extra", text(templates, "templates/part/extra.ftlh"));
        assertTrue(text(templates, "templates/page/entry.ftlh").contains("EntryPage"));
        assertEquals(templates.stream().map(SourceFile::path).sorted().toList(), paths(templates));
    }

    @Test
    void recognisesAProjectFolder() throws IOException {
        assertTrue(ProjectReader.isProject(root));
        assertFalse(ProjectReader.isProject(folder));
        Files.writeString(folder.resolve("content"), "a file");
        assertFalse(ProjectReader.isProject(folder));
    }

    @Test
    void reportsAMissingFolder() {
        ReadFailure failure = assertThrows(ReadFailure.class, () -> ProjectReader.read(folder.resolve("nowhere")));
        assertEquals("cannot read " + folder.resolve("nowhere/content") + ": it is not there", failure.getMessage());
    }

    @Test
    void reportsAnUnreadableFile() throws IOException {
        Path file = write("content/services/a.md", "a");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("-wx------"));
        assumeFalse(Files.isReadable(file), "this user may read every file");
        ReadFailure failure = assertThrows(ReadFailure.class, () -> ProjectReader.read(root));
        assertEquals(
                "cannot read " + file
                        + ": you have no permission to read it; change its permissions, or ask whoever owns it",
                failure.getMessage());
    }

    @Test
    void reportsAnUnreadableFolder() throws IOException {
        Path services = write("content/services/a.md", "a").getParent();
        Files.setPosixFilePermissions(services, PosixFilePermissions.fromString("---------"));
        try {
            assumeFalse(Files.isReadable(services), "this user may read every folder");
            ReadFailure failure = assertThrows(ReadFailure.class, () -> ProjectReader.read(root));
            assertEquals(
                    "cannot read " + services
                            + ": you have no permission to read it; change its permissions, or ask whoever owns it",
                    failure.getMessage());
        } finally {
            Files.setPosixFilePermissions(services, PosixFilePermissions.fromString("rwx------"));
        }
    }

    private Path write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private static List<String> paths(List<SourceFile> files) {
        return files.stream().map(SourceFile::path).toList();
    }

    private static String text(List<SourceFile> files, String path) {
        return files.stream()
                .filter(file -> file.path().equals(path))
                .findFirst()
                .orElseThrow()
                .text();
    }
}
