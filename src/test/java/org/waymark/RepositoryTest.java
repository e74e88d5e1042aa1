package org.waymark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.RepositoryBuilder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Only files of the project are committed, and none depends on a particular machine. */
class RepositoryTest {
    private static final Pattern TOP_LEVEL =
            Pattern.compile("(pom\\.xml|README\\.md|LICENSE|\\.[^/]+|(src|content|templates|site-output)/.*)");

    /** A folder of a user or of a build service, unless it is part of a URL. */
    private static final Pattern OF_A_MACHINE = Pattern.compile(
            "(?<![\\w.~-])(/(home|Users)/[a-z]\\w*/|/root/|/__w/|/builds/|[A-Z]:\\\\Users\\\\)[\\w.-]+");

    private static List<String> tracked;

    @BeforeAll
    static void list() throws IOException {
        var builder =
                new RepositoryBuilder().findGitDir(Path.of("").toAbsolutePath().toFile());
        assumeTrue(builder.getGitDir() != null, "these sources are not in a Git repository");
        var paths = new ArrayList<String>();
        try (Repository repository = builder.build()) {
            DirCache index = repository.readDirCache();
            for (int i = 0; i < index.getEntryCount(); i++) {
                paths.add(index.getEntry(i).getPathString());
            }
        }
        tracked = paths.stream()
                .filter(path -> Files.isRegularFile(Path.of(path)))
                .toList();
        assertTrue(tracked.size() > 100, "the files are found");
    }

    @Test
    void hasNoUnexpectedTopLevelFiles() {
        assertEquals(
                List.of(),
                tracked.stream()
                        .filter(path ->
                                !TOP_LEVEL.matcher(path).matches() && !path.matches("\\.(ci|github|mvn|vscode)/.*"))
                        .toList());
    }

    @Test
    void doesNotContainAPublishedSite() {
        assertEquals(
                List.of("site-output/.gitignore"),
                tracked.stream().filter(path -> path.startsWith("site-output/")).toList());
    }

    @Test
    void doesNotContainMachineSpecificPaths() throws IOException {
        var found = new ArrayList<String>();
        for (String path : tracked) {
            // In any common encoding, such a path consists of ASCII characters.
            String text = Files.readString(Path.of(path), StandardCharsets.ISO_8859_1);
            Matcher folder = OF_A_MACHINE.matcher(text);
            while (folder.find()) {
                found.add(path + ": " + folder.group());
            }
        }
        assertEquals(List.of(), found);
    }
}
