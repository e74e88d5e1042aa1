package org.waymark;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.waymark.render.OutputFile;
import org.waymark.source.Project;
import org.waymark.source.SourceFile;

/** The built small directory, with some files of the project changed. */
public final class SmallSite {
    /** Most pages are the same in each test. */
    private static final Build BUILD = Build.kept();

    private final Map<String, String> files = new TreeMap<>();

    private SmallSite(Project project) {
        BuiltSite edition = BuiltSite.of(BUILD, project, TestProject.SETTINGS);
        List<OutputFile> made = edition.files();
        for (OutputFile file : made) {
            if (file instanceof OutputFile.Made text) {
                files.put(text.path(), new String(text.bytes(), StandardCharsets.UTF_8));
            }
        }
    }

    /** Paths and texts alternate. */
    public static SmallSite with(String... pathsAndTexts) {
        SourceFile[] changed = new SourceFile[pathsAndTexts.length / 2];
        for (int i = 0; i < changed.length; i++) {
            changed[i] = SourceFile.of(pathsAndTexts[2 * i], pathsAndTexts[2 * i + 1]);
        }
        return new SmallSite(TestProject.smallWith(changed));
    }

    /** The text of a file, by its path. */
    public String file(String path) {
        String text = files.get(path);
        if (text == null) {
            throw new AssertionError("no file " + path + " in " + files.keySet());
        }
        return text;
    }

    public String page(String path) {
        return file(path + "index.html");
    }

    public Map<String, String> files() {
        return files;
    }

    /** The text of one of the project's own files. */
    public static String original(String path) {
        return TestProject.small().content().stream()
                .filter(file -> file.path().equals(path))
                .findFirst()
                .orElseThrow()
                .text();
    }
}
