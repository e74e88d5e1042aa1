package org.waymark.tool.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Timeout;
import org.waymark.Build;
import org.waymark.StrangeFile;
import org.waymark.TestProject;
import org.waymark.diagnostic.Code;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.source.Edit;
import org.waymark.source.EditedText;
import org.waymark.source.FileChange;
import org.waymark.source.Project;
import org.waymark.source.SourceFile;

/** Fixes a file of arbitrary bytes: never makes it worse, needs one pass, and changes only what it reports. */
@Timeout(120)
class FixesFuzzTest {
    private static final Build KEPT = Build.kept();
    private static final Set<Code> UNREAD =
            Set.of(Codes.INVALID_YAML, Codes.DUPLICATE_KEY, Codes.MISSING_FRONT_MATTER, Codes.CONTROL_CHARACTER);

    @DictionaryFile(resourcePath = "/org/waymark/yaml.dict")
    @DictionaryFile(resourcePath = "/org/waymark/addresses.dict")
    @FuzzTest
    void fixesAnything(byte[] bytes) {
        StrangeFile.of(bytes).ifPresent(FixesFuzzTest::fix);
    }

    private static void fix(StrangeFile strange) {
        List<Diagnostic> before = check(strange.project());
        CertainFixes.Result advice = CertainFixes.of(strange.project(), FixesFuzzTest::check);
        List<Diagnostic> after = check(advice.project());
        assertTrue(unread(after) <= unread(before), () -> advice.fixed() + "\n" + before + "\n" + after);
        assertEquals(
                List.of(),
                CertainFixes.of(advice.project(), FixesFuzzTest::check).changes());
        for (FileChange change : advice.changes()) {
            assertEdits(strange, advice.project(), (FileChange.Revision) change);
        }
    }

    /** The edits alone turn the old text into the new one, and keep line ends and everything else. */
    private static void assertEdits(StrangeFile strange, Project fixedProject, FileChange.Revision change) {
        SourceFile old = file(strange.project(), change.path());
        String now = file(fixedProject, change.path()).text();
        var expected = new StringBuilder();
        int copied = 0;
        for (Edit edit : change.edits()) {
            expected.append(old.text(), copied, old.offset(edit.span().start())).append(edit.text());
            copied = old.offset(edit.span().end());
        }
        assertEquals(expected.append(old.text().substring(copied)).toString(), now);
        if (old == strange.file()) {
            String raw = new String(strange.bytes(), StandardCharsets.UTF_8);
            String typed = raw.startsWith("\uFEFF") ? raw.substring(1) : raw;
            String edited = EditedText.of(typed, change.edits());
            assertEquals(now, SourceFile.of(change.path(), edited).text());
        }
    }

    private static List<Diagnostic> check(Project project) {
        return KEPT.check(project, TestProject.SETTINGS).diagnostics();
    }

    /** How much of a file cannot be read. What becomes readable may have errors of its own. */
    private static long unread(List<Diagnostic> findings) {
        return findings.stream()
                .filter(finding -> UNREAD.contains(finding.code()))
                .count();
    }

    private static SourceFile file(Project project, String path) {
        return project.content().stream()
                .filter(file -> file.path().equals(path))
                .findFirst()
                .orElseThrow();
    }
}
