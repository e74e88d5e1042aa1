package org.waymark.changes;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.waymark.report.Printable;

/**
 * Words of strangers in Markdown, in which they do nothing. Signs of Markdown and HTML are escaped. That does not stop code
 * hosts from making links of what looks like the name of a person, an issue, a commit or an address, nor pictures of
 * {@code :smile:}, since they look for those in the finished page; but they leave code alone, so such words become code.
 */
final class InertMarkdown {
    private static final Pattern SPACE = Pattern.compile("\\s+");

    /** Signs that mean something to Markdown (CommonMark 0.31.2, section 2.4, and GitHub's tables and strikethrough). */
    private static final Pattern SIGN = Pattern.compile("[\\\\`*_\\[\\]<>|~&!^={}]");

    /** What begins a list, a heading or a rule at the beginning of a line. */
    private static final Pattern BEGINNING = Pattern.compile("^([-+#]|\\d+(?=[.)]))");

    /** What code hosts make links or pictures of. */
    private static final Pattern LIVELY = Pattern.compile(
            "[@#$]" // people, issues, snippets, formulas
                    + "|://|(?i:\\bwww\\.|mailto:|xmpp:)"
                    + "|(?i:\\bGH-\\d)"
                    + "|(?<![\\p{L}\\d])[!%~&^]\\S" // GitLab: merge requests, milestones, labels, epics, alerts
                    + "|(?i:(?<![\\p{L}\\d])[0-9a-f]{7,64}(?![\\p{L}\\d]))" // commits
                    + "|:[\\w+-]+:"
                    + "|\\[\\[|\\*iteration"
                    + "|\\b[A-Z][A-Z0-9]+-\\d"); // issues of trackers elsewhere

    private InertMarkdown() {}

    /** The words on one line, as text that does nothing. */
    static String of(String words) {
        String text = Stream.of(SPACE.split(Printable.of(SPACE.matcher(words).replaceAll(" "))))
                .map(InertMarkdown::word)
                .collect(Collectors.joining(" "));
        return BEGINNING
                .matcher(text)
                .replaceFirst(
                        match -> match.group().matches("\\d+") ? match.group() + "&#8203;" : "\\\\" + match.group());
    }

    private static String word(String word) {
        return LIVELY.matcher(word).find() ? code(word) : SIGN.matcher(word).replaceAll("\\\\$0");
    }

    /** Between more backticks than there are in a row in the word. */
    private static String code(String word) {
        var fence = new StringBuilder("`");
        while (word.contains(fence)) {
            fence.append('`');
        }
        boolean touches = word.startsWith("`") || word.endsWith("`");
        return touches ? fence + " " + word + " " + fence : fence + word + fence;
    }
}
