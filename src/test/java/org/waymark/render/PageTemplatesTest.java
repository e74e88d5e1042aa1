package org.waymark.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.waymark.Build;
import org.waymark.TestProject;
import org.waymark.model.Directory;
import org.waymark.plan.Page;
import org.waymark.plan.Pages;
import org.waymark.plan.SitePlanner;
import org.waymark.source.Project;
import org.waymark.source.SourceFile;

class PageTemplatesTest {
    /** The name of each page's record by its template, as a plan of the small directory has them. */
    private static final Map<String, String> RECORDS = new TreeMap<>();

    private static Project project;

    @BeforeAll
    static void planSmallDirectory() {
        project = TestProject.small();
        Directory directory = Build.check(project, TestProject.SETTINGS).directory();
        for (Page page : SitePlanner.plan(directory, directory.site(), project).pages()) {
            RECORDS.put(page.template(), page.getClass().getSimpleName());
        }
    }

    @Test
    void usesEveryKindOfPage() {
        assertEquals(
                Stream.of(Pages.class.getDeclaredClasses())
                        .map(Class::getSimpleName)
                        .collect(Collectors.toCollection(TreeSet::new)),
                new TreeSet<>(RECORDS.values()));
    }

    @Test
    void hasOneTemplateForEachKindOfPage() {
        Set<String> templates = project.templates().stream()
                .map(SourceFile::path)
                .filter(path -> path.startsWith("templates/page/"))
                .map(path -> path.substring("templates/page/".length(), path.lastIndexOf('.')))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(RECORDS.keySet(), templates);
    }

    @Test
    void namesItsRecordInTheFirstCommentOfEachTemplate() {
        for (SourceFile template : project.templates()) {
            if (template.path().startsWith("templates/page/")) {
                String name = template.path()
                        .substring("templates/page/".length(), template.path().lastIndexOf('.'));
                assertEquals("<#-- Pages." + RECORDS.get(name) + " -->", template.line(1));
            } else if (template.path().endsWith(".ftlh")) {
                assertTrue(template.text().startsWith("<#-- "), template.path());
            }
        }
    }
}
