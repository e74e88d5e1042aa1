package org.waymark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.source.Project;
import org.waymark.source.SourceFile;

class BuildTest {
    private static final String TEMPLATE = "templates/page/text.ftlh";

    @Test
    void checkDoesNotRenderBuiltInTemplates() {
        assertEquals(List.of(), checked(TestProject.small()).paths());
    }

    @Test
    void checkDoesNotRenderCopiesOfBuiltInTemplates() {
        SourceFile copy = TestProject.small().templates().stream()
                .filter(template -> template.path().equals(TEMPLATE))
                .findFirst()
                .orElseThrow();
        assertEquals(
                List.of(),
                checked(TestProject.smallWith(SourceFile.of(TEMPLATE, copy.text())))
                        .paths());
    }

    @Test
    void checkRendersAllPagesWithProjectTemplates() {
        Edition edition = checked(TestProject.smallWith(SourceFile.of(TEMPLATE, "<h1>${page.head.titel}</h1>")));
        assertFalse(edition.paths().isEmpty());
        assertEquals(
                List.of("templates/page/text.ftlh:1:7"),
                edition.diagnostics().stream()
                        .map(Diagnostic::span)
                        .map(Object::toString)
                        .toList());
    }

    private static Edition checked(Project project) {
        return Build.once().checkAll(project, TestProject.SETTINGS);
    }
}
