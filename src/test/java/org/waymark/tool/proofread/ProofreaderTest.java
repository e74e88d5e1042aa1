package org.waymark.tool.proofread;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.waymark.Build;
import org.waymark.TestProject;
import org.waymark.Thorough;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.Fix;
import org.waymark.directory.Directory;
import org.waymark.source.Project;
import org.waymark.source.ProjectReader;
import org.waymark.source.SourceFile;

@Thorough("loads the dictionaries of LanguageTool")
final class ProofreaderTest {
    private static List<Diagnostic> read(Project project) {
        Directory directory = Build.once().check(project, TestProject.SETTINGS).directory();
        var proofreader = new Proofreader(directory);
        return directory.entries().stream()
                .flatMap(entry -> proofreader.read(entry).stream())
                .toList();
    }

    @Test
    void findsNothingInTheBundledDirectory() {
        assertEquals(List.of(), read(ProjectReader.read(Path.of("."))));
    }

    @Test
    void findsMistakesAndOffersFixes() {
        List<Diagnostic> found = read(TestProject.smallWith(SourceFile.of("content/pages/about.md", """
                ---
                title: About
                summary: 'It''s a sumary.'
                ---

                Taurus hubs opne **in the
                evning** for Q&amp;A, adn `opne`. ![A piture](../images/bus.svg)

                > An eror of others.

                - one itme
                """)));
        assertEquals(
                "3:19 sumary, 6:13 opne, 7:1 evning, 7:23 adn, 7:39 piture, 11:7 itme",
                found.stream()
                        .map(d -> d.span().startLine() + ":" + d.span().startColumn() + " "
                                + d.message().split("`")[1])
                        .collect(Collectors.joining(", ")));
        Fix fix = found.get(2).fix().orElseThrow();
        assertFalse(fix.isCertain());
        assertEquals("evening", fix.edits().get(0).text());
        assertEquals(found.get(2).span(), fix.edits().get(0).span());
        assertEquals(
                Optional.of("did you mean `evening`?"), found.get(2).help().map(h -> h.replaceFirst(" or .*\\?", "?")));
    }
}
