package org.waymark.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.waymark.TestProject;
import org.waymark.source.Project;
import org.waymark.source.SourceFile;

/** Each built-in template of a page has a record, which its first comment names. */
class PageTemplatesTest {
    private static final Project SMALL = TestProject.small();

    @Test
    void listsTheTemplatesOfPages() {
        Set<String> templates = Project.builtInTemplates().stream()
                .filter(path -> path.startsWith("templates/page/"))
                .map(path -> path.replaceAll("^templates/|\\.ftlh$", ""))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(templates, PageTemplates.all().keySet());
    }

    @Test
    void agreesWithTheFirstComments() {
        PageTemplates.all().forEach((name, type) -> {
            String comment = SMALL.templates().stream()
                    .filter(template -> template.path().equals("templates/" + name + ".ftlh"))
                    .map(SourceFile::text)
                    .findFirst()
                    .orElseThrow()
                    .lines()
                    .findFirst()
                    .orElseThrow();
            String record = type.getName().replaceAll(".*\\.", "").replace('$', '.');
            assertTrue(comment.matches("<#-- " + record + "(?: |[.:]).*"), comment + " names " + record);
        });
    }

    @Test
    void knowsNoRecordOfAPart() {
        assertEquals(
                List.of(),
                List.of("part/fields", "layout/base", "page/course").stream()
                        .filter(name -> PageTemplates.recordOf(name).isPresent())
                        .toList());
    }
}
