package org.waymark.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.waymark.BuiltSite;
import org.waymark.TestKinds;
import org.waymark.TestProject;
import org.waymark.render.OutputFile;
import org.waymark.source.Project;
import org.waymark.source.ProjectReader;
import org.waymark.source.SourceFile;

/** The pages that show all entries at once: for printing, and as a table. */
class WholePublicationTest {
    private static final Pattern ID = Pattern.compile(" id=\"([^\"]+)\"");
    private static final Pattern ANCHOR = Pattern.compile(" href=\"#([^\"]+)\"");
    private static final Pattern HEADING = Pattern.compile("<h([1-6])[ >]");

    private static Project golden() {
        return ProjectReader.read(TestProject.resource("/golden"));
    }

    @Test
    void idsAreUniqueAndEveryAnchorHasATarget() {
        String html = page(golden(), "print/index.html");
        List<String> ids = all(ID, html);
        assertEquals(new HashSet<>(ids).size(), ids.size(), ids.toString());
        all(ANCHOR, html).forEach(anchor -> assertTrue(ids.contains(anchor), anchor));
    }

    @Test
    void headingsDescendOneLevelAtATime() {
        int level = 0;
        for (String heading : all(HEADING, page(golden(), "print/index.html"))) {
            int next = Integer.parseInt(heading);
            assertTrue(next <= level + 1, "h" + next + " after h" + level);
            level = next;
        }
    }

    @Test
    void linksToEntriesStayOnThePage() {
        String html = page(
                TestProject.smallWith(SourceFile.of(
                        "content/pages/introduction.md",
                        "---\ntitle: Introduction\nsummary: What this is.\n---\n\n## One\n\n"
                                + "See [late hours](../services/extended-access.md) and"
                                + " [the part above](introduction.md#one).\n")),
                "print/index.html");
        assertTrue(html.contains("<a href=\"#service.extended-access\">late hours</a>"), html);
        assertTrue(html.contains("<a href=\"#page.introduction.one\">the part above</a>"), html);
    }

    @Test
    void tooManyCaseStudiesAreListedByAddress() {
        var many = new ArrayList<SourceFile>();
        String text = text(TestProject.small(), "content/case-studies/evening-hubs.md");
        for (int i = 0; i <= PrintMaker.MOST_IN_FULL; i++) {
            many.add(SourceFile.of(
                    "content/case-studies/hub-" + i + ".md", text.replaceFirst("title: .*", "title: Hub " + i)));
        }
        String html = page(TestProject.smallWith(many.toArray(SourceFile[]::new)), "print/index.html");
        assertTrue(html.contains("too many to print here"));
        assertTrue(html.contains("https://directory.example.org/case-studies/hub-300/"));
        assertFalse(html.contains("id=\"case-study."));
    }

    @Test
    void theTableShowsEmptyCells() {
        String html = page(golden(), "coverage/index.html");
        assertTrue(html.contains("<span class=\"visually-hidden\">none</span>"), html);
        assertEquals(
                all(Pattern.compile("(<th scope=\"col\">)"), html).size(),
                1 + TestKinds.REGIONS.options().size() + 1);
    }

    private static String page(Project project, String path) {
        return BuiltSite.of(project, TestProject.SETTINGS).files().stream()
                .filter(file -> file.path().equals(path))
                .map(file -> new String(((OutputFile.Made) file).bytes(), StandardCharsets.UTF_8))
                .findFirst()
                .orElseThrow();
    }

    private static String text(Project project, String path) {
        return project.content().stream()
                .filter(file -> file.path().equals(path))
                .findFirst()
                .orElseThrow()
                .text();
    }

    private static List<String> all(Pattern pattern, String html) {
        return pattern.matcher(html).results().map(match -> match.group(1)).toList();
    }
}
