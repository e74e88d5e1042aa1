package org.waymark.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.Thorough;
import org.waymark.source.Sha256;
import org.waymark.tool.edit.CodeHost;
import org.waymark.tool.edit.HostingFile;
import org.waymark.tool.edit.HostingFiles;
import org.waymark.tool.edit.Installation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The packages that the profile "dist" makes, as users install them. Skipped where they have not been made. */
@Thorough("unpacks what is released")
@EnabledOnOs(OS.LINUX)
class ReleaseIT {
    private static final Path PACKAGES = Path.of("target/packages").toAbsolutePath();
    private static final long MOST_BYTES = 60L << 20;

    @TempDir
    private Path folder;

    private record Run(int code, String printed) {}

    private static Path only(String pattern) throws IOException {
        List<Path> found;
        try (Stream<Path> files = Files.isDirectory(PACKAGES) ? Files.list(PACKAGES) : Stream.empty()) {
            found = files.filter(file -> file.getFileName().toString().matches(pattern))
                    .toList();
        }
        assumeTrue(found.size() == 1, "not made: " + pattern + "; run Maven with -Pdist and a JDK 25");
        return found.get(0);
    }

    private Run run(Map<String, String> environment, String... command) throws Exception {
        var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("JAVA") || name.startsWith("JDK"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        return new Run(process.exitValue(), printed);
    }

    private Path unpacked(Path archive) throws Exception {
        Path to = Files.createDirectories(folder.resolve("unpacked"));
        Run run = run(
                Map.of(),
                "tar",
                "--extract",
                "--file",
                archive.toString(),
                "--directory",
                to.toString(),
                "--strip-components=1");
        assertEquals(0, run.code(), run.printed());
        return to;
    }

    @Test
    void runsWithoutAnythingOnThePath() throws Exception {
        Path archive = only("waymark-[\\d.]+-linux-.*\\.tar\\.gz");
        assertTrue(Files.size(archive) <= MOST_BYTES, Files.size(archive) + " bytes");
        Path program = unpacked(archive);
        String launcher = program.resolve("bin/waymark").toString();
        Map<String, String> empty = Map.of("PATH", "");
        Run version = run(empty, launcher, "--version");
        assertTrue(version.printed().matches("waymark [\\d.]+\n"), version.printed());
        Run built = run(
                empty,
                launcher,
                "build",
                "--project",
                program.resolve("lib/sample").toString(),
                "--output",
                folder.resolve("site").toString());
        assertTrue(built.printed().contains("Published "), built.printed());
        Run off = run(Map.of("PATH", "", "WAYMARK_JAVA_OPTS", "-Xlog:aot*=info"), launcher, "--version");
        assertTrue(off.printed().contains("waymark "), off.printed());

        // It knows what its workflows install.
        var release = new Properties();
        try (var in = Files.newInputStream(program.resolve("lib/release.properties"))) {
            release.load(in);
        }
        assertEquals(Sha256.of(only("waymark-.*-ci-linux-.*")), release.getProperty("sha256"));
        Files.createDirectories(folder.resolve("mine/content"));
        Run set = run(
                empty,
                launcher,
                "init",
                folder.resolve("mine").toString(),
                "--ci",
                "github",
                "--release",
                "https://example.org/waymark.tar.gz");
        assertEquals(0, set.code(), set.printed());
        assertTrue(Files.readString(folder.resolve("mine/.github/actions/waymark/action.yml"))
                .contains("SHA256: " + release.getProperty("sha256")));
    }

    /** The steps of the workflows that install a release, with an archive on this machine. */
    @Test
    void installsAsWorkflowsDo() throws Exception {
        Path archive = only("waymark-.*-ci-linux-.*");
        var release = new Installation.Release("https://example.org/a.tar.gz", "0".repeat(64));
        HostingFile action = new HostingFiles(CodeHost.GITHUB, "main", "Europe/London", release)
                .all().stream()
                        .filter(file -> file.path().endsWith("action.yml"))
                        .findFirst()
                        .orElseThrow();
        String script =
                new YAMLMapper().readTree(action.text()).at("/runs/steps/0/run").asString();
        Path path = folder.resolve("path");
        for (String sum : List.of("0".repeat(64), Sha256.of(archive))) {
            Run run = run(
                    Map.of(
                            "URL", archive.toUri().toString(),
                            "SHA256", sum,
                            "RUNNER_TEMP", folder.toString(),
                            "GITHUB_PATH", path.toString()),
                    "bash",
                    "-eo",
                    "pipefail",
                    "-c",
                    script);
            assertEquals(sum.startsWith("00000000"), run.code() != 0, run.printed());
        }
        String launcher = Files.readString(path).strip() + "/waymark";
        assertEquals(0, run(Map.of("PATH", ""), launcher, "--version").code());
    }

    @Test
    void listsTheChecksumOfEachPackage() throws Exception {
        Path sums = only("SHA256SUMS");
        try (Stream<Path> files = Files.list(PACKAGES)) {
            assertEquals(files.count() - 1, Files.readAllLines(sums).size());
        }
        for (String line : Files.readAllLines(sums)) {
            String[] parts = line.split(" {2}");
            assertEquals(parts[0], Sha256.of(PACKAGES.resolve(parts[1])), line);
        }
    }

    @Test
    void namesTheZipToPackageManagers() throws Exception {
        Path zip = only("waymark-[\\d.]+\\.zip");
        assertTrue(Files.size(zip) <= MOST_BYTES);
        String sum = Sha256.of(zip);
        JsonNode scoop = new JsonMapper().readTree(Files.readString(only("waymark\\.json")));
        assertEquals(sum, scoop.path("hash").asString());
        assertTrue(scoop.path("url").asString().endsWith("/" + zip.getFileName()), scoop.toString());
        String formula = Files.readString(only("waymark\\.rb"));
        assertTrue(formula.contains("sha256 \"" + sum + "\"") && !formula.contains("[["), formula);
    }

    @Test
    void installsFilesWhereDebianHasThem() throws Exception {
        Path deb = only("waymark_.*\\.deb");
        assertTrue(Files.size(deb) <= MOST_BYTES, Files.size(deb) + " bytes");
        Run run = run(Map.of(), "dpkg-deb", "--contents", deb.toString());
        assertEquals(0, run.code(), run.printed());
        for (String file : List.of(
                "-rwxr-xr-x \\S+ +\\d+ \\S+ \\S+ \\./usr/bin/waymark\n",
                "-rwxr-xr-x \\S+ +\\d+ \\S+ \\S+ \\./usr/lib/waymark/runtime/bin/java\n",
                "-rw-r--r-- \\S+ +\\d+ \\S+ \\S+ \\./usr/share/man/man1/waymark-build\\.1\\.gz\n",
                "-rw-r--r-- \\S+ +\\d+ \\S+ \\S+ \\./usr/share/bash-completion/completions/waymark\n",
                "-rw-r--r-- \\S+ +\\d+ \\S+ \\S+ \\./usr/share/doc/waymark/copyright\n")) {
            assertTrue(run.printed().matches("(?s).*" + file + ".*"), file + run.printed());
        }
    }

    @Test
    void startsAnImage() throws Exception {
        Path image = only("waymark-.*-image-.*\\.tar");
        Run run = run(Map.of(), "tar", "--extract", "--file", image.toString());
        assertEquals(0, run.code(), run.printed());
        var json = new JsonMapper();
        JsonNode index = json.readTree(Files.readString(folder.resolve("index.json")));
        JsonNode manifest = json.readTree(blob(index.at("/manifests/0/digest").asString()));
        JsonNode config = json.readTree(blob(manifest.at("/config/digest").asString()));
        assertEquals("linux", config.path("os").asString());
        assertEquals(1, manifest.path("layers").size());
        List<String> entrypoint = config.at("/config/Entrypoint")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
        assertTrue(entrypoint.get(0).endsWith("/java"), entrypoint.toString());
        assertFalse(entrypoint.isEmpty());
    }

    private byte[] blob(String digest) throws IOException {
        return Files.readAllBytes(folder.resolve("blobs").resolve(digest.replace(':', '/')));
    }
}
