package org.waymark.cli;

import java.time.temporal.ChronoUnit;
import java.util.List;
import org.waymark.diagnostic.Count;
import org.waymark.directory.Agenda;
import org.waymark.directory.Agenda.Item;
import org.waymark.directory.Entry;
import org.waymark.report.TerminalEscaper;

/** An agenda as a table for a terminal of 80 columns, overdue items first. */
final class AgendaTable {
    private static final int WIDTH = 80;
    private static final int INDENT = 23;
    private static final int OWNER = 24;
    private static final int MOST_UNDATED = 30;

    private final Agenda agenda;
    private final StringBuilder text = new StringBuilder();

    private AgendaTable(Agenda agenda) {
        this.agenda = agenda;
    }

    static String of(Agenda agenda) {
        return new AgendaTable(agenda).text();
    }

    private String text() {
        AgendaPart.of(agenda).forEach(this::part);
        if (agenda.items().isEmpty()) {
            line("Nothing is due by " + agenda.until() + ".");
        }
        if (!agenda.drafts().isEmpty()) {
            line("");
            line("Drafts");
            agenda.drafts().forEach(draft -> row("", "", draft));
        }
        undated(agenda.undated());
        return text.toString();
    }

    private void undated(List<Entry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        line("");
        line(
                entries.size() == 1
                        ? "1 entry has no date for its review:"
                        : Count.digits(entries.size()) + " entries have no date for their review:");
        entries.stream().limit(MOST_UNDATED).forEach(entry -> line("  " + entry.path()));
        if (entries.size() > MOST_UNDATED) {
            line("  … and " + Count.digits(entries.size() - MOST_UNDATED) + " more; `--format json` lists all");
        }
    }

    private void part(AgendaPart part) {
        if (!text.isEmpty()) {
            line("");
        }
        line(part.heading());
        for (Item item : part.items()) {
            row(item.day().toString(), days(item), item.entry());
        }
    }

    /** The first line has the id, which names the file; the second the title and owner. */
    private void row(String day, String days, Entry entry) {
        String kind = entry.kind().noun().one();
        line(column(day, 10) + column(days, 9) + column(kind, 10) + entry.id());
        String owner = entry.owner()
                .map(TerminalEscaper::of)
                .map(name -> " (" + cut(name, OWNER) + ")")
                .orElse("");
        String title = cut(TerminalEscaper.of(entry.label()), WIDTH - INDENT - owner.length());
        line(" ".repeat(INDENT) + title + owner);
    }

    private String days(Item item) {
        long days = ChronoUnit.DAYS.between(agenda.today(), item.day());
        return days == 0 ? "today" : days < 0 ? -days + " late" : "in " + days;
    }

    private static String column(String words, int width) {
        return words + " ".repeat(Math.max(0, width - words.length()) + 2);
    }

    private static String cut(String words, int length) {
        if (words.length() <= length) {
            return words;
        }
        int end = Character.isHighSurrogate(words.charAt(length - 2)) ? length - 2 : length - 1;
        return words.substring(0, end).stripTrailing() + "…";
    }

    private void line(String words) {
        text.append(words).append('\n');
    }
}
