package org.waymark.content;

import java.util.Optional;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.source.SourceFile;
import org.waymark.source.Span;

/**
 * Finds what Git leaves in a file that two people have changed in the same place (its documentation of {@code git merge},
 * "How conflicts are presented"). Much of it is well-formed Markdown, which would be published.
 */
final class MergeConflict {
    private static final String OURS = "<<<<<<< ";
    private static final String BETWEEN = "=======";
    private static final String THEIRS = ">>>>>>> ";

    private MergeConflict() {}

    /** The first conflict of a file. What else is wrong there only follows from it. */
    static Optional<Diagnostic> find(SourceFile file) {
        int ours = file.has('<') ? lineWith(file, OURS, 0) : -1;
        int between = ours < 0 ? -1 : lineWith(file, BETWEEN, ours);
        int theirs = between < 0 ? -1 : lineWith(file, THEIRS, between);
        if (theirs < 0) {
            return Optional.empty();
        }
        return Optional.of(Diagnostic.of(
                        Codes.MERGE_CONFLICT,
                        line(file, ours),
                        "these lines are in two versions, and nobody has chosen between them",
                        "keep what is right, and delete the lines that begin with `<<<<<<<`, `=======` and `>>>>>>>`")
                .withNote(line(file, between), "the second version begins here")
                .withNote(line(file, theirs), "it ends here"));
    }

    /** Where a line begins that begins with a text; -1 where none does. */
    private static int lineWith(SourceFile file, String start, int from) {
        String text = file.text();
        if (from == 0 && text.startsWith(start)) {
            return 0;
        }
        int at = text.indexOf("\n" + start, from);
        return at < 0 ? -1 : at + 1;
    }

    private static Span line(SourceFile file, int start) {
        int end = file.text().indexOf('\n', start);
        return file.span(start, end < 0 ? file.text().length() : end);
    }
}
