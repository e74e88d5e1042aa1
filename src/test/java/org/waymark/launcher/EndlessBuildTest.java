package org.waymark.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.TestProject;
import org.waymark.Thorough;

/** Builds that would never end, in a separate process: they must end with a finding. */
@Thorough("starts processes that run until their time or memory ends")
class EndlessBuildTest {
    @TempDir
    private Path folder;

    /** A regular-expression search has no interruption point. */
    @Test
    void endsWhenATemplateCannotBeStopped() throws IOException, InterruptedException {
        String commas = "1,".repeat(40);
        String report = build("<#assign x = '" + commas + "'?matches('(.*?,.*?,?){30}x')?c>\n${x}", "-Xmx256m");
        assertTrue(
                report.contains("error[template-error]: the template was stopped here: it used more than 5 seconds"),
                report);
        assertTrue(report.contains("--> templates/page/page.ftlh:1:1"), report);
    }

    @Test
    void endsWhenATemplateUsesUpTheMemory() throws IOException, InterruptedException {
        String report = build("<#assign s = 'x'><#list 1.. as i><#assign s = s + s></#list>", "-Xmx96m");
        assertTrue(report.contains("error[template-error]: the template needs more memory than Waymark has"), report);
        assertTrue(report.contains("--> templates/page/page.ftlh:1:1"), report);
    }

    private String build(String template, String memory) throws IOException, InterruptedException {
        TestProject.copySmall(folder);
        Path file = folder.resolve("templates/page/page.ftlh");
        Files.createDirectories(file.getParent());
        Files.writeString(file, template);
        Path report = folder.resolve("report.txt");
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(memory, "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path")));
        command.addAll(List.of("org.waymark.cli.Main", "build", "-p", folder.toString(), "--as-of", "2025-03-01"));
        Process build = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(report.toFile())
                .start();
        try {
            assertTrue(build.waitFor(5, TimeUnit.MINUTES), "it ends");
        } finally {
            build.destroyForcibly();
        }
        String text = Files.readString(report, StandardCharsets.UTF_8);
        assertEquals(1, build.exitValue(), text);
        assertFalse(Files.exists(folder.resolve("site-output/index.html")), text);
        return text;
    }
}
