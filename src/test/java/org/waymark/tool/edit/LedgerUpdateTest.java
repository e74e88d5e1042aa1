package org.waymark.tool.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.waymark.BuiltSite;
import org.waymark.TestKinds;
import org.waymark.TestProject;
import org.waymark.directory.DataHistory;
import org.waymark.source.EditedText;
import org.waymark.source.FileChange;
import org.waymark.source.Project;
import org.waymark.source.SourceFile;

class LedgerUpdateTest {
    private static final String PATH = "content/routes.yaml";
    private static final List<String> FILES = List.of(
            "404.html",
            "about/index.html",
            "assets/site.0123.css",
            "case-studies/by-region/london/index.html",
            "case-studies/by-service/x/page-2/index.html",
            "categories/c/feed.xml",
            "images/bus.svg",
            "index.html",
            "organisations/o/page-2/index.html",
            "search/index.js",
            "services/x/index.html",
            "sitemap.xml");

    /** The ledger after an update, from a ledger with this text. */
    private static String updated(String ledger, String... files) {
        Project project = TestProject.smallWith(SourceFile.of(PATH, ledger));
        FileChange change = LedgerUpdate.of(TestKinds.ALL, project, List.of(files), DataHistory.NONE)
                .change()
                .orElseThrow();
        return EditedText.of(ledger, ((FileChange.Revision) change).edits());
    }

    @Test
    void startsWithTheAddressesOfPagesAndFeeds() {
        var update = LedgerUpdate.of(TestKinds.ALL, TestProject.small(), FILES, DataHistory.NONE);
        assertEquals(7, update.added().size());
        String text = ((FileChange.Creation) update.change().orElseThrow()).text();
        assertTrue(text.startsWith("# "), text);
        assertTrue(text.endsWith("""
                routes:
                  /: site
                  /about/: page/about
                  /case-studies/by-region/london/: site
                  /case-studies/by-service/x/page-2/: service/x
                  /categories/c/feed.xml: category/c
                  /organisations/o/page-2/: organisation/o
                  /services/x/: service/x
                """), text);
    }

    @Test
    void insertsInOrderAndKeepsExistingLines() {
        assertEquals(
                """
                # Ours.
                routes:
                    /: site
                    # Of old:
                    /b/: page/b   # the second
                    /c/: page/c
                    /c/d/: site
                    # The last:
                    /x/: page/x
                    /y/: page/y
                    /z/: page/z
                """, updated("""
                # Ours.
                routes:
                    /: site
                    # Of old:
                    /b/: page/b   # the second
                    # The last:
                    /x/: page/x
                """, "c/index.html", "c/d/index.html", "y/index.html", "z/index.html", "b/index.html"));
    }

    @Test
    void insertsFirstAndIntoUnsortedLedgers() {
        assertEquals(
                "routes:\n  /: site\n  /z/: page/z\n  /b/: page/b\n  /c/: page/c",
                updated("routes:\n  /z/: page/z\n  /b/: page/b", "index.html", "c/index.html"));
    }

    @Test
    void keepsWindowsLineEnds() {
        assertEquals(
                "routes:\r\n  /: site\r\n  /b/: page/b\r\n  /z/: page/z\r\n",
                updated("routes:\r\n  /: site\r\n  /z/: page/z\r\n", "b/index.html"));
    }

    @Test
    void expandsFlowMappings() {
        assertEquals("routes:\n  /: site\n", updated("routes: {}\n", "index.html"));
        assertEquals(
                "routes:\n  /: site\n  /b/: page/b\n  /z/: page/z # all\n",
                updated("routes: {/z/: page/z, /: site} # all\n", "b/index.html"));
    }

    @Test
    void removesNothingAndAddsNoDuplicates() {
        Project project = TestProject.smallWith(SourceFile.of(PATH, "routes:\n  /: site\n  /old/: page/old\n"));
        assertEquals(
                List.of(),
                LedgerUpdate.of(TestKinds.ALL, project, List.of("index.html"), DataHistory.NONE)
                        .added());
        assertFalse(LedgerUpdate.of(TestKinds.ALL, project, List.of("index.html"), DataHistory.NONE)
                .change()
                .isPresent());
    }

    private static DataHistory history(String ledger, Map<String, String> digests, LocalDate day) {
        return BuiltSite.of(TestProject.smallWith(SourceFile.of(PATH, ledger)), TestProject.SETTINGS)
                .edition()
                .directory()
                .history()
                .with(digests, day);
    }

    private static String recorded(String ledger, Map<String, String> digests, LocalDate day) {
        Project project = TestProject.smallWith(SourceFile.of(PATH, ledger));
        FileChange change = LedgerUpdate.of(
                        TestKinds.ALL, project, List.of("index.html"), history(ledger, digests, day))
                .change()
                .orElseThrow();
        return EditedText.of(ledger, ((FileChange.Revision) change).edits());
    }

    @Test
    void recordsWhatBecameOfEntries() {
        String first = recorded(
                "routes:\n  /: site",
                Map.of("page/a", "0123456789abcdef", "page/b", "0123456789abcdef"),
                LocalDate.of(2025, 3, 1));
        assertTrue(first.startsWith("routes:\n  /: site\n\n# "), first);
        assertTrue(first.contains("""
                  - page/a 2025-03-01 2025-03-01 0123456789abcdef
                  - page/b 2025-03-01 2025-03-01 0123456789abcdef
                """), first);
        String second = recorded(first, Map.of("page/a", "fedcba9876543210"), LocalDate.of(2025, 4, 1));
        assertTrue(second.endsWith("""
                  - page/a 2025-03-01 2025-04-01 fedcba9876543210
                  - page/b 2025-03-01 2025-04-01 gone
                """), second);
        Map<String, String> same = Map.of("page/a", "fedcba9876543210");
        assertEquals(
                Optional.empty(),
                LedgerUpdate.of(
                                TestKinds.ALL,
                                TestProject.smallWith(SourceFile.of(PATH, second)),
                                List.of("index.html"),
                                history(second, same, LocalDate.of(2025, 5, 1)))
                        .change());
        String merged = second.replaceFirst("(?m)^  - seal.*", "$0\n  - page/a 2025-03-01 2025-03-02 0123456789abcdef");
        assertTrue(recorded(merged, same, LocalDate.of(2025, 5, 1)).endsWith("""
                  - page/a 2025-03-01 2025-05-01 fedcba9876543210
                  - page/b 2025-03-01 2025-05-01 gone
                """), "nobody knows who has seen what");
    }

    /** Whatever the initial state, the next build reads the ledger and finds every address in it. */
    @Test
    void isReadableByTheNextBuild() {
        for (String ledger : List.of("routes: {}\n", "routes:\n  /: site", "routes:\r\n\r\n  '/': site # home\r\n")) {
            Project project = TestProject.smallWith(SourceFile.of(PATH, ledger));
            List<String> files =
                    BuiltSite.of(project, TestProject.SETTINGS).edition().paths();
            String text = updated(ledger, files.toArray(String[]::new));
            Project after = TestProject.smallWith(SourceFile.of(PATH, text));
            BuiltSite site = BuiltSite.of(after, TestProject.SETTINGS);
            assertEquals(List.of(), site.diagnostics(), text);
            assertEquals(files, site.edition().paths());
            assertEquals(
                    List.of(),
                    LedgerUpdate.of(TestKinds.ALL, after, files, DataHistory.NONE)
                            .added());
            assertEquals(new TreeSet<>(lines(text)).size(), lines(text).size());
        }
    }

    private static List<String> lines(String text) {
        return text.lines().filter(line -> line.startsWith("  ")).toList();
    }
}
