package org.waymark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.Fix;
import org.waymark.diagnostic.Note;
import org.waymark.source.Edit;
import org.waymark.source.Position;
import org.waymark.source.SourceFile;
import org.waymark.source.Span;

/** Checks that spans are inside their files. */
public final class Places {
    private Places() {}

    /** The text of a span, which must be inside the file. */
    public static String text(SourceFile file, Span span) {
        assertInside(file, span);
        return file.text().substring(file.offset(span.start()), file.offset(span.end()));
    }

    public static void assertInside(SourceFile file, Span span) {
        assertEquals(file.path(), span.path());
        assertInside(file, span.start(), span);
        assertInside(file, span.end(), span);
    }

    private static void assertInside(SourceFile file, Position place, Span span) {
        assertTrue(
                place.line() <= file.lineCount()
                        && place.column() <= file.line(place.line()).length() + 1,
                () -> full(span) + " is not inside of " + file.lineCount() + " lines:\n" + file.text());
    }

    /** Findings, notes and fixes are inside the files they name, or at the start of a file without a text. */
    public static void assertInside(List<SourceFile> files, List<Diagnostic> findings) {
        for (Diagnostic finding : findings) {
            assertInside(files, finding.span());
            for (Note note : finding.notes()) {
                assertInside(files, note.span());
            }
            finding.fix().map(Fix::edits).orElse(List.of()).forEach(edit -> assertInside(files, edit, finding));
        }
    }

    private static void assertInside(List<SourceFile> files, Span span) {
        find(files, span.path())
                .ifPresentOrElse(file -> assertInside(file, span), () -> assertEquals(Span.startOf(span.path()), span));
    }

    /** An edit may end after the last line, as if there were another, so it can remove whole lines. */
    private static void assertInside(List<SourceFile> files, Edit edit, Diagnostic finding) {
        SourceFile file = find(files, edit.span().path()).orElseThrow(() -> new AssertionError(finding));
        assertTrue(edit.span().startLine() <= file.lineCount() + 1, finding::toString);
        assertTrue(edit.span().endLine() <= file.lineCount() + 1, finding::toString);
        if (edit.span().startLine() <= file.lineCount()) {
            assertInside(file, edit.span().start(), edit.span());
        }
    }

    private static Optional<SourceFile> find(List<SourceFile> files, String path) {
        return files.stream().filter(file -> file.path().equals(path)).findFirst();
    }

    private static String full(Span span) {
        return span + "-" + span.endLine() + ":" + span.endColumn();
    }
}
