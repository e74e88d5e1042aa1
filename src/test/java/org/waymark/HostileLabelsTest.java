package org.waymark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.waymark.content.SiteLabels;
import org.waymark.render.OutputFile;
import org.waymark.schema.Label;
import org.waymark.source.Project;
import org.waymark.source.ProjectReader;
import org.waymark.source.SourceFile;

/** Labels are plain text everywhere: in elements, attributes, scripts, feeds and structured data. */
class HostileLabelsTest {
    private static final String ATTACK = "'\"></title></script><img src=x onerror=alert(1)><!--&amp;\\u003c$&]]>";

    private static String labels() {
        return SiteLabels.shipped("services-with-examples").entrySet().stream()
                .filter(label -> label.getValue() instanceof Label.Sentence)
                .filter(label ->
                        !label.getKey().equals("thousands") && !label.getKey().equals("millions"))
                .map(label -> '"' + label.getKey() + "\": '" + (ATTACK + label.getValue()).replace("'", "''") + "'\n")
                .collect(Collectors.joining());
    }

    @Test
    void actNowhere() {
        Project project = TestProject.with(
                ProjectReader.read(TestProject.resource("/golden")),
                java.util.List.of(SourceFile.of("content/shape/labels/en-GB.yaml", labels())),
                List.of());
        BuiltSite site = BuiltSite.of(project, TestProject.SETTINGS);
        assertEquals(0, site.errors(), () -> site.diagnostics().toString());
        for (OutputFile file : site.files()) {
            boolean isRead = Stream.of(".html", ".xml", ".webmanifest").anyMatch(file.path()::endsWith);
            if (isRead && file instanceof OutputFile.Made made) {
                String text = new String(made.bytes(), StandardCharsets.UTF_8);
                assertFalse(text.contains("<img src=x"), file.path());
                assertFalse(text.contains("<!--&"), file.path());
            }
        }
    }
}
