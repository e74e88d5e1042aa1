package org.waymark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.TestProject;
import org.waymark.content.Shapes;

/** The commands that change the shape of a directory, on the directory of courses of the guide. */
class ShapeCommandsTest {
    private static final Path GUIDE = Path.of("src/docs/shapes.md");
    private static final String KIND = "content/shape/kinds/course.yaml";
    private static final String BREAD = "content/courses/bread.md";

    @TempDir
    private Path project;

    private record Run(int code, String out, String err) {}

    /** The final version of each file of the guide's first directory. */
    @BeforeEach
    void writeTheDirectoryOfTheGuide() throws IOException {
        // What init writes, and then what the guide shows.
        Map<String, String> files = new LinkedHashMap<>(Shapes.sample("base"));
        for (FencedCodeBlock fence : fences()) {
            String[] info = fence.getInfo().split(" ", -1);
            if (info.length > 1) {
                if (info[1].equals("content/site.yaml") && files.containsKey(info[1])) {
                    break;
                }
                files.put(info[1], fence.getLiteral());
            }
        }
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = project.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
    }

    private static List<FencedCodeBlock> fences() throws IOException {
        var fences = new ArrayList<FencedCodeBlock>();
        guide().accept(new AbstractVisitor() {
            @Override
            public void visit(FencedCodeBlock fence) {
                fences.add(fence);
            }
        });
        return fences;
    }

    private static Node guide() throws IOException {
        return Parser.builder().build().parse(Files.readString(GUIDE));
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

    /** The words of a command; quoted text is one word. */
    private static String[] words(String command) {
        var words = new ArrayList<String>();
        Matcher word = Pattern.compile("\"([^\"]*)\"|(\\S+)").matcher(command);
        while (word.find()) {
            words.add(word.group(1) == null ? word.group(2) : word.group(1));
        }
        return words.subList(1, words.size()).toArray(String[]::new);
    }

    private Map<String, String> files() throws IOException {
        var texts = new TreeMap<String, String>();
        try (Stream<Path> files = Files.walk(project.resolve("content"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                texts.put(project.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
        }
        return texts;
    }

    @Test
    void shownOutputIsThatOfTheGuide() throws IOException {
        List<FencedCodeBlock> fences = fences();
        int shown = 0;
        for (int i = 0; i + 1 < fences.size(); i++) {
            if (fences.get(i).getInfo().equals("sh")
                    && fences.get(i + 1).getInfo().equals("text")) {
                assertEquals(
                        fences.get(i + 1).getLiteral(),
                        run(words(fences.get(i).getLiteral().strip())).out());
                shown++;
            }
        }
        assertEquals(1, shown);
    }

    @Test
    void everyCommandOfTheGuideLeavesTheDirectoryClean() throws IOException {
        assertEquals(0, run("check", "--strict").code());
        var commands = new ArrayList<String>();
        guide().accept(new AbstractVisitor() {
            @Override
            public void visit(Code code) {
                if (code.getLiteral().matches("waymark (rename|retire) (field|choice|kind) .*")) {
                    commands.add(code.getLiteral());
                }
            }
        });
        assertEquals(11, commands.size());
        for (String command : commands) {
            if (command.contains("retire") && !command.contains("--remove-values")) {
                continue; // refused, since the entry of the guide uses the field
            }
            writeTheDirectoryOfTheGuide();
            Map<String, String> before = files();
            Run run = run(words(command + (command.contains("--remove-values") ? " --yes" : "")));
            assertEquals("", run.err(), command);
            assertFalse(before.equals(files()), command);
            if (run.out().contains("rename templates/page/course.ftlh to templates/page/class.ftlh")) {
                Files.move(project.resolve("templates/page/course.ftlh"), project.resolve("templates/page/class.ftlh"));
            }
            Run check = run("check", "--strict");
            assertEquals(0, check.code(), () -> command + "\n" + check.out());
            try (Stream<Path> files = Files.walk(project)) {
                for (Path path : files.filter(Files::isRegularFile).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    @Test
    void theHomePageFollows() throws IOException {
        assertEquals(0, run("rename", "tutor", "ruth", "baker").code());
        assertEquals(0, run("rename", "kind", "course", "class").code());
        String home = files().get("content/shape/home.yaml");
        assertTrue(home.contains("of: tutor/baker,"), home);
        assertTrue(home.contains("    of: class\n"), home);
        assertTrue(home.contains("of: class.level}"), home);
        Run retired = run("retire", "tutor", "baker", "--gone", "She moved away.", "--yes");
        assertTrue(retired.err().contains("the home page shows its text"), retired.err());
    }

    @Test
    void keepsTheBytesOfFilesFromWindows() throws IOException {
        for (String file : List.of(KIND, BREAD)) {
            Path path = project.resolve(file);
            Files.writeString(path, "\uFEFF" + Files.readString(path).replace("\n", "\r\n"));
        }
        Map<String, String> before = files();
        assertEquals(0, run("rename", "field", "course.starts", "first-evening").code());
        assertEquals(before.get(BREAD).replace("\r\nstarts: ", "\r\nfirst-evening: "), files().get(BREAD));
        assertEquals(
                before.get(KIND).replace("  starts: {", "  first-evening: {").replace("[starts]", "[first-evening]"),
                files().get(KIND));
    }

    @Test
    void leavesNoEmptyFolder() {
        Run run = run("rename", "kind", "course", "class");
        assertTrue(run.out().contains("Moved content/courses/bread.md to content/classes/bread.md\n"), run.out());
        assertFalse(Files.exists(project.resolve("content/courses")));
    }

    @Test
    void refusesWhatWouldBreakTheDirectory() throws IOException {
        Map<String, String> before = files();
        Run taken = run("rename", "kind", "course", "class", "--folder", "search");
        assertEquals(1, taken.code());
        assertTrue(
                taken.err()
                        .startsWith(
                                "waymark rename: the directory would then have errors:\n  content/shape/kinds/class.yaml:"),
                taken.err());
        assertTrue(taken.err().contains("`/search/` is already the address of a page that every site has\n"));
        assertEquals(before, files());
    }

    @Test
    void removesValuesOnlyIfToldTo() throws IOException {
        Map<String, String> before = files();
        Run used = run("retire", "field", "course.places");
        assertEquals(1, used.code());
        assertEquals("""
                waymark retire: entries set `course.places` once; `--remove-values` removes these values:
                  content/courses/bread.md:8:1: `places` has a value here
                Nothing was changed.
                """, used.err());
        Run asked = run("retire", "field", "course.places", "--remove-values");
        assertEquals(2, asked.code());
        assertTrue(
                asked.err()
                        .startsWith(
                                "waymark retire: this removes `course.places` and its value from entries; add --yes to do"
                                        + " so\n"),
                asked.err());
        assertEquals(before, files());
        assertEquals(
                0,
                run("retire", "field", "course.places", "--remove-values", "-n").code());
        assertEquals(before, files());
        Run told = run("retire", "field", "course.places", "--remove-values", "--yes");
        assertTrue(told.out().endsWith("Retired the field `course.places` and removed its value.\n"), told.out());
        assertEquals(before.get(BREAD).replace("places: 12\n", ""), files().get(BREAD));
    }

    @Test
    void mergeAsksAsRetireDoes() throws Exception {
        Path base = TestProject.resource("/spec-base");
        Path own = project.resolve("own");
        try (Stream<Path> files = Files.walk(base)) {
            for (Path file : files.toList()) {
                Files.copy(file, own.resolve(base.relativize(file).toString()));
            }
        }
        project = own;
        try (Git git = Git.init().setDirectory(own.toFile()).call()) {
            git.add().addFilepattern(".").call();
            Files.writeString(
                    own.resolve("content/services/new-one.md"),
                    "---\nname: New one\nsummary: It is new.\ncategory: enhanced-services\n---\n\nText.\n",
                    StandardCharsets.UTF_8);
            Run asked = run("merge", "service", "new-one", "extended-access");
            assertEquals(2, asked.code());
            assertTrue(asked.err().contains("new-one.md is not in Git"), asked.err());
            assertTrue(Files.exists(own.resolve("content/services/new-one.md")));
            assertEquals(
                    0,
                    run("merge", "service", "new-one", "extended-access", "-y").code());
            assertEquals(
                    0, run("rename", "service", "extended-access", "care", "-y").code());
        }
    }
}
