package org.waymark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.render.OutputFile;
import org.waymark.source.ContentImage;
import org.waymark.source.Project;
import org.waymark.source.SourceFile;

class BuildTest {
    private static final String TEMPLATE = "templates/page/page.ftlh";

    @Test
    void checkDoesNotRenderBuiltInTemplates() {
        assertEquals(List.of(), checked(TestProject.small()).paths());
    }

    @Test
    void checkDoesNotRenderCopiesOfBuiltInTemplates() {
        SourceFile copy = TestProject.small().templates().stream()
                .filter(template -> template.path().equals("templates/page/entry.ftlh"))
                .findFirst()
                .orElseThrow();
        assertEquals(
                List.of(),
                checked(TestProject.smallWith(SourceFile.of(copy.path(), copy.text())))
                        .paths());
    }

    @Test
    void checkRendersAllPagesWithProjectTemplates() {
        Edition edition = checked(TestProject.smallWith(SourceFile.of(TEMPLATE, "<h1>${page.head.titel}</h1>")));
        assertFalse(edition.paths().isEmpty());
        assertEquals(
                List.of("templates/page/page.ftlh:1:7"),
                edition.diagnostics().stream()
                        .map(Diagnostic::span)
                        .map(Object::toString)
                        .toList());
    }

    /** A name as macOS may store it, and as editors type it. */
    @Test
    void publishesImagesUnderTheComposedFormOfTheirNames() {
        Project small = TestProject.smallWith(SourceFile.of(
                "content/pages/about.md",
                "---\ntitle: A\nsummary: A.\n---\n\n![a](../images/cafe\u0301.svg) ![b](../images/caf\u00e9.svg)\n"));
        List<ContentImage> images = small.images().stream()
                .map(image -> new ContentImage(
                        "content/images/cafe\u0301.svg",
                        image.file(),
                        image.version(),
                        image.drawing(),
                        image.header(),
                        image.fault()))
                .toList();
        BuiltSite site = BuiltSite.of(
                new Project(small.content(), images, small.others(), small.unread(), small.templates(), small.assets()),
                TestProject.SETTINGS);
        assertEquals(
                List.of("images/caf\u00e9.svg"),
                site.files().stream()
                        .map(OutputFile::path)
                        .filter(path -> path.startsWith("images/"))
                        .toList());
        assertEquals(List.of(), site.diagnostics());
    }

    private static Edition checked(Project project) {
        return Build.once().checkAll(project, TestProject.SETTINGS);
    }
}
