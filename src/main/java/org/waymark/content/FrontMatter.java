package org.waymark.content;

import java.util.Optional;
import org.waymark.diagnostic.Outcome;
import org.waymark.source.SourceFile;

/**
 * Where the fields of a Markdown file are, between two lines of {@code ---}, and where its text begins. Offsets are in
 * UTF-16 units.
 */
record FrontMatter(int fieldsStart, int fieldsEnd, int bodyStart) {
    static final String FENCE = "---";

    /**
     * Finds the front matter. A missing or misspelt fence is reported, and its likely position is used, so
     * that the rest of the file can be checked too.
     */
    static Outcome<FrontMatter> find(SourceFile file) {
        Optional<FrontMatter> ordinary = ordinary(file.text());
        return ordinary.isPresent() ? Outcome.of(ordinary.get()) : FrontMatterRecovery.find(file);
    }

    /**
     * The front matter of a file that begins with a fence and has only lines above the next one that are clearly
     * fields. Nearly all files are like that; the others are read line by line.
     */
    private static Optional<FrontMatter> ordinary(String text) {
        String fence = FENCE + "\n";
        if (!text.startsWith(fence)) {
            return Optional.empty();
        }
        int start = fence.length();
        int line = start;
        while (isPlainlyField(text, line)) {
            line = text.indexOf('\n', line) + 1;
            if (line == 0) {
                return Optional.empty();
            }
            if (text.startsWith(fence, line)) {
                return Optional.of(new FrontMatter(start, line, line + fence.length()));
            }
        }
        return Optional.empty();
    }

    /** Whether a line begins with a letter, digit or quotation mark, perhaps after spaces and a list item's dash. */
    private static boolean isPlainlyField(String text, int line) {
        int at = afterSpaces(text, line);
        if (text.startsWith("- ", at)) {
            at = afterSpaces(text, at + 2);
        }
        char c = at < text.length() ? text.charAt(at) : '\n';
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '\'' || c == '"';
    }

    private static int afterSpaces(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        return at;
    }
}
