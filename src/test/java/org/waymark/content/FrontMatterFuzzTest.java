package org.waymark.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.waymark.Places;
import org.waymark.diagnostic.Outcome;
import org.waymark.source.SourceFile;

/**
 * Looks for front matter in any text: the parts follow each other on whole lines, and the fast path gives the same
 * result as the slow one.
 */
@Timeout(60)
class FrontMatterFuzzTest {
    @DictionaryFile(resourcePath = "/org/waymark/yaml.dict")
    @FuzzTest
    void splitsAnything(byte[] bytes) {
        SourceFile file = Characters.printable(SourceFile.decode("content/pages/x.md", bytes));
        Outcome<FrontMatter> found = FrontMatter.find(file);
        Places.assertInside(List.of(file), found.diagnostics());
        assertTrue(found.value().isPresent() || !found.diagnostics().isEmpty());
        found.value().ifPresent(parts -> assertParts(file, parts));
        if (found.diagnostics().isEmpty()) {
            assertEquals(FrontMatterRecovery.find(file), found);
        }
    }

    private static void assertParts(SourceFile file, FrontMatter parts) {
        String text = file.text();
        assertTrue(
                parts.fieldsStart() <= parts.fieldsEnd()
                        && parts.fieldsEnd() <= parts.bodyStart()
                        && parts.bodyStart() <= text.length(),
                parts::toString);
        for (int start : List.of(parts.fieldsStart(), parts.fieldsEnd(), parts.bodyStart())) {
            assertTrue(start == 0 || start == text.length() || text.charAt(start - 1) == '\n', parts::toString);
        }
        String fence = text.substring(parts.fieldsEnd(), parts.bodyStart());
        assertTrue(fence.strip().lines().count() <= 1, () -> "more than a line is lost: " + fence);
    }
}
