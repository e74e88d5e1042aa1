package org.waymark.report;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes untrusted text inert in Markdown. Characters with a meaning in Markdown or HTML are escaped. That does not stop
 * code hosts from turning what looks like a user, an issue, a commit or an address into a link, or {@code :smile:} into
 * an emoji, since they look for those in the rendered page; but they leave code alone, so such words become code.
 */
public final class MarkdownEscaper {
    private static final Pattern SPACE = Pattern.compile("\\s+");

    /**
     * Characters with a meaning in Markdown (CommonMark 0.31.2, section 2.4, and GitHub's tables and strikethrough).
     */
    private static final Pattern SIGN = Pattern.compile("[\\\\`*_\\[\\]<>|~&]");

    /** What begins a list, a heading or a rule at the beginning of a line. */
    private static final Pattern BEGINNING = Pattern.compile("^([-+#]|\\d+(?=[.)]))");

    /** What code hosts turn into links or emoji. */
    private static final Pattern LIVELY = Pattern.compile(
            "[@#$]" // people, issues, snippets, formulas
                    + "|://|(?i:www\\.|mailto:|xmpp:)"
                    + "|(?i:GH-\\d)"
                    + "|(?<![\\p{L}\\d])[!%~&^]\\S" // GitLab: merge requests, milestones, labels, epics, alerts
                    + "|(?i:(?<![\\p{L}\\d])[0-9a-f]{7,64}(?![\\p{L}\\d]))" // commits
                    + "|:[\\w+-]+:"
                    + "|\\[\\[|\\*iteration");

    /**
     * What is code already, such as a name in the message of a finding, if it is not next to something that may become
     * code.
     */
    private static final Pattern CODE = Pattern.compile("(?<=^| )`[^`]+`(?=[).,;:?]*(?: |$))");

    /** A word, and the punctuation around it, which need not become code as well. */
    private static final Pattern CORE = Pattern.compile("([(\"'“‘]*)(.+?)([)\"'”’.,;:?]*)");

    private static final Pattern BAR = Pattern.compile("(?<!\\\\)\\|");

    private MarkdownEscaper() {}

    /** The words on one line, as inert text. Names in backticks stay code. */
    public static String of(String words) {
        String line = SPACE.matcher(harmless(SPACE.matcher(words).replaceAll(" ")))
                .replaceAll(" ")
                .strip();
        var text = new StringBuilder();
        Matcher code = CODE.matcher(line);
        int from = 0;
        while (code.find()) {
            text.append(escaped(line.substring(from, code.start()))).append(code.group());
            from = code.end();
        }
        text.append(escaped(line.substring(from)));
        return BEGINNING
                .matcher(text)
                .replaceFirst(
                        match -> match.group().matches("\\d+") ? match.group() + "&#8203;" : "\\\\" + match.group());
    }

    /** The words as code, such as a path. */
    public static String codeOf(String words) {
        return code(harmless(words));
    }

    /**
     * The result of either of the other two, for a cell of a table, which a bar would end, even within code (GitHub
     * Flavored Markdown, section 4.10).
     */
    public static String cellOf(String escaped) {
        return BAR.matcher(escaped).replaceAll("\\\\|");
    }

    /** GitHub's runner treats {@code ##[…]} as a command wherever it occurs in a log. */
    private static String harmless(String words) {
        return TerminalEscaper.of(words).replace("##[", "##\uFFFD");
    }

    private static String escaped(String words) {
        return Stream.of(words.split(" ", -1)).map(MarkdownEscaper::word).collect(Collectors.joining(" "));
    }

    private static String word(String word) {
        if (!LIVELY.matcher(word).find()) {
            return SIGN.matcher(word).replaceAll("\\\\$0");
        }
        Matcher parts = CORE.matcher(word);
        return parts.matches() ? parts.group(1) + code(parts.group(2)) + parts.group(3) : code(word);
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
