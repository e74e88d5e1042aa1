package org.waymark.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import freemarker.template.Template;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
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
}
