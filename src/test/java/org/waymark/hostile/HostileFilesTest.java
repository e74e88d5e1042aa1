package org.waymark.hostile;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.Build;
import org.waymark.TestImages;
import org.waymark.TestProject;
import org.waymark.Thorough;
import org.waymark.publish.RequestedFile;
import org.waymark.source.FileChange;
import org.waymark.source.Project;
import org.waymark.source.ProjectReader;
import org.waymark.source.ProjectWriter;
import org.waymark.source.ReadFailure;
import org.waymark.source.SizeLimit;
import org.waymark.source.TextFile;
import org.waymark.source.WriteFailure;

/**
 * A project with paths that are not regular files: none blocks, none is followed, and each is reported at its path.
 */
@Timeout(value = 2, unit = MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileFilesTest {
    @TempDir
    private Path temp;

    private Path project;

    @BeforeEach
    void makeProject() throws IOException {
        project = temp.toRealPath().resolve("project");
        TestProject.copySmall(project);
    }

    @Test
    void doesNotBlockOnAPipe() throws Exception {
        pipe("content/pages/pipe.md");
        pipe("content/images/pipe.png");
        Files.createDirectories(project.resolve("templates/page"));
        Files.createDirectories(project.resolve("templates/assets"));
        pipe("templates/page/home.ftlh");
        pipe("templates/assets/site.css");
        String fault = " unknown-file: this is neither a file nor a folder, but a pipe, a socket or a device";
        assertEquals(
                List.of(
                        "content/images/pipe.png:1:1" + fault,
                        "content/pages/pipe.md:1:1" + fault,
                        "templates/assets/site.css:1:1" + fault,
                        "templates/page/home.ftlh:1:1" + fault),
                findings());
    }

    @Test
    void reportsOnlyThePipeInPlaceOfTheSettings() throws Exception {
        Files.delete(project.resolve("content/site.yaml"));
        pipe("content/site.yaml");
        assertEquals(1, findings().size());
    }

    @Test
    void doesNotReadDevicesOrSockets() throws Exception {
        try (var socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            socket.bind(UnixDomainSocketAddress.of(project.resolve("content/pages/s.md")));
            assertEquals(1, findings().size());
        }
        Files.delete(project.resolve("content/pages/s.md"));
        run("mknod", project.resolve("content/pages/zero.md").toString(), "c", "1", "5");
        assertEquals(1, findings().size());
    }

    @Test
    void doesNotFollowALinkToADevice() throws Exception {
        link("content/pages/zero.md", Path.of("/dev/zero"));
        link("content/images/zero.png", Path.of("/dev/zero"));
        assertEquals(2, findings().size());
    }

    @Test
    void reportsATooLongFileWithoutReadingIt() throws Exception {
        long hundred = 100L << 30;
        sparse("content/pages/long.md", hundred);
        sparse("content/images/long.png", hundred);
        sparse("templates/page/home.ftlh", hundred);
        sparse("templates/assets/site.css", hundred);
        sparse("content/routes.yaml", hundred);
        assertEquals(
                List.of(
                        "content/images/long.png:1:1 too-long: the file is longer than 32 MB, so it is not read",
                        "content/pages/long.md:1:1 too-long: the file is longer than 1 MB, so it is not read",
                        "content/routes.yaml:1:1 too-long: the file is longer than 16 MB, so it is not read",
                        "templates/assets/site.css:1:1 too-long: the file is longer than 32 MB, so it is not read",
                        "templates/page/home.ftlh:1:1 too-long: the file is longer than 1 MB, so it is not read"),
                findings());
    }

    @Test
    void limitsTheTotalLengthOfTexts() throws Exception {
        for (int i = 0; i <= SizeLimit.ALL_TEXTS / SizeLimit.TEXT; i++) {
            sparse("content/pages/long-" + i + ".md", SizeLimit.TEXT);
        }
        var failure = assertThrows(ReadFailure.class, () -> ProjectReader.read(project));
        assertEquals("cannot read content: its texts and drawings are longer than 512 MB in all", failure.getMessage());
    }

    @Test
    void doesNotReadATooLongBaseline() throws Exception {
        sparse("waymark-baseline.yaml", 100L << 30);
        Path file = project.resolve("waymark-baseline.yaml");
        var failure = assertThrows(ReadFailure.class, () -> TextFile.read(project, file, "waymark-baseline.yaml"));
        assertEquals("cannot read " + file + ": it is longer than 64 MB", failure.getMessage());
    }

    @Test
    @Thorough("reads files of many megabytes")
    void acceptsFilesOfMaximumLength() throws Exception {
        String text = "---\ntitle: A\nsummary: About long things.\n---\n\n";
        String line = "Word.\n\n";
        int lines = (int) ((SizeLimit.TEXT - text.length()) / line.length());
        String page = text + line.repeat(lines);
        page += " ".repeat((int) SizeLimit.TEXT - page.length());
        Files.writeString(project.resolve("content/pages/long.md"), page);
        assertEquals(List.of(), findings());
        Files.writeString(project.resolve("content/pages/long.md"), page + " ");
        assertEquals(1, findings().size());
    }

    @Test
    void doesNotReportReferencesToAnUnreadEntry() throws Exception {
        sparse("content/services/extended-access.md", SizeLimit.TEXT + 1);
        assertEquals(1, findings().size());
    }

    @Test
    void ignoresAContentFolderThatLinksOutOfTheRepository() throws Exception {
        Path outside = Files.createDirectories(temp.resolve("outside"));
        Files.move(project.resolve("content"), outside.resolve("content"));
        link("content", outside.toRealPath().resolve("content"));
        assertEquals(List.of("content:1:1 unknown-file: this is a link, and links are not followed"), findings());
    }

    @Test
    void ignoresATemplatesFolderThatLinksOutOfTheRepository() throws Exception {
        Path outside = Files.createDirectories(temp.resolve("outside/page"));
        Files.writeString(outside.resolve("home.ftlh"), "secret");
        link("templates", temp.toRealPath().resolve("outside"));
        assertEquals(1, findings().size());
        assertTrue(ProjectReader.read(project).templates().stream()
                .noneMatch(t -> t.text().contains("secret")));
    }

    @Test
    void survivesLinkLoops() throws Exception {
        link("content/pages/circle", project.resolve("content"));
        link("content/pages/self.md", project.resolve("content/pages/self.md"));
        assertEquals(2, findings().size());
        Files.move(project.resolve("content"), project.resolve("other"));
        link("content", project.resolve("content"));
        assertFalse(ProjectReader.isProject(project));
        assertThrows(ReadFailure.class, () -> ProjectReader.read(project));
    }

    @Test
    void readsAFolderNamedLikeAFile() throws Exception {
        Files.createDirectories(project.resolve("content/pages/about.md"));
        Files.writeString(project.resolve("content/pages/about.md/text.md"), "Text.");
        assertEquals(
                List.of("content/pages/about.md/text.md:1:1 unknown-file: this file is neither an entry nor a picture"),
                findings());
    }

    @Test
    void doesNotReadABaselineOrWriteAReportThroughAPipe() throws Exception {
        Path pipe = pipe("waymark-baseline.yaml");
        var reading = assertThrows(ReadFailure.class, () -> TextFile.read(project, pipe, "waymark-baseline.yaml"));
        assertEquals("cannot read " + pipe + ": it is not a file, but a pipe, socket or device", reading.getMessage());
        var writing = assertThrows(WriteFailure.class, () -> RequestedFile.requireWritable(project, pipe));
        assertEquals("cannot write " + pipe + ": it is a pipe, socket or device, not a file", writing.getMessage());
        assertThrows(WriteFailure.class, () -> RequestedFile.write(project, pipe, "text"));
    }

    @Test
    void doesNotWriteThroughALinkOrPipeNextToAFile() throws Exception {
        Path secret = Files.writeString(temp.resolve("secret"), "secret");
        Files.createDirectories(project.resolve(".waymark/staged/content/pages"));
        link(".waymark/staged/content/pages/new.md", secret);
        link(".report.json.new", secret);
        pipe(".waymark/staged/content/pages/other.md");

        writer().apply(
                        ProjectReader.read(project),
                        List.of(
                                new FileChange.Creation("content/pages/new.md", "new"),
                                new FileChange.Creation("content/pages/other.md", "other")));
        RequestedFile.write(project, project.resolve("report.json"), "report");

        assertEquals("secret", Files.readString(secret));
        assertEquals("new", Files.readString(project.resolve("content/pages/new.md")));
        assertEquals("other", Files.readString(project.resolve("content/pages/other.md")));
        assertEquals("report", Files.readString(project.resolve("report.json")));
    }

    @Test
    void doesNotWriteEntriesOutsideTheProject() throws Exception {
        Path outside = Files.createDirectories(temp.resolve("outside"));
        link("content/more", outside);
        Project read = ProjectReader.read(project);
        var failure = assertThrows(
                WriteFailure.class,
                () -> writer().apply(read, List.of(new FileChange.Creation("content/more/new.md", "new"))));
        assertEquals(
                "cannot use " + project.resolve("content/more")
                        + ": it is a link, and Waymark follows no link within a project; remove the link, or name another"
                        + " path; no file was changed",
                failure.getMessage());
        assertFalse(Files.exists(outside.resolve("new.md")));
    }

    @Test
    void reportsImagesWithNonPortableNames() throws Exception {
        String drawing = Files.readString(project.resolve("content/images/bus.svg"));
        byte[] photo = TestImages.png(4, 3, new byte[0], "");
        for (String name : List.of(
                "Bus.svg",
                "caf\u00e9.svg",
                "cafe\u0301.svg",
                "aux.png",
                "a:b.png",
                "b .png",
                "c?.png",
                "town./d.png",
                "e\\f.png")) {
            Path file = project.resolve("content/images").resolve(name);
            Files.createDirectories(file.getParent());
            if (name.endsWith(".svg")) {
                Files.writeString(file, drawing);
            } else {
                Files.write(file, photo);
            }
        }
        Files.write(project.resolve("content/images/" + "a".repeat(120) + ".png"), photo);
        assertEquals(
                List.of(
                        "content/images/a:b.png:1:1 invalid-id",
                        "content/images/" + "a".repeat(120) + ".png:1:1 too-long",
                        "content/images/aux.png:1:1 invalid-id",
                        "content/images/bus.svg:1:1 invalid-id",
                        "content/images/c?.png:1:1 invalid-id",
                        "content/images/caf\u00e9.svg:1:1 invalid-id",
                        "content/images/e\\f.png:1:1 invalid-id",
                        "content/images/town./d.png:1:1 invalid-id"),
                findings().stream().map(each -> each.replaceFirst(": .*", "")).toList());
    }

    @Thorough("makes a hundred thousand files")
    @Test
    void limitsTheNumberOfFiles() throws Exception {
        Path images = Files.createDirectories(project.resolve("content/images/many"));
        Path one = Files.createFile(images.resolve("0.png"));
        for (int i = 1; i <= SizeLimit.FILES; i++) {
            try {
                if (i % 30_000 == 0) {
                    one = Files.createFile(images.resolve("a" + i + ".png"));
                } else {
                    Files.createLink(images.resolve(i + ".png"), one);
                }
            } catch (FileSystemException | UnsupportedOperationException e) {
                Assumptions.abort("no such links can be made here");
            }
        }
        var failure = assertThrows(ReadFailure.class, () -> ProjectReader.read(project));
        assertEquals(
                "cannot read " + project.resolve("content")
                        + ": it contains more than 100000 files; move files that are not part of the directory elsewhere",
                failure.getMessage());
    }

    private ProjectWriter writer() {
        return new ProjectWriter(project, Optional.of(temp.resolve("state")));
    }

    private List<String> findings() {
        return Build.once()
                .run(ProjectReader.read(project), TestProject.SETTINGS, stage -> {}, file -> {})
                .diagnostics()
                .stream()
                .map(found -> found.span() + " " + found.code() + ": " + found.message())
                .toList();
    }

    private Path pipe(String path) throws Exception {
        Path pipe = project.resolve(path);
        run("mkfifo", pipe.toString());
        return pipe;
    }

    private static void run(String... command) throws InterruptedException {
        Optional<Process> process = Optional.empty();
        try {
            process = Optional.of(new ProcessBuilder(command).start());
        } catch (IOException e) {
            Assumptions.abort(command[0] + " is not on this machine");
        }
        Assumptions.assumeTrue(process.orElseThrow().waitFor() == 0, command[0] + " is not allowed here");
    }

    private void link(String path, Path target) throws IOException {
        try {
            Files.createSymbolicLink(project.resolve(path), target);
        } catch (FileSystemException | UnsupportedOperationException e) {
            Assumptions.abort("no links can be made here");
        }
    }

    /** A sparse file, which takes no disk space. */
    private void sparse(String path, long size) throws IOException {
        Path file = project.resolve(path);
        Files.createDirectories(file.getParent());
        try (var bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.setLength(size);
        }
    }
}
