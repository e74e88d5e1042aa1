package org.waymark.tool.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.waymark.Build;
import org.waymark.TestProject;
import org.waymark.report.ReportFormat;
import org.waymark.source.Project;
import org.waymark.source.SourceFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The settings for Visual Studio Code in this repository work. */
class EditorSetupTest {
    private static final Path FOLDER = Path.of(".vscode");

    @Test
    void areValidJson() throws IOException {
        for (String name : List.of("extensions.json", "settings.json", "tasks.json")) {
            assertTrue(json(name).isObject(), name);
        }
    }

    /** Each pattern of a multi-line matcher must match the line directly after the previous one. */
    @Test
    void matchEveryFindingInACheckReport() throws IOException {
        Project project = TestProject.smallWith(
                SourceFile.of("content/services/Wrong name.md", "---\nname: A\nname: B\nsummary: x\n---\n\n# [a](b)\n"),
                SourceFile.of("content/site.yaml", "title: A\nbase-url: nowhere\n"),
                SourceFile.of("content/other.yaml", ""));
        var found = Build.once().check(project, TestProject.SETTINGS).diagnostics();
        assertTrue(found.size() > 8, found.toString());
        Map<String, SourceFile> files =
                project.content().stream().collect(Collectors.toMap(SourceFile::path, Function.identity()));
        List<String> report =
                ReportFormat.text(files, false).render(found).lines().toList();
        JsonNode matcher =
                json("tasks.json").get("tasks").get(0).get("problemMatcher").get("pattern");
        var first = Pattern.compile(matcher.get(0).get("regexp").asString());
        var second = Pattern.compile(matcher.get(1).get("regexp").asString());
        var matched = new ArrayList<String>();
        for (int i = 0; i + 1 < report.size(); i++) {
            Matcher head = first.matcher(report.get(i));
            Matcher place = second.matcher(report.get(i + 1));
            if (head.find() && place.find()) {
                matched.add(place.group(matcher.get(1).get("file").asInt()) + ":"
                        + place.group(matcher.get(1).get("line").asInt()) + ":"
                        + place.group(matcher.get(1).get("column").asInt()) + " "
                        + head.group(matcher.get(0).get("severity").asInt()) + " "
                        + head.group(matcher.get(0).get("code").asInt()) + " "
                        + head.group(matcher.get(0).get("message").asInt()));
            }
        }
        assertEquals(
                found.stream()
                        .map(d -> d.span() + " " + d.severity().word() + " " + d.code() + " " + d.message())
                        .toList(),
                matched);
    }

    private static JsonNode json(String name) throws IOException {
        return JsonMapper.shared().readTree(Files.readString(FOLDER.resolve(name)));
    }
}
