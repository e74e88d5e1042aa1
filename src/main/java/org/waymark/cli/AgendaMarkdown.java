package org.waymark.cli;

import java.time.temporal.ChronoUnit;
import org.waymark.directory.Agenda;
import org.waymark.directory.Agenda.Item;
import org.waymark.report.MarkdownEscaper;

/** An agenda as lists in Markdown, for an issue on a code host, overdue items first. */
final class AgendaMarkdown {
    private final Agenda agenda;
    private final StringBuilder text = new StringBuilder();

    private AgendaMarkdown(Agenda agenda) {
        this.agenda = agenda;
    }

    static String of(Agenda agenda) {
        return new AgendaMarkdown(agenda).text();
    }

    private String text() {
        AgendaPart.of(agenda).forEach(this::part);
        if (agenda.items().isEmpty()) {
            text.append("Nothing is due by ").append(agenda.until()).append(".\n\n");
        }
        return text.toString();
    }

    private void part(AgendaPart part) {
        text.append("#### ").append(part.heading()).append("\n\n");
        for (Item item : part.items()) {
            String owner = item.entry().owner().map(name -> " (" + name + ")").orElse("");
            text.append("- [ ] ")
                    .append(item.day())
                    .append(late(item))
                    .append(": ")
                    .append(MarkdownEscaper.of(item.entry().label() + owner))
                    .append(", ")
                    .append(MarkdownEscaper.codeOf(item.entry().path()))
                    .append('\n');
        }
        text.append('\n');
    }

    private String late(Item item) {
        long days = ChronoUnit.DAYS.between(item.day(), agenda.today());
        return days > 0 ? ", " + Findings.count(days, "day", "days") + " late" : "";
    }
}
