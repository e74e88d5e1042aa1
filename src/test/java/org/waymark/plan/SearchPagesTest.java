package org.waymark.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.waymark.Build;
import org.waymark.TestProject;
import org.waymark.plan.ListItems.IndexItem;
import org.waymark.plan.ListItems.IndexTarget;
import org.waymark.source.Project;
import org.waymark.source.SourceFile;

class SearchPagesTest {
    @Test
    void listsEntriesUnderAllTheirNames() {
        Project project = TestProject.smallWith(file("content/services/visa.md", """
                        ---
                        name: The visa desk
                        summary: A summary.
                        category: enhanced-services
                        also-known-as:
                          - élan visas
                          - 2nd desk
                        ---
                        Text.
                        """));
        Pages.AToZ page = (Pages.AToZ) page(project, "a-to-z/");
        List<IndexItem> items = page.sections().stream()
                .flatMap(letter -> letter.items().stream())
                .toList();
        var desk = new IndexTarget(new PageLink("The visa desk", "services/visa/"), "Service");
        assertTrue(items.contains(new IndexItem("The visa desk", List.of(desk), false)));
        assertTrue(items.contains(new IndexItem("Élan visas", List.of(desk), true)));
        assertEquals("V", letterOf(page, "The visa desk"));
        assertEquals("E", letterOf(page, "Élan visas"));
        assertEquals("0–9", letterOf(page, "2nd desk"));
        assertEquals(
                page.letters().stream().map(PageLink::text).toList(),
                page.sections().stream().map(ListItems.IndexLetter::name).toList());
        assertTrue(page.letters().get(0).path().startsWith("a-to-z/#"));
    }

    @Test
    void namesAllEntriesThatShareAnotherNameInOneLine() {
        Project project =
                TestProject.smallWith(file("content/services/visa.md", """
                        ---
                        name: The visa desk
                        summary: A summary.
                        category: enhanced-services
                        also-known-as: [Papers, papers]
                        ---
                        Text.
                        """), file("content/glossary.yaml", """
                        - term: permit
                          also: [papers]
                          definition: A permit is a paper.
                        """));
        Pages.AToZ page = (Pages.AToZ) page(project, "a-to-z/");
        List<IndexItem> items = page.sections().stream()
                .flatMap(letter -> letter.items().stream())
                .filter(item -> item.name().equals("Papers"))
                .toList();
        assertEquals(1, items.size());
        assertEquals(
                Set.of("The visa desk", "permit"),
                items.get(0).targets().stream()
                        .map(target -> target.link().text())
                        .collect(Collectors.toSet()));
    }

    @Test
    void omitsCaseStudiesIfThereAreMany() {
        Pages.AToZ page = (Pages.AToZ) page(withMany(501), "a-to-z/");
        assertEquals(
                List.of("Case studies"),
                page.elsewhere().stream().map(Pages.AToZ.Elsewhere::title).toList());
        assertFalse(page.sections().stream()
                .flatMap(letter -> letter.items().stream())
                .anyMatch(item -> item.targets().get(0).kind().equals("Case study")));
    }

    @Test
    void givesEachLetterAPageIfThereAreManyItems() {
        var files = new ArrayList<SourceFile>();
        for (int i = 0; i < 1_001; i++) {
            files.add(file(
                    "content/organisations/o" + i + ".yaml",
                    "name: " + (char) ('A' + i % 26) + "rg " + i
                            + "\nkind: GP federation\nplace: Leeds\nregion: London\n"));
        }
        Project project = TestProject.smallWith(files.toArray(SourceFile[]::new));
        Pages.AToZ page = (Pages.AToZ) page(project, "a-to-z/");
        assertEquals(List.of(), page.sections());
        assertTrue(page.letters().stream().anyMatch(link -> link.path().equals("a-to-z/q/")));
        assertEquals(1, ((Pages.AToZ) page(project, "a-to-z/q/")).sections().size());
    }

    private static String letterOf(Pages.AToZ page, String name) {
        return page.sections().stream()
                .filter(letter ->
                        letter.items().stream().anyMatch(item -> item.name().equals(name)))
                .findFirst()
                .orElseThrow()
                .name();
    }

    private static Project withMany(int studies) {
        Project base = TestProject.small();
        SourceFile study = base.content().stream()
                .filter(file -> file.path().startsWith("content/case-studies/"))
                .findFirst()
                .orElseThrow();
        var files = new ArrayList<SourceFile>();
        for (int i = 1; i < studies; i++) {
            files.add(file("content/case-studies/study-" + i + ".md", study.text()));
        }
        return TestProject.with(base, files, List.of());
    }

    private static Page page(Project project, String path) {
        var directory = Build.once().check(project, TestProject.SETTINGS).directory();
        return new SitePlanner(false)
                .plan(directory, directory.site(), project).pages().stream()
                        .filter(page -> page.path().value().equals(path))
                        .findFirst()
                        .orElseThrow();
    }

    private static SourceFile file(String path, String text) {
        return SourceFile.decode(path, text.getBytes(StandardCharsets.UTF_8));
    }
}
