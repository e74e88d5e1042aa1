package org.waymark.content;

import java.util.Optional;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.source.SourceFile;
import org.waymark.source.Span;

/**
 * Finds the conflict markers that Git leaves in a file that two people have changed (its documentation of {@code git
 * merge},
 * "How conflicts are presented"). Much of it is well-formed Markdown, which would be published.
 */
final class MergeConflict {
    private static final String OURS = "<<<<<<< ";
    private static final String BETWEEN = "=======";
    private static final String THEIRS = ">>>>>>> ";

    private MergeConflict() {}

    /** The first conflict of a file. Any others only follow from it. */
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
                        "there are two versions of these lines, and neither has been chosen",
                        "keep what is right, and delete the lines that begin with `<<<<<<<`, `=======` and `>>>>>>>`")
                .withNote(line(file, between), "the second version begins here")
                .withNote(line(file, theirs), "it ends here"));
    }

    /** The start of the line that begins with a text; -1 if there is none. */
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
