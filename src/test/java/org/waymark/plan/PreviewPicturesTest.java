package org.waymark.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.waymark.Build;
import org.waymark.BuiltSite;
import org.waymark.TestProject;
import org.waymark.render.OutputFile;
import org.waymark.source.AssetFile;
import org.waymark.source.Project;
import org.waymark.source.ProjectReader;
import org.waymark.source.SourceFile;

class PreviewPicturesTest {
    private static final Pattern PICTURE =
            Pattern.compile("<meta property=\"og:image\" content=\"https://directory.example.org/sub/([^\"]*)\">");
    private static final Project GOLDEN = ProjectReader.read(TestProject.resource("/golden"));

    private static Map<String, byte[]> built(Project project) {
        return files(BuiltSite.of(project, TestProject.SETTINGS));
    }

    private static Map<String, byte[]> files(BuiltSite site) {
        var files = new TreeMap<String, byte[]>();
        site.files().forEach(file -> {
            if (file instanceof OutputFile.Made made) {
                files.put(made.path(), made.bytes());
            }
        });
        return files;
    }

    private static String page(Map<String, byte[]> files, String path) {
        return new String(files.get(path), StandardCharsets.UTF_8);
    }

    /** The picture of a page, without the part of its name that changes. */
    private static String picture(Map<String, byte[]> files, String path) {
        Matcher picture = PICTURE.matcher(page(files, path));
        assertTrue(picture.find(), path);
        assertTrue(files.containsKey(picture.group(1)), picture.group(1));
        return picture.group(1).replaceAll("\\.[0-9a-f]{10}\\.png$", "");
    }

    @Test
    void entriesHaveThePictureOfTheirCategoryOrElseOfTheSite() {
        Map<String, byte[]> files = built(GOLDEN);
        String category = "assets/preview-category-enhanced-services";
        assertEquals(category, picture(files, "categories/enhanced-services/index.html"));
        assertEquals(category, picture(files, "services/extended-access/index.html"), "by a field");
        assertEquals(category, picture(files, "case-studies/evening-hubs/index.html"), "by a facet");
        assertEquals("assets/preview", picture(files, "organisations/taurus-healthcare/index.html"));
        assertEquals("assets/preview", picture(files, "index.html"));
        String head = page(files, "services/extended-access/index.html");
        assertTrue(head.contains("""
                        <meta property="og:image:width" content="1200">
                        <meta property="og:image:height" content="630">
                        <meta property="og:image:alt" content="Enhanced services – Golden directory">
                        """.stripIndent()), head);
        assertTrue(head.contains("<meta name=\"twitter:card\" content=\"summary_large_image\">"), head);
    }

    @Test
    void aKindDeclaresThatItHasPictures() {
        Project project = TestProject.with(
                GOLDEN,
                List.of(
                        SourceFile.of("content/shape/kinds/category.yaml", "extends: shape\npreview-picture: no\n"),
                        SourceFile.of(
                                "content/shape/kinds/organisation.yaml", "extends: shape\npreview-picture: yes\n")),
                List.of());
        Map<String, byte[]> files = built(project);
        assertEquals("assets/preview", picture(files, "services/extended-access/index.html"));
        assertEquals(
                "assets/preview-organisation-taurus-healthcare",
                picture(files, "organisations/taurus-healthcare/index.html"));
        assertEquals(
                "assets/preview-organisation-taurus-healthcare",
                picture(files, "case-studies/evening-hubs/index.html"));
    }

    @Test
    void aProjectMayHaveItsOwnForTheSite() {
        var assets = new ArrayList<>(GOLDEN.assets());
        assets.add(new AssetFile("templates/assets/preview.png", new byte[] {1, 2, 3}));
        var project = new Project(
                GOLDEN.content(),
                GOLDEN.images(),
                GOLDEN.attachments(),
                GOLDEN.hostFiles(),
                GOLDEN.others(),
                GOLDEN.unread(),
                GOLDEN.templates(),
                assets);
        Map<String, byte[]> files = built(project);
        Matcher picture = PICTURE.matcher(page(files, "index.html"));
        assertTrue(picture.find());
        assertEquals(3, files.get(picture.group(1)).length);
        assertEquals(
                1,
                files.keySet().stream()
                        .filter(path -> path.startsWith("assets/preview."))
                        .count());
    }

    @Test
    void aKeptBuildDrawsOnlyWhatHasChanged() {
        Build build = Build.kept();
        Map<String, byte[]> first = files(BuiltSite.of(build, GOLDEN, TestProject.SETTINGS));
        SourceFile category = GOLDEN.content().stream()
                .filter(file -> file.path().equals("content/categories/workforce.md"))
                .findFirst()
                .orElseThrow();
        Project changed = TestProject.with(
                GOLDEN,
                List.of(SourceFile.of(category.path(), category.text().replace("name: Workforce", "name: Staff"))),
                List.of());
        Map<String, byte[]> second = files(BuiltSite.of(build, changed, TestProject.SETTINGS));
        List<String> same = second.entrySet().stream()
                .filter(file ->
                        file.getKey().startsWith("assets/preview") && file.getValue() == first.get(file.getKey()))
                .map(file -> file.getKey().replaceAll("\\..*", ""))
                .toList();
        assertEquals(List.of("assets/preview-category-enhanced-services", "assets/preview"), same);
    }
}
