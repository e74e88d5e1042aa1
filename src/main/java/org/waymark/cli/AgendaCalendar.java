package org.waymark.cli;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.waymark.directory.Agenda;
import org.waymark.directory.Agenda.Event;
import org.waymark.directory.Agenda.Item;
import org.waymark.directory.Entry;

/**
 * An agenda in iCalendar (RFC 5545), one all-day event for each item. The same agenda gives the same bytes, and an event
 * keeps its identifier when its day changes, so calendars move it.
 *
 * <p>Written without ical4j, which folds lines by characters and not by octets, so lines with accents or emoji are too
 * long.
 */
final class AgendaCalendar {
    /** Without the line end (section 3.1). */
    private static final int MOST_OCTETS = 75;

    private final StringBuilder text = new StringBuilder();

    private AgendaCalendar() {}

    /**
     * The text of a calendar file, to be written as UTF-8.
     *
     * @param host keeps identifiers apart from those of other directories, such as the host of the site
     */
    static String of(Agenda agenda, String host) {
        var calendar = new AgendaCalendar();
        calendar.line("BEGIN:VCALENDAR");
        calendar.line("VERSION:2.0");
        calendar.line("PRODID:-//Waymark//waymark due//EN");
        calendar.line("CALSCALE:GREGORIAN");
        agenda.items().forEach(item -> calendar.event(item, agenda.today(), host));
        calendar.line("END:VCALENDAR");
        return calendar.text.toString();
    }

    private void event(Item item, LocalDate today, String host) {
        Entry entry = item.entry();
        String event = word(item.event());
        line("BEGIN:VEVENT");
        line("UID:" + event + "." + entry.kind().name() + "." + entry.id() + "@" + host);
        line("DTSTAMP:" + date(today) + "T000000Z");
        line("DTSTART;VALUE=DATE:" + date(item.day()));
        line("SUMMARY:" + escaped(heading(item.event()) + ": " + entry.label()));
        line("DESCRIPTION:"
                + escaped(entry.path()
                        + entry.owner().map(name -> "\nOwner: " + name).orElse("")));
        line("TRANSP:TRANSPARENT"); // does not make anyone busy all day
        line("END:VEVENT");
    }

    /** Part of the identifiers, so never changes. */
    private static String word(Event event) {
        return switch (event) {
            case REVIEW -> "review";
            case PUBLICATION -> "publish";
            case EXPIRY -> "expire";
        };
    }

    private static String heading(Event event) {
        return switch (event) {
            case REVIEW -> "Review due";
            case PUBLICATION -> "Published";
            case EXPIRY -> "Expires";
        };
    }

    private static String date(LocalDate day) {
        return day.format(DateTimeFormatter.BASIC_ISO_DATE);
    }

    /** Escapes a text value (section 3.3.11). The only control character allowed in one is a line end. */
    private static String escaped(String value) {
        var written = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\\', ';', ',' -> written.append('\\').append(c);
                case '\n' -> written.append("\\n");
                default -> written.append(Character.isISOControl(c) ? ' ' : c);
            }
        }
        return written.toString();
    }

    /** Writes a line, folded if it is too long (section 3.1): a line end and a space continue it. */
    private void line(String content) {
        int octets = 0;
        for (int i = 0; i < content.length(); ) {
            int character = content.codePointAt(i);
            int size = character < 0x80 ? 1 : character < 0x800 ? 2 : character < 0x10000 ? 3 : 4;
            if (octets + size > MOST_OCTETS) {
                text.append("\r\n ");
                octets = 1;
            }
            text.appendCodePoint(character);
            octets += size;
            i += Character.charCount(character);
        }
        text.append("\r\n");
    }
}
