package org.waymark.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.waymark.Build;
import org.waymark.Gzip;
import org.waymark.Settings;
import org.waymark.plan.SearchContent;
import org.waymark.plan.SearchDocument;
import org.waymark.plan.SitePlan;
import org.waymark.plan.SitePlanner;
import org.waymark.source.Project;
import org.waymark.source.ProjectReader;

public class IndexFilesTest {
    @Test
    void areTheSameForAnyBatchSize() {
        SearchContent content = GeneratedContent.of(bundled(), 700);
        assertEquals(IndexFiles.of(content), new Indexer(true).index(content));
    }

    @Test
    void areOneFileForASmallDirectory() {
        List<IndexFile> files = IndexFiles.of(bundled());
        assertEquals(
                List.of("index.js"),
                files.stream()
                        .map(IndexFile::path)
                        .filter(path -> !path.matches("[0-9a-f]{10}/x[0-9]+\\.js"))
                        .toList());
    }

    @Test
    void areSeveralBoundedFilesForALargeDirectory() {
        List<IndexFile> files = IndexFiles.of(GeneratedContent.of(bundled(), 1_000));
        assertTrue(files.size() < 300, files.size() + " files");
        assertTrue(files.stream().allMatch(file -> file.text().length() < 20_000));
        String folder = files.get(1).path().replaceAll("/.*", "/");
        assertTrue(folder.matches("[0-9a-f]{10}/"), folder);
        assertTrue(files.stream().skip(1).allMatch(file -> file.path().startsWith(folder)));
    }

    @Test
    void areTheSameEveryTime() {
        SearchContent content = GeneratedContent.of(bundled(), 300);
        assertEquals(IndexFiles.of(content), IndexFiles.of(content));
    }

    @Test
    void changeTheirFolderWithTheirContent() {
        SearchContent content = GeneratedContent.of(bundled(), 300);
        String folder = IndexFiles.of(content, 0).get(1).path();
        String other =
                IndexFiles.of(GeneratedContent.of(bundled(), 301), 0).get(1).path();
        assertTrue(!folder.equals(other), folder);
    }

    @Test
    void canBeEmpty() {
        var empty = new SearchContent(List.of(), List.of());
        assertEquals(1, IndexFiles.of(empty).size());
        assertTrue(IndexFiles.of(empty, -1).size() > 1);
    }

    @Test
    void escapeAnyText() {
        var document = new SearchDocument(
                "a\"b/",
                "\\ \" \u2028 </script> 𝐁",
                List.of("|!"),
                "\uD800\u0001",
                Optional.empty(),
                "",
                Optional.empty(),
                List.of("x"));
        var content = new SearchContent(
                List.of(new SearchContent.SearchGroup("G", 100, false, List.of(document))), List.of());
        String text = IndexFiles.of(content).get(0).text();
        assertTrue(text.contains("\\\\ \\\" \\u2028 </script> 𝐁"), text);
        assertTrue(text.contains("\\ud800\\u0001"), text);
    }

    /** A reader who types into the field at the top of a page loads the index and two scripts. */
    @Test
    void areSmallWithTheScriptsForTheFirstSuggestions() {
        SitePlan plan = plan();
        List<IndexFile> files = IndexFiles.of(plan.search());
        int index = Gzip.size(files.get(0).text().getBytes(StandardCharsets.UTF_8));
        int scripts = plan.assets().stream()
                .filter(asset -> List.of("search.js", "suggestions.js").contains(asset.name()))
                .mapToInt(asset -> Gzip.size(asset.published().bytes()))
                .sum();
        assertTrue(index + scripts < 34_000, "index " + index + ", scripts " + scripts);
    }

    /** What readers can search for in the directory of this repository. */
    public static SearchContent bundled() {
        return plan().search();
    }

    private static SitePlan plan() {
        Project project = ProjectReader.read(Path.of(""));
        var directory = Build.once()
                .check(project, new Settings(LocalDate.of(2026, 11, 21), Optional.empty()))
                .directory();
        return new SitePlanner(false).plan(directory, directory.site(), project);
    }
}
