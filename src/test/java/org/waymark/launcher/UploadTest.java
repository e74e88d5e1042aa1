package org.waymark.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.Thorough;

/** Uploads small sites with the real rsync, from folder to folder. */
@Thorough("runs rsync")
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the program under test is a POSIX script")
class UploadTest {
    private static final Path SCRIPT = Path.of("src/launcher/waymark-upload").toAbsolutePath();

    @TempDir
    private Path temporary;

    private Path site;
    private Path host;

    private record Run(int exitCode, String output) {}

    @BeforeEach
    void needsRsync() throws Exception {
        assumeTrue(
                Stream.of(System.getenv("PATH").split(":"))
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "rsync"))),
                "rsync is not installed");
        site = temporary.resolve("site");
        host = Files.createDirectories(temporary.resolve("host"));
        write(site, "index.html", "home");
        write(site, "assets/look.css", "look");
        write(site, "services/in hours/index.html", "service");
        write(site, "services/old/index.html", "old");
    }

    @Test
    void copiesEverything() throws Exception {
        Run run = upload();
        assertEquals(0, run.exitCode(), run.output());
        assertTrue(run.output().contains("Uploaded 5 files"), run.output());
        assertEquals(files(site), without(files(host), ".waymark/uploaded"));
    }

    @Test
    void omitsFilesThatWaymarkDidNotPublish() throws Exception {
        publish();
        write(site, "notes.txt", "mine");
        assertEquals(0, uploadAsItIs().exitCode());
        assertFalse(files(host).containsKey("notes.txt"));
    }

    @Test
    void refusesAnInterruptedPublication() throws Exception {
        write(site, ".waymark/manifest", "# unfinished: build again to complete what was interrupted\nindex.html\n");
        Run run = uploadAsItIs();
        assertEquals(2, run.exitCode());
        assertTrue(run.output().contains("build again"), run.output());
        assertTrue(files(host).isEmpty());
    }

    @Test
    void refusesADamagedManifest() throws Exception {
        upload();
        Path manifest = site.resolve(".waymark/manifest");
        List<String> lines = Files.readAllLines(manifest);
        Files.write(manifest, lines.subList(0, lines.size() - 1));
        Run run = uploadAsItIs();
        assertEquals(2, run.exitCode());
        assertTrue(run.output().contains("is incomplete; build again"), run.output());
        assertTrue(Files.exists(host.resolve("services/old/index.html")));
    }

    @Test
    void sendsAssetsFirstThenPagesAndRemovesLast() throws Exception {
        upload();
        remove("services/old/index.html");
        write(site, "assets/look.css", "new look");
        write(site, "index.html", "new home");
        Run run = upload("--out-format=%o %n");
        List<String> order = run.output()
                .lines()
                .filter(line -> line.endsWith("look.css") || line.endsWith("index.html"))
                .toList();
        assertEquals(List.of("send assets/look.css", "send index.html", "del. services/old/index.html"), order);
        assertEquals(files(site), without(files(host), ".waymark/uploaded"));
        assertTrue(Files.notExists(host.resolve("services/old")), "the empty folder was removed too");
    }

    @Test
    void keepsOtherFilesAtTheDestination() throws Exception {
        write(host, ".well-known/security.txt", "contact");
        upload();
        write(host, "services/old/notes.txt", "mine");
        remove("services/old/index.html");
        Run run = upload();
        assertEquals(0, run.exitCode(), run.output());
        assertEquals("contact", files(host).get(".well-known/security.txt"));
        assertEquals("mine", files(host).get("services/old/notes.txt"));
        assertTrue(Files.notExists(host.resolve("services/old/index.html")));
    }

    @Test
    void removesLeftoversOfAnInterruptedUpload() throws Exception {
        upload();
        write(host, "services/half/index.html", "of an upload that was interrupted");
        Path list = host.resolve(".waymark/uploaded");
        Files.writeString(list, Files.readString(list) + "services/half/index.html\n");
        upload();
        assertTrue(Files.notExists(host.resolve("services/half")));
    }

    @Test
    void changesNothingOutsideTheDestination() throws Exception {
        write(temporary, "outside.txt", "outside");
        upload();
        Path list = host.resolve(".waymark/uploaded");
        Files.writeString(list, "../outside.txt\nservices/../../outside.txt\n" + temporary + "/outside.txt\n");
        Run run = upload();
        assertEquals(0, run.exitCode(), run.output());
        assertEquals("outside", Files.readString(temporary.resolve("outside.txt")));
    }

    @Test
    void refusesAFolderThatIsNotASite() throws Exception {
        Run run = uploadAsItIs();
        assertEquals(2, run.exitCode());
        assertTrue(run.output().contains("not a site built by waymark"), run.output());
        assertTrue(files(host).isEmpty());
    }

    @Test
    void saysThatAFolderIsNotThere() throws Exception {
        publish();
        Path nowhere = temporary.resolve("none/of/these");
        Run run = run(site, nowhere);
        assertEquals(3, run.exitCode(), run.output());
        assertEquals(
                "waymark-upload: the folder above " + nowhere + "/ does not exist; create it first\n"
                        + "waymark-upload: nothing was uploaded\n",
                run.output());
        assertTrue(run(nowhere, host).output().contains("there is no folder " + nowhere));
    }

    private Run upload(String... options) throws IOException, InterruptedException {
        publish();
        return uploadAsItIs(options);
    }

    /** Writes the manifest, as a build does at the end. */
    private void publish() throws IOException {
        TreeMap<String, String> published = without(files(site), ".waymark/manifest");
        var manifest = new StringBuilder("# files: " + published.size() + "\n");
        published
                .keySet()
                .forEach(path -> manifest.append("0".repeat(64))
                        .append("  ")
                        .append(path)
                        .append('\n'));
        write(site, ".waymark/manifest", manifest.toString());
    }

    private Run uploadAsItIs(String... options) throws IOException, InterruptedException {
        return run(site, host, options);
    }

    private static Run run(Path from, Path to, String... options) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("sh", SCRIPT.toString(), from.toString(), to.toString()));
        command.addAll(List.of(options));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), output);
    }

    private static void write(Path folder, String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void remove(String path) throws IOException {
        Path file = site.resolve(path);
        Files.delete(file);
        try (Stream<Path> rest = Files.list(file.getParent())) {
            if (rest.findAny().isEmpty()) {
                Files.delete(file.getParent());
            }
        }
    }

    private static TreeMap<String, String> files(Path folder) throws IOException {
        var files = new TreeMap<String, String>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(file).toString(), Files.readString(file));
            }
        }
        return files;
    }

    private static TreeMap<String, String> without(TreeMap<String, String> files, String path) {
        files.remove(path);
        return files;
    }
}
