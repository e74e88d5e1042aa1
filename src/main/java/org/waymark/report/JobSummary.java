package org.waymark.report;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.waymark.diagnostic.Diagnostic;

/**
 * A run in Markdown, for the page of a job on GitHub: what was done, and a table of findings, errors first. What the content
 * says is escaped sign by sign, so that it can be neither Markdown nor HTML.
 */
public final class JobSummary {
    /** In UTF-16 units. GitHub takes 1 MiB from a step and nothing at all of what is longer. */
    private static final int LONGEST = 250_000;

    private static final int MOST_ROWS = 500;
    private static final int LONGEST_CELL = 400;
    private static final Pattern NAME = Pattern.compile("`([^`]+)`");

    private JobSummary() {}

    /**
     * The summary of a run.
     *
     * @param outcome what was done, in a sentence
     */
    public static String of(String outcome, List<Diagnostic> findings, Scene scene) {
        var text = new StringBuilder("### Waymark\n\n");
        text.append(escaped(outcome)).append("\n\n");
        if (findings.isEmpty()) {
            return text.toString();
        }
        text.append("| | Where | What |\n| --- | --- | --- |\n");
        int rows = 0;
        List<Diagnostic> sorted = findings.stream()
                .sorted(Comparator.comparing(Diagnostic::severity).thenComparing(Diagnostic.ORDER))
                .toList();
        for (Diagnostic finding : sorted) {
            if (rows == MOST_ROWS || text.length() > LONGEST) {
                break;
            }
            text.append(row(finding, scene));
            rows++;
        }
        int left = findings.size() - rows;
        if (left > 0) {
            text.append("\nThere are ").append(left).append(" more. `waymark check` lists all.\n");
        }
        return text.append('\n').toString();
    }

    private static String row(Diagnostic finding, Scene scene) {
        String place = scene.inRepository(finding.span().path())
                + (finding.span().isStartOfFile() ? "" : ":" + finding.span().startLine());
        return "| " + finding.severity().word() + " | <code>" + cell(place) + "</code> | " + cell(Sentences.of(finding))
                + " <code>" + finding.code() + "</code> |\n";
    }

    private static String cell(String text) {
        boolean isLong = text.length() > LONGEST_CELL;
        return escaped(isLong ? text.substring(0, LONGEST_CELL) + "…" : text);
    }

    /** Names in backticks become code; all signs but the plainest become references to themselves. */
    private static String escaped(String text) {
        String clean = Printable.of(text);
        var escaped = new StringBuilder();
        Matcher name = NAME.matcher(clean);
        int from = 0;
        while (name.find()) {
            append(escaped, clean.substring(from, name.start()));
            append(escaped.append("<code>"), name.group(1));
            escaped.append("</code>");
            from = name.end();
        }
        append(escaped, clean.substring(from));
        return escaped.toString();
    }

    private static void append(StringBuilder escaped, String text) {
        text.codePoints().forEach(c -> {
            if (Character.isLetterOrDigit(c) || c > 0x7F || " .,;?/-".indexOf(c) >= 0) {
                escaped.appendCodePoint(c);
            } else {
                escaped.append("&#").append(c).append(';');
            }
        });
    }
}
