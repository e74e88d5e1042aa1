package org.waymark.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.waymark.TestKinds;
import org.waymark.TestProject;
import org.waymark.TestShapes;
import org.waymark.schema.Shape;
import org.waymark.source.SourceFile;

class EntryTemplatesTest {
    private static final List<SourceFile> BUILT_IN = TestProject.small().templates();

    /** Its kind has the name of a page of the site. */
    private static final Shape LISTS = TestShapes.of("lists", Map.of("list", """
            name: {one: list, many: lists, a: a list}
            folder: lists
            fields:
              title: {type: line, max: 60, required: yes, example: Ten songs, help: its title}
            roles: {label: title}
            """));

    @Test
    void showsEntriesOfAKindByTheTemplateOfTheShape() {
        var templates = new EntryTemplates(TestKinds.ALL.shape(), BUILT_IN);
        assertEquals("shape/services-with-examples/page/service", templates.of(TestKinds.SERVICE));
        assertEquals("page/entry", templates.of(TestKinds.ORGANISATION));
    }

    @Test
    void prefersTheTemplateOfTheProject() {
        var templates = new EntryTemplates(
                TestKinds.ALL.shape(), with("templates/page/service.ftlh", "templates/page/organisation.ftlh"));
        assertEquals("page/service", templates.of(TestKinds.SERVICE));
        assertEquals("page/organisation", templates.of(TestKinds.ORGANISATION));
    }

    @Test
    void doesNotShowEntriesByTheTemplateOfAnotherPage() {
        assertEquals(
                "page/entry",
                new EntryTemplates(LISTS, BUILT_IN).of(LISTS.kinds().get(0)));
        assertEquals(
                "shape/lists/page/list",
                new EntryTemplates(LISTS, with("templates/shape/lists/page/list.ftlh"))
                        .of(LISTS.kinds().get(0)));
    }

    private static List<SourceFile> with(String... paths) {
        var all = new ArrayList<>(BUILT_IN);
        for (String path : paths) {
            all.add(SourceFile.of(path, "<h1>${page.head.title}</h1>"));
        }
        return all;
    }
}
