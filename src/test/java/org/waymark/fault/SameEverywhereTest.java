package org.waymark.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.waymark.fault.Program.onTheDay;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.waymark.TestProject;
import org.waymark.Thorough;
import org.waymark.fault.Program.Ended;

/** The real program gives the same bytes on every machine: site, manifest, reports and output. */
@Thorough("starts a process for each locale, zone and file system")
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "locales are set as POSIX has them")
class SameEverywhereTest {
    private static final List<String> REPORTS = List.of("json", "sarif", "gitlab", "junit", "markdown");
    private static final String TEXTS = ".*\\.(md|yaml|ftlh|css|js|mjs|svg|txt|json|webmanifest)";

    @TempDir
    private static Path folder;

    private static Path project;
    private static Map<String, String> expected;

    /** An awkward project with its own templates, and with findings. */
    @BeforeAll
    static void buildOnThisMachine() throws Exception {
        project = Folders.write(TestProject.awkward(), folder.resolve("project"));
        Folders.copy(Path.of("templates"), project.resolve("templates"));
        Folders.write(
                project.resolve("content/pages/findings.md"),
                "---\ntitle: İIıi findings\nsummary: The color of İstanbul, in 1,234 words.\n---\n\n"
                        + "It is is organized by the the NHS in the center: see [here](https://example.org).\n");
        expected = made(Program.in(folder), project);
        assertTrue(expected.get("report.json").contains("content/pages/findings.md"), expected.get("said"));
        assertTrue(expected.keySet().stream().anyMatch(path -> path.endsWith(".gz")));
    }

    /** All output of a build. */
    private static Map<String, String> made(Program waymark, Path project) throws Exception {
        return made(waymark, "\"$@\"", project.toString());
    }

    private static Map<String, String> made(Program waymark, String shell, String project) throws Exception {
        Path site = folder.resolve("site");
        Folders.remove(site);
        var arguments =
                new ArrayList<>(List.of("build", "--project", project, "--output", site.toString(), "--precompress"));
        for (String report : REPORTS) {
            arguments.addAll(List.of("--report", report + "=" + folder.resolve("report." + report)));
        }
        Ended ended = waymark.runBy(shell, onTheDay(arguments.toArray(String[]::new)));
        assertEquals(0, ended.code(), ended::toString);
        var made = new TreeMap<>(Folders.files(site));
        for (String report : REPORTS) {
            made.put("report." + report, Files.readString(folder.resolve("report." + report)));
        }
        made.put("said", ended.err());
        return made;
    }

    private static void assertSame(Map<String, String> made) {
        assertEquals(expected.keySet(), made.keySet());
        expected.forEach((path, bytes) -> assertEquals(bytes, made.get(path), path));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-Duser.language=tr -Duser.country=TR -Duser.timezone=Pacific/Apia -Dfile.encoding=UTF-16",
                "-Duser.language=ar -Duser.country=EG -Duser.extensions=nu-arab -Duser.timezone=America/St_Johns"
                        + " -Djava.util.concurrent.ForkJoinPool.common.parallelism=16",
                "-Duser.language=th -Duser.country=TH -Duser.extensions=ca-buddhist-nu-thai"
                        + " -Dfile.encoding=ISO-8859-1 -Dline.separator=!",
            })
    void withOptionsOfJava(String options) throws Exception {
        assertSame(made(Program.in(folder, options.split(" ")), project));
    }

    @ParameterizedTest
    @CsvSource({"LC_ALL, C", "LC_ALL, tr_TR.UTF-8", "LANG, ar_EG.ISO-8859-6"})
    void inAnotherEnvironment(String variable, String value) throws Exception {
        assertSame(made(Program.in(folder).with(variable, value), project));
    }

    @Test
    void onOneProcessor() throws Exception {
        assumeTrue(Machine.works(List.of("taskset", "-c", "0"), "true"), "this machine gives away no single processor");
        assertSame(made(Program.in(folder), "taskset -c 0 \"$@\"", project.toString()));
    }

    @Test
    void withAnotherJava() throws Exception {
        Path other = otherJava();
        assertSame(made(Program.on(other, folder), project));
    }

    private static Path otherJava() throws IOException {
        Path own = Path.of(System.getProperty("java.home")).toRealPath();
        Path all = Path.of(System.getProperty("waymark.javas", "/usr/lib/jvm"));
        var others = new ArrayList<Path>();
        if (Files.isDirectory(all)) {
            try (Stream<Path> javas = Files.list(all)) {
                for (Path home : javas.sorted().toList()) {
                    if (Files.isExecutable(home.resolve("bin/java"))
                            && !home.toRealPath().equals(own)) {
                        others.add(home);
                    }
                }
            }
        }
        assumeTrue(!others.isEmpty(), "there is no other Java in " + all);
        return others.get(others.size() - 1);
    }

    @Test
    void inAnotherFolder() throws Exception {
        Path place = folder.resolve("Ärzte & Träger (neu)/İş ğ");
        Files.createDirectories(place.getParent());
        Folders.copy(project, place);
        Path link = Files.createSymbolicLink(folder.resolve("link"), place);
        assertSame(made(Program.in(folder), link));
        assertSame(made(Program.in(Files.createDirectories(folder.resolve("a/b"))), "\"$@\"", "../../project"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "\r", "\uFEFF"})
    void inAWorkingCopyOfAnotherEditor(String habit) throws Exception {
        Path copy = folder.resolve("copy");
        Folders.remove(copy);
        Folders.copy(project, copy);
        try (Stream<Path> files = Files.walk(copy)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                boolean isLook = file.toString().contains("/assets/");
                boolean isPicture = file.toString().contains("/images/");
                if (file.toString().matches(TEXTS) && !isPicture && (!isLook || habit.equals("\r\n"))) {
                    String text = Files.readString(file);
                    Files.writeString(file, habit.equals("\uFEFF") ? habit + text : text.replace("\n", habit));
                }
            }
        }
        assertSame(made(Program.in(folder), copy));
    }

    @Test
    void withFilesInAnotherOrderAndWithOtherTimes() throws Exception {
        Path memory = Path.of("/dev/shm");
        // An in-memory disk lists files in order of creation, others by name.
        Path place = Files.isWritable(memory) ? Files.createTempDirectory(memory, "waymark") : folder.resolve("order");
        try {
            List<Path> files;
            try (Stream<Path> all = Files.walk(project)) {
                files = new ArrayList<>(all.filter(Files::isRegularFile).toList());
            }
            Collections.shuffle(files, new Random(1));
            for (int i = 0; i < files.size(); i++) {
                Path copy = place.resolve(project.relativize(files.get(i)).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(files.get(i), copy);
                Files.setLastModifiedTime(
                        copy,
                        FileTime.from(Instant.parse(i % 2 == 0 ? "1970-01-01T00:00:00Z" : "2090-01-01T00:00:00Z")));
            }
            assertSame(made(Program.in(folder), place));
        } finally {
            Folders.remove(place);
        }
    }

    /** Each line keeps its line end, and each file its byte order mark, when a command changes others. */
    @Test
    void keepsTheLineEndsOfAWorkingCopy() throws Exception {
        Path copy = folder.resolve("edited");
        TestProject.copySmall(copy);
        for (String path : Folders.files(copy).keySet()) {
            if (path.matches(TEXTS)) {
                String text = Files.readString(copy.resolve(path));
                Files.writeString(copy.resolve(path), "\uFEFF" + text.replace("\n", "\r\n"));
            }
        }
        Ended ended = Program.in(copy).run(onTheDay("rename", "service", "extended-access", "evenings"));
        assertEquals(0, ended.code(), ended::toString);
        for (Map.Entry<String, String> file : Folders.files(copy).entrySet()) {
            if (file.getKey().matches(TEXTS)) {
                String text = file.getValue();
                String mark = new String("\uFEFF".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
                assertTrue(text.startsWith(mark), file.getKey());
                assertEquals(text, text.replace("\r\n", "\n").replace("\n", "\r\n"), file.getKey());
            }
        }
    }
}
