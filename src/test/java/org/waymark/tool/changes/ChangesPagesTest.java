package org.waymark.tool.changes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.waymark.Build;
import org.waymark.Edition;
import org.waymark.JsonOutput;
import org.waymark.TestProject;
import org.waymark.render.OutputFile;
import org.waymark.report.JsonEscaper;
import org.waymark.source.Json;
import org.waymark.source.Project;
import org.waymark.source.Sha256;
import org.waymark.source.SourceFile;

/**
 * Runs every page in {@code src/test/resources/changes}. A fence with a path in its title is a file of the smallest
 * directory, {@code before} or {@code after} the change; {@code remove} in front of the path removes it. A fence
 * {@code text}, {@code markdown} or {@code json} contains the expected report. The page {@code look.md} publishes too, and has links. A case ends at a heading. {@code
 * -Dgolden.update=true} records the reports again.
 */
class ChangesPagesTest {
    private static final RevisionRange PERIOD = new RevisionRange(
            new RevisionRange.ComparedRevision("main", "0123456789abcdef0123456789abcdef01234567"), Optional.empty());

    private static final ReviewLinks LINKS =
            new ReviewLinks(Optional.of("https://code.example/blob/main/"), Optional.of("https://preview.example/"));

    private record Case(String heading, Map<String, Project> states, Map<String, String> expected) {}

    @TestFactory
    Stream<DynamicTest> reportsWhatThePagesSay() throws IOException {
        try (Stream<Path> pages = Files.list(TestProject.resource("/changes"))) {
            return pages.sorted().toList().stream()
                    .flatMap(page -> read(page).stream()
                            .map(each -> DynamicTest.dynamicTest(
                                    page.getFileName() + ": " + each.heading(), () -> check(page, each))));
        }
    }

    private static void check(Path page, Case each) {
        boolean isLook = page.endsWith("look.md");
        Build build = Build.keptPages();
        DirectoryState before = state(build, each.states().get("before"), isLook);
        DirectoryChanges changes =
                DirectoryComparison.of(before, state(build, each.states().get("after"), isLook));
        ReviewLinks links = isLook ? LINKS : ReviewLinks.NONE;
        var found = new LinkedHashMap<String, String>();
        for (String form : each.expected().keySet()) {
            found.put(
                    form,
                    switch (form) {
                        case "text" -> ChangesText.of(changes, PERIOD, links);
                        case "markdown" -> ChangesMarkdown.of(changes, PERIOD, links);
                        default -> JsonEscaper.of(Json.indented(ChangesData.of(changes, PERIOD))) + "\n";
                    });
        }
        Optional.ofNullable(found.get("json")).ifPresent(json -> JsonOutput.assertValid("changes", json));
        if (Boolean.getBoolean("golden.update")) {
            each.expected().forEach((form, text) -> record(page, form, text, found.get(form)));
        } else {
            assertEquals(each.expected(), found);
        }
    }

    private static void record(Path page, String form, String old, String now) {
        Path source = Path.of("src/test/resources/changes", page.getFileName().toString());
        try {
            String text = Files.readString(source);
            String fence = "\n```" + form + "\n";
            Files.writeString(source, text.replace(fence + old + "```\n", fence + now + "```\n"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static DirectoryState state(Build build, Project project, boolean withPages) {
        Map<String, String> pages = new ConcurrentHashMap<>();
        Edition edition = withPages
                ? build.run(project, TestProject.SETTINGS, stage -> {}, file -> pages.put(file.path(), digest(file)))
                : build.check(project, TestProject.SETTINGS);
        var pictures = new TreeMap<String, String>();
        project.images().forEach(image -> pictures.put(image.path(), image.path()));
        return new DirectoryState(
                edition.directory(),
                edition.diagnostics(),
                new ProjectSnapshot(project, pictures),
                withPages && edition.errors() == 0 ? Optional.of(pages) : Optional.empty());
    }

    private static String digest(OutputFile file) {
        return Sha256.of(((OutputFile.Made) file).bytes());
    }

    private static List<Case> read(Path page) {
        var cases = new ArrayList<Case>();
        String markdown;
        try {
            markdown = Files.readString(page);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        Parser.builder().build().parse(markdown).accept(new AbstractVisitor() {
            private String heading = "";
            private final Map<String, Project> states = new TreeMap<>();
            private final Map<String, String> expected = new LinkedHashMap<>();

            @Override
            public void visit(Heading node) {
                finish();
                heading = ((Text) node.getFirstChild()).getLiteral();
            }

            @Override
            public void visit(FencedCodeBlock fence) {
                String[] words = fence.getInfo().strip().split("\\s+");
                if (words.length == 1) {
                    expected.put(words[0], fence.getLiteral());
                } else {
                    states.merge(
                            words[2],
                            change(TestProject.small(), words, fence),
                            (old, unused) -> change(old, words, fence));
                }
            }

            private Project change(Project project, String[] words, FencedCodeBlock fence) {
                return words[0].equals("remove")
                        ? TestProject.without(project, words[1])
                        : TestProject.with(project, List.of(SourceFile.of(words[1], fence.getLiteral())), List.of());
            }

            @Override
            public void visit(org.commonmark.node.Document entry) {
                super.visit(entry);
                finish();
            }

            private void finish() {
                if (!expected.isEmpty()) {
                    states.putIfAbsent("before", TestProject.small());
                    states.putIfAbsent("after", TestProject.small());
                    cases.add(new Case(heading, Map.copyOf(states), new LinkedHashMap<>(expected)));
                }
                states.clear();
                expected.clear();
            }
        });
        return cases;
    }
}
