package org.waymark.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import freemarker.template.Template;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.waymark.source.SourceFile;

class TemplatesTest {
    private static final String GREETING = "page/greeting.ftlh";

    @Test
    void parsesATemplateOnce() throws IOException {
        var templates = Templates.read(List.of(SourceFile.of("templates/" + GREETING, "Hello ${name}")));
        Template parsed = templates.template(GREETING);
        for (String name : List.of("Ann", "<Bob>")) {
            var text = new StringWriter();
            templates.render(GREETING, Map.of("name", name), text, new PageWatch(PageWatch.LIMIT));
            assertEquals("Hello " + name.replace("<", "&lt;").replace(">", "&gt;"), text.toString());
        }
        assertSame(parsed, templates.template(GREETING));
    }

    @Test
    void rendersWhatIsTheSameOnManyPagesOnceForEachName() {
        var templates = Templates.read(List.of(
                SourceFile.of("templates/" + GREETING, "<@same name=\"greeting ${root}\">Hello ${name}</@same>!")));
        var same = new SamePart();
        assertEquals("Hello Ann!", rendered(templates, Map.of("same", same, "root", "", "name", "Ann")));
        assertEquals("Hello Ann!", rendered(templates, Map.of("same", same, "root", "", "name", "Bob")));
        assertEquals("Hello Bob!", rendered(templates, Map.of("same", same, "root", "../", "name", "Bob")));
    }

    @Test
    void reportsAPartWithoutAName() {
        var templates = Templates.read(List.of(SourceFile.of("templates/" + GREETING, "<@same>Hello</@same>")));
        assertEquals(
                "`same` needs a name",
                templates
                        .render(
                                GREETING,
                                Map.of("same", new SamePart()),
                                new StringWriter(),
                                new PageWatch(PageWatch.LIMIT))
                        .orElseThrow()
                        .message());
    }

    private static String rendered(Templates templates, Map<String, Object> data) {
        var text = new StringWriter();
        assertEquals(Optional.empty(), templates.render(GREETING, data, text, new PageWatch(PageWatch.LIMIT)));
        return text.toString();
    }
}
