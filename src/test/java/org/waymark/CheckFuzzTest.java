package org.waymark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.directory.Entry;
import org.waymark.render.OutputFile;
import org.waymark.source.SourceFile;

/**
 * Checks a directory in which one file contains arbitrary bytes: nothing is silently dropped, every finding has a valid
 * span, a reused build gives the same findings, and content without errors becomes a site.
 */
@Timeout(120)
class CheckFuzzTest {
    private static final Build KEPT = Build.kept();

    @DictionaryFile(resourcePath = "/org/waymark/yaml.dict")
    @DictionaryFile(resourcePath = "/org/waymark/markdown.dict")
    @FuzzTest
    void checksAnything(byte[] bytes) {
        StrangeFile.of(bytes).ifPresent(CheckFuzzTest::check);
    }

    private static void check(StrangeFile strange) {
        Edition edition = Build.once().check(strange.project(), TestProject.SETTINGS);
        List<Diagnostic> findings = edition.diagnostics();
        Places.assertInside(strange.project().content(), findings);
        assertEquals(findings.stream().sorted(Diagnostic.ORDER).toList(), findings);
        for (Diagnostic finding : findings) {
            Stream.concat(Stream.of(finding.message()), finding.help().stream())
                    .forEach(text -> assertTrue(!text.isBlank() && text.indexOf('\n') < 0, text));
        }
        if (edition.errors() == 0) {
            List<Entry> entries = edition.directory().entries().stream()
                    .filter(entry -> entry.path().equals(strange.file().path()))
                    .toList();
            assertTrue(entries.stream().allMatch(Entry::isComplete), entries::toString);
        }
        BuiltSite kept = BuiltSite.of(KEPT, strange.project(), TestProject.SETTINGS);
        assertEquals(findings, kept.diagnostics());
        if (kept.errors() == 0) {
            assertSite(kept);
        }
    }

    private static void assertSite(BuiltSite site) {
        var paths = new ArrayList<String>();
        for (OutputFile file : site.files()) {
            paths.add(file.path());
            if (file instanceof OutputFile.Made made && file.path().endsWith(".html")) {
                // It must contain only valid UTF-8, and no character that HTML forbids.
                SourceFile page = SourceFile.decode(file.path(), made.bytes());
                assertEquals(List.of(), page.malformed(), file.path());
                assertFalse(page.text().indexOf('\0') >= 0, file.path());
            }
        }
        assertEquals(paths.stream().distinct().toList(), paths);
    }
}
