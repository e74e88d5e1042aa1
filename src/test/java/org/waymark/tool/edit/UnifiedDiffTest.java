package org.waymark.tool.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.waymark.TestProject;
import org.waymark.source.Edit;
import org.waymark.source.FileChange;
import org.waymark.source.FileChange.Creation;
import org.waymark.source.FileChange.Removal;
import org.waymark.source.FileChange.Revision;
import org.waymark.source.SourceFile;
import org.waymark.source.Span;

class UnifiedDiffTest {
    private static final String PATH = "content/pages/x.md";

    @Test
    void showsChangedLinesWithContext() {
        var edit = new Edit(new Span(PATH, 5, 1, 5, 2), "E");

        assertEquals("""
                --- a/content/pages/x.md
                +++ b/content/pages/x.md
                @@ -2,7 +2,7 @@
                 b
                 c
                 d
                -e
                +E
                 f
                 g
                 h
                """, difference("a\nb\nc\nd\ne\nf\ng\nh\ni\n", new Revision(PATH, PATH, List.of(edit))));
    }

    @Test
    void showsMovedNewAndRemovedFiles() {
        assertEquals(
                "rename from content/pages/x.md\nrename to content/pages/y.md\n",
                difference("a\n", new Revision(PATH, "content/pages/y.md", List.of())));
        assertEquals(
                "--- /dev/null\n+++ b/content/pages/new.md\n@@ -0,0 +1,2 @@\n+one\n+two\n",
                difference("a\n", new Creation("content/pages/new.md", "one\ntwo\n")));
        assertEquals(
                "--- a/content/pages/x.md\n+++ /dev/null\n@@ -1,1 +0,0 @@\n-a\n", difference("a\n", new Removal(PATH)));
    }

    @Test
    void marksAMissingLineEnd() {
        assertEquals(
                """
                --- a/content/pages/x.md
                +++ b/content/pages/x.md
                @@ -1,1 +1,1 @@
                -a
                \\ No newline at end of file
                +b
                \\ No newline at end of file
                """, difference("a", new Revision(PATH, PATH, List.of(new Edit(new Span(PATH, 1, 1, 1, 2), "b")))));
    }

    @Test
    void isEmptyWithoutChanges() {
        assertEquals("", difference("a", new Revision(PATH, PATH, List.of())));
    }

    private static String difference(String before, FileChange change) {
        return UnifiedDiff.of(TestProject.smallWith(SourceFile.of(PATH, before)), List.of(change));
    }
}
