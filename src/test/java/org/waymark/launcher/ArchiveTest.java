package org.waymark.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import freemarker.template.Template;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.commonmark.ext.footnotes.FootnotesExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.nibor.autolink.LinkExtractor;
import org.snakeyaml.engine.v2.api.Load;
import org.waymark.Build;
import org.waymark.Thorough;
import org.waymark.launcher.InstalledFolder.Run;
import picocli.CommandLine;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLFactory;

/** Starts Waymark itself, with a class-data archive made by the Java of the tests, and with broken ones. */
@Thorough("makes class-data archives")
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher under test is a POSIX script")
class ArchiveTest {
    /** A class of each library that a run needs. */
    private static final List<Class<?>> LIBRARIES = List.of(
            JsonParser.class,
            JsonNode.class,
            YAMLFactory.class,
            Load.class,
            Node.class,
            FootnotesExtension.class,
            StrikethroughExtension.class,
            TablesExtension.class,
            LinkExtractor.class,
            Template.class,
            CommandLine.class);

    /** A file of the library without classes. */
    private static final String FONT = "/com/formdev/flatlaf/fonts/roboto/Roboto-Bold.ttf";

    @TempDir
    private Path temporary;

    @Test
    void isUsedAndNotRequired() throws Exception {
        Path folder = temporary.toRealPath().resolve("Jo's files");
        Path javaHome = Path.of(System.getProperty("java.home"));
        var waymark = new InstalledFolder(folder.resolve("waymark"), folder.resolve("home"), javaHome);
        fill(waymark.jar());
        boolean isCache = Runtime.version().feature() >= 24;
        Path archive = waymark.archive(Runtime.version().feature() + (isCache ? ".aot" : ".jsa"));

        // The archive is made from the sample, which must be reported on and published.
        String[] sample = {
            "build", "--project", folder.resolve("waymark/lib/sample").toString(), "--output", "site"
        };
        Run without = waymark.start(sample);
        assertEquals(0, without.code(), without.err());
        assertTrue(without.out().startsWith("warning["), without.out());
        assertTrue(without.out().contains("\nPublished "), without.out());

        Run with = waymark.startWithArchive("--version");
        assertEquals(new Run(0, "waymark (from its sources)\n", ""), with);
        assertTrue(Files.exists(archive), archive.toString());
        String insist = isCache ? "-XX:AOTMode=on" : "-Xshare:on";
        assertEquals(with, waymark.start(Map.of("WAYMARK_JAVA_OPTS", insist), "--version"));

        byte[] whole = Files.readAllBytes(archive);
        byte[] half = Arrays.copyOf(whole, whole.length / 2);
        for (byte[] broken :
                List.of(half, new byte[0], "not one".getBytes(StandardCharsets.UTF_8), new byte[100_000])) {
            Files.delete(archive);
            Files.write(archive, broken);
            assertEquals(with, waymark.start(Map.of(), "--version"));
        }
    }

    /** As in the package: the jar's manifest lists the others. */
    private static void fill(Path jar) throws Exception {
        var names = new StringBuilder();
        var libraries = new ArrayList<URI>();
        for (Class<?> type : LIBRARIES) {
            libraries.add(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        }
        var font = (JarURLConnection) ArchiveTest.class.getResource(FONT).openConnection();
        libraries.add(font.getJarFileURL().toURI());
        for (URI location : libraries) {
            Path library = Path.of(location);
            Files.copy(library, jar.resolveSibling(library.getFileName()));
            names.append(library.getFileName()).append(' ');
        }
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes()
                .put(Attributes.Name.CLASS_PATH, names.toString().strip());
        Path classes = Path.of(
                Build.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest);
                var files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                write(out, classes.relativize(file).toString(), file);
            }
        }
    }

    private static void write(JarOutputStream out, String name, Path file) throws IOException {
        out.putNextEntry(new JarEntry(name));
        Files.copy(file, out);
        out.closeEntry();
    }
}
