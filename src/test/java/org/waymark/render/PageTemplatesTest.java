package org.waymark.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.waymark.Build;
import org.waymark.TestProject;
import org.waymark.directory.Directory;
import org.waymark.plan.Page;
import org.waymark.plan.SitePlanner;
import org.waymark.source.Project;
import org.waymark.source.SourceFile;

class PageTemplatesTest {
    /** The record of each page by its template, from a plan of the small directory. */
    private static final Map<String, String> RECORDS = new TreeMap<>();

    private static Project project;

    @BeforeAll
    static void planSmallDirectory() {
        project = TestProject.small();
        Directory directory = Build.once().check(project, TestProject.SETTINGS).directory();
        for (Page page : new SitePlanner(false)
                .plan(directory, directory.site(), project)
                .pages()) {
            RECORDS.put(page.template(), page.getClass().getSimpleName());
        }
    }

    @Test
    void hasATemplateForEachKindOfPage() {
        Set<String> templates = pageTemplates().collect(Collectors.toCollection(TreeSet::new));
        assertTrue(templates.containsAll(RECORDS.keySet()), RECORDS.keySet() + " in " + templates);
    }

    @Test
    void namesItsRecordInTheFirstCommentOfEachTemplate() {
        Pattern comment = Pattern.compile("<#-- (?:Pages\\.)?(\\w+)\\b.*");
        for (SourceFile template : project.templates()) {
            assertTrue(template.text().startsWith("<#-- "), template.path());
            if (isPageTemplate(template)) {
                Matcher first = comment.matcher(template.line(1));
                assertTrue(first.matches(), template.path());
                assertTrue(isPage(first.group(1)), template.path());
                String planned = RECORDS.getOrDefault(name(template), first.group(1));
                assertEquals(planned, first.group(1), template.path());
            }
        }
    }

    @Test
    void takesAddressesOnlyFromRoutes() {
        Pattern typed = Pattern.compile("\\$\\{(?:root|site\\.baseUrl)}[^\"$#<]");
        for (SourceFile template : project.templates()) {
            assertFalse(typed.matcher(template.text()).find(), template.path());
        }
    }

    private static Stream<String> pageTemplates() {
        return project.templates().stream()
                .filter(PageTemplatesTest::isPageTemplate)
                .map(PageTemplatesTest::name);
    }

    /** Whether it shows pages: those of the site, or those of the entries of a kind of a shape. */
    private static boolean isPageTemplate(SourceFile template) {
        return name(template).matches("(shape/[a-z-]+/)?page/[a-z-]+");
    }

    private static String name(SourceFile template) {
        String path = template.path();
        return path.substring("templates/".length(), path.lastIndexOf('.'));
    }

    private static boolean isPage(String name) {
        String planned = Page.class.getPackageName() + ".";
        return Stream.of(planned + name, planned + "Pages$" + name).anyMatch(type -> {
            try {
                return Page.class.isAssignableFrom(Class.forName(type));
            } catch (ClassNotFoundException e) {
                return false;
            }
        });
    }
}
