package org.waymark.report;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.waymark.diagnostic.Count;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.Severity;
import org.waymark.source.SourceFile;

/**
 * Findings as a person reads them: errors first, then warnings by rule with a few locations for each, and at the end
 * the number for each rule and what to do next. However many there are, it has at most {@value #MOST_LINES} lines,
 * unless all are asked for.
 */
final class GroupedReport implements Report {
    static final int MOST_LINES = 390;

    /** The maximum number of warnings to show for one rule; fewer if there are many rules. */
    private static final int MOST_PLACES = 5;
    /** Up to this many errors are shown with their excerpts. */
    private static final int MOST_ERROR_LINES = 200;
    /** The maximum number of further errors to show, one per line. */
    private static final int MOST_BRIEF_ERRORS = 50;
    /** The length of the summary, besides a line for each rule. */
    private static final int FEWEST_CLOSING_LINES = 20;

    private final TextStyle style;
    private final TextReport report;

    GroupedReport(Map<String, SourceFile> files, TextStyle style) {
        this.style = style;
        this.report = new TextReport(files, style.hasColour(), style.columns());
    }

    @Override
    public void write(List<Diagnostic> findings, PrintWriter target) {
        if (findings.isEmpty()) {
            return;
        }
        List<FindingGroup> groups = FindingGroup.of(findings);
        List<FindingGroup> warnings = groups.stream()
                .filter(group -> group.severity() == Severity.WARNING)
                .toList();
        List<Diagnostic> errors = findings.stream().filter(Diagnostic::isError).toList();
        if (style.showsAll()) {
            report.write(errors, target);
            warnings.forEach(group -> report.write(group.findings(), target));
            target.append(closing(findings, groups, MOST_LINES));
            return;
        }
        Part shownErrors = errors(errors);
        int closingLines = Math.min(groups.size(), MOST_LINES / 8) + FEWEST_CLOSING_LINES;
        Part shownWarnings = warnings(warnings, MOST_LINES - shownErrors.lines() - closingLines);
        int shown = shownErrors.findings() + shownWarnings.findings();
        target.append(shownErrors.text()).append(shownWarnings.text());
        int room = MOST_LINES - shownErrors.lines() - shownWarnings.lines();
        target.append(closing(findings, groups, room));
        if (shown < findings.size()) {
            target.append("Shown are ")
                    .append(Count.digits(shown))
                    .append(" of ")
                    .append(Count.of(findings.size(), "finding", "findings"))
                    .append(". ")
                    .append(style.rest())
                    .append('\n');
        }
    }

    /** Some lines, and how many findings they show. */
    private record Part(String text, int findings) {
        int lines() {
            return (int) text.chars().filter(c -> c == '\n').count();
        }
    }

    /** In full, then one per line, then only counted. */
    private Part errors(List<Diagnostic> errors) {
        var text = new StringBuilder();
        int lines = 0;
        int shown = 0;
        while (shown < errors.size()) {
            var next = new Part(report.text(errors.get(shown)), 1);
            lines += next.lines();
            if (lines > MOST_ERROR_LINES) {
                break;
            }
            text.append(next.text());
            shown++;
        }
        int brief = Math.min(errors.size(), shown + MOST_BRIEF_ERRORS);
        errors.subList(shown, brief).forEach(error -> text.append(report.line(error)));
        appendRest(text, errors.size() - brief, "errors");
        if (shown < errors.size()) {
            text.append('\n');
        }
        return new Part(text.toString(), brief);
    }

    /** With excerpts if at least one location for each rule fits, otherwise one per line. */
    private Part warnings(List<FindingGroup> groups, int room) {
        List<Function<Diagnostic, String>> forms = List.of(report::text, report::line);
        Part part = new Part("", 0);
        for (Function<Diagnostic, String> form : forms) {
            for (int places = MOST_PLACES; places > 0; places--) {
                part = warnings(groups, places, form);
                if (part.lines() <= room) {
                    return part;
                }
            }
        }
        // Not even one line for each rule fits; the summary counts them all.
        List<String> lines = part.text().lines().limit(room).toList();
        return new Part(String.join("\n", lines) + "\n", (int)
                lines.stream().filter(line -> !isRest(line)).count());
    }

    private static Part warnings(List<FindingGroup> groups, int places, Function<Diagnostic, String> form) {
        var text = new StringBuilder();
        int shown = 0;
        for (FindingGroup group : groups) {
            int count = Math.min(places, group.findings().size());
            group.findings().subList(0, count).forEach(finding -> text.append(form.apply(finding)));
            appendRest(text, group.findings().size() - count, "of `" + group.code() + "`");
            if (count < group.findings().size()) {
                text.append('\n');
            }
            shown += count;
        }
        return new Part(text.toString(), shown);
    }

    private static void appendRest(StringBuilder text, int count, String what) {
        if (count > 0) {
            text.append("… and ")
                    .append(Count.digits(count))
                    .append(" more ")
                    .append(what)
                    .append('\n');
        }
    }

    private static boolean isRest(String line) {
        return line.isEmpty() || line.startsWith("… and ");
    }

    /** The number for each rule, unless there is only one, and how many can be fixed. */
    private static String closing(List<Diagnostic> findings, List<FindingGroup> groups, int room) {
        var text = new StringBuilder();
        if (groups.size() > 1) {
            text.append("By rule:\n");
            List<String> rows = rows(groups);
            int shown = rows.size() + FEWEST_CLOSING_LINES / 2 <= room ? rows.size() : room - FEWEST_CLOSING_LINES / 2;
            rows.subList(0, shown).forEach(row -> text.append(row).append('\n'));
            appendRest(text, rows.size() - shown, "rules");
        }
        long fixable = FindingGroup.fixable(findings);
        if (fixable > 0) {
            String which = fixable < findings.size()
                    ? Count.digits(fixable) + " of them"
                    : fixable == 1 ? "it" : "all of them";
            text.append("`waymark fix` fixes ").append(which).append(".\n");
        }
        return text.toString();
    }

    private static List<String> rows(List<FindingGroup> groups) {
        int widest = groups.stream()
                .mapToInt(group -> Count.digits(group.findings().size()).length())
                .max()
                .orElse(0);
        var rows = new ArrayList<String>();
        for (FindingGroup group : groups) {
            String count = Count.digits(group.findings().size());
            rows.add("  " + " ".repeat(widest - count.length()) + count + " "
                    + group.severity().word() + "[" + group.code() + "]");
        }
        return rows;
    }
}
