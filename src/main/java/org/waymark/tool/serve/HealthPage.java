package org.waymark.tool.serve;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.waymark.Edition;
import org.waymark.content.SiteLabels;
import org.waymark.diagnostic.Count;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.Severity;
import org.waymark.directory.Coverage;
import org.waymark.directory.Directory;
import org.waymark.directory.Entry;
import org.waymark.directory.PathValue;
import org.waymark.directory.PublishedEntries;
import org.waymark.directory.Routes;
import org.waymark.markdown.Escapes;
import org.waymark.markdown.Passage.Sentence;
import org.waymark.report.FindingGroup;
import org.waymark.schema.LabelFile;
import org.waymark.schema.Labels;
import org.waymark.source.Span;

/** What editors should know about their content as a whole, as the body of a page. */
final class HealthPage {
    /** Longer lists are cut, and say so. */
    private static final int MAX = 300;

    /** The maximum number of findings shown for each rule. */
    private static final int FIRST_WARNINGS = 5;

    private static final int MORE_WARNINGS = 100;

    private static final int MAX_SENTENCES = 20;

    private final PreviewState state;
    private final Directory directory;
    private final Labels labels;
    private final StringBuilder html = new StringBuilder();

    private HealthPage(PreviewState state, Directory directory) {
        this.state = state;
        this.directory = directory;
        // What a preview tells editors is in English, like everything that Waymark reports.
        labels = SiteLabels.of(directory.kinds().shape(), LabelFile.COMPLETE);
    }

    static String body(PreviewState state, LongSentences sentences) {
        if (state.edition().isEmpty()) {
            return "<pre tabindex=\"0\">" + Escapes.of(state.findings().text()) + "</pre>\n";
        }
        Edition edition = state.edition().get();
        var page = new HealthPage(state, edition.directory());
        page.addLead();
        page.addFindings(edition.diagnostics());
        page.addReviews();
        page.addCoverage();
        page.addWithoutSources();
        page.addSentences(sentences.of(page.directory, MAX_SENTENCES));
        return page.html.toString();
    }

    private void addLead() {
        html.append("<p>As of ").append(labels.date(directory.asOf())).append(". ");
        html.append(
                state.site().isEmpty()
                        ? "There is no site yet."
                        : "<a href=\"" + Escapes.of(state.site().root()) + "\">To the site</a>");
        html.append("</p>\n");
    }

    private void addFindings(List<Diagnostic> found) {
        begin("findings", "What to fix");
        if (found.isEmpty()) {
            html.append("<p>Nothing.</p>\n");
            return;
        }
        html.append("<p>").append(state.findings().title()).append('.');
        long fixable = FindingGroup.fixable(found);
        if (fixable > 0) {
            html.append(" <code>waymark fix</code> fixes ")
                    .append(Count.digits(fixable))
                    .append(" of them.");
        }
        html.append("</p>\n");
        addList(found.stream().filter(Diagnostic::isError).map(this::finding).toList());
        FindingGroup.of(found).stream()
                .filter(group -> group.severity() == Severity.WARNING)
                .forEach(this::addWarnings);
    }

    /** The first findings of a rule; the next are folded away. */
    private void addWarnings(FindingGroup group) {
        List<Diagnostic> all = group.findings();
        html.append("<h3>")
                .append(group.code())
                .append(": ")
                .append(Count.of(all.size(), "warning", "warnings"))
                .append("</h3>\n");
        int shown = Math.min(all.size(), FIRST_WARNINGS);
        int more = Math.min(all.size(), FIRST_WARNINGS + MORE_WARNINGS);
        addList(all.subList(0, shown).stream().map(this::finding).toList());
        if (shown < all.size()) {
            html.append("<details><summary>")
                    .append(Count.digits(all.size() - shown))
                    .append(" more</summary>\n");
            addList(all.subList(shown, more).stream().map(this::finding).toList());
            if (more < all.size()) {
                html.append("<p>And ")
                        .append(Count.digits(all.size() - more))
                        .append(" more: <code>waymark check --show-all --rule ")
                        .append(group.code())
                        .append("</code></p>\n");
            }
            html.append("</details>\n");
        }
    }

    private String finding(Diagnostic found) {
        String word = found.severity().word();
        return "<span class=\"" + word + "\">" + word + "</span> " + Escapes.of(found.message())
                + found.help()
                        .map(help -> "<br><span class=\"quiet\">Help: " + Escapes.of(help) + "</span>")
                        .orElse("")
                + "<br>" + place(found.span()) + " <span class=\"quiet\">" + found.code() + "</span>";
    }

    /** A place in a file, and the page that shows it where there is one. */
    private String place(Span span) {
        return "<code>" + Escapes.of(span.toString()) + "</code>"
                + directory
                        .entryAt(span.path())
                        .filter(entry -> entry.kind().place().isFolder())
                        .flatMap(this::address)
                        .map(address -> " <a href=\"" + address + "\">the page</a>")
                        .orElse("");
    }

    private void addReviews() {
        begin("reviews", "Reviews due, by month");
        var byMonth = new TreeMap<String, List<Entry>>();
        directory
                .entries()
                .forEach(entry -> due(entry)
                        .ifPresent(day -> byMonth.computeIfAbsent(
                                        day.toString().substring(0, 7), month -> new ArrayList<>())
                                .add(entry)));
        if (byMonth.isEmpty()) {
            html.append("<p>No entry says when it must be reviewed.</p>\n");
        }
        byMonth.forEach((month, entries) -> {
            LocalDate first = LocalDate.parse(month + "-01");
            long overdue = entries.stream()
                    .filter(entry ->
                            due(entry).filter(directory.asOf()::isAfter).isPresent())
                    .count();
            html.append("<details")
                    .append(overdue > 0 ? " open" : "")
                    .append("><summary>")
                    .append(labels.month(first.getMonthValue(), first.getYear()))
                    .append(": ")
                    .append(entries.size())
                    .append(overdue > 0 ? ", <span class=\"warning\">" + overdue + " overdue</span>" : "")
                    .append("</summary>\n");
            addList(entries.stream()
                    .map(entry -> link(entry) + " <span class=\"quiet\">"
                            + due(entry).map(labels::date).orElse("") + "</span>")
                    .toList());
            html.append("</details>\n");
        });
    }

    private static Optional<LocalDate> due(Entry entry) {
        return entry.reviewed().by();
    }

    private void addCoverage() {
        Coverage.all(new PublishedEntries(directory)).forEach(this::addCoverage);
    }

    private void addCoverage(Coverage coverage) {
        String id = coverage.kind().name() + "-coverage";
        begin(id, coverage.matrix().title());
        html.append("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-labelledby=\"")
                .append(id)
                .append("\"><table>\n<tr><td></td>");
        coverage.columns().forEach(column -> html.append("<th scope=\"col\">").append(Escapes.of(column.label())));
        html.append("<th scope=\"col\">All</tr>\n");
        coverage.groups().stream().flatMap(group -> group.rows().stream()).forEach(this::addRow);
        html.append("</table></div>\n");
    }

    private void addRow(Coverage.Row row) {
        html.append("<tr><th scope=\"row\">")
                .append(
                        row.value() instanceof PathValue.OfEntry of
                                ? link(of.entry())
                                : Escapes.of(row.value().label()));
        row.counts().forEach(this::addNumber);
        addNumber(row.total());
        html.append("</tr>\n");
    }

    private void addNumber(int number) {
        html.append(number == 0 ? "<td class=\"number none\">" : "<td class=\"number\">")
                .append(number);
    }

    private void addWithoutSources() {
        begin("sources", "Entries without sources");
        List<String> without = directory.kinds().forReaders().stream()
                .filter(kind -> !kind.sources().isEmpty())
                .flatMap(directory::entries)
                .filter(entry -> entry.kind().sources().stream()
                        .allMatch(field -> entry.fields()
                                .all(field, Object.class)
                                .findAny()
                                .isEmpty()))
                .map(entry -> link(entry) + " <span class=\"quiet\">"
                        + entry.kind().noun().one() + "</span>")
                .toList();
        if (without.isEmpty()) {
            html.append("<p>None.</p>\n");
        }
        addList(without);
    }

    private void addSentences(List<Sentence> longest) {
        begin("sentences", "The longest sentences");
        addList(longest.stream()
                .map(sentence ->
                        sentence.words() + " words: " + Escapes.of(sentence.text()) + "<br>" + place(sentence.span()))
                .toList());
    }

    private void begin(String id, String title) {
        html.append("<h2 id=\"").append(id).append("\">").append(title).append("</h2>\n");
    }

    private void addList(List<String> items) {
        if (items.isEmpty()) {
            return;
        }
        html.append("<ul>\n");
        items.stream()
                .limit(MAX)
                .forEach(item -> html.append("<li>").append(item).append("</li>\n"));
        html.append("</ul>\n");
        if (items.size() > MAX) {
            html.append("<p>And ").append(Count.digits(items.size() - MAX)).append(" more.</p>\n");
        }
    }

    /** The name of an entry, which leads to its page where it has one. */
    private String link(Entry entry) {
        String name = entry.isComplete() ? entry.label() : entry.name();
        return address(entry)
                .map(address -> "<a href=\"" + address + "\">" + Escapes.of(name) + "</a>")
                .orElseGet(() -> Escapes.of(name) + " <code>" + Escapes.of(entry.path()) + "</code>");
    }

    private Optional<String> address(Entry entry) {
        if (!entry.isComplete()) {
            return Optional.empty();
        }
        String path = Routes.of(entry).value();
        int fragment = path.indexOf('#');
        String folder = fragment < 0 ? path : path.substring(0, fragment);
        return state.site()
                .file(folder + "index.html")
                .map(page -> Escapes.of(state.site().root() + path));
    }
}
