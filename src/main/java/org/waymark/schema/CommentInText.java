package org.waymark.schema;

import java.util.List;
import java.util.Optional;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.Fix;
import org.waymark.source.Edit;
import org.waymark.source.Value.Comment;
import org.waymark.source.Value.Scalar;

/** Reports a comment after a text that its editor probably meant as part of the text. */
final class CommentInText {
    private CommentInText() {}

    /** The finding about a value of a field that holds text, if a comment follows the value. */
    static Optional<Diagnostic> find(String name, Scalar scalar) {
        return scalar.comment().map(comment -> {
            boolean isEmpty = scalar.text().isBlank();
            String message = isEmpty
                    ? "`" + name + "` has no value, because `#` begins a comment"
                    : "`" + name + "` ends here, because a space and `#` begin a comment";
            return Diagnostic.of(
                            Codes.COMMENT_IN_TEXT,
                            comment.span(),
                            message,
                            "put the whole value in quotes; or, if this is a comment, move it to a line of its own")
                    .withFix(Optional.of(inQuotes(comment, isEmpty)));
        });
    }

    /** Nobody types `#2` for a comment, but `# to do` may well be one if there is no value. */
    private static Fix inQuotes(Comment comment, boolean isEmpty) {
        String typed = comment.typed();
        boolean isMarked = typed.length() > 1 && Character.isLetterOrDigit(typed.charAt(1));
        boolean isQuoted = "'\"".indexOf(typed.charAt(0)) >= 0;
        return new Fix(
                "Put it in quotes",
                isEmpty ? isMarked : !isQuoted,
                List.of(new Edit(comment.whole(), "'" + typed.replace("'", "''") + "'")));
    }
}
