package org.waymark.tool.changes;

import org.waymark.report.Printable;
import org.waymark.tool.changes.Outline.Item;
import org.waymark.tool.changes.Outline.Section;

/** Changes as plain text, for a terminal. */
public final class ChangesText {
    private ChangesText() {}

    /** The whole, which ends with a line end. */
    public static String of(Changes changes, Period period) {
        if (changes.isEmpty()) {
            return Printable.of("Nothing changed " + period.words() + ".") + "\n";
        }
        var text = new StringBuilder();
        Outline outline = Outline.of(changes);
        for (Section section : outline.sections()) {
            line(text, section.heading() + " (" + section.items().size() + ")");
            for (Item item : section.items()) {
                line(text, "  " + item.title() + (item.about().isEmpty() ? "" : " (" + item.about() + ")"));
                item.lines().forEach(each -> line(text, "    " + each));
            }
            text.append('\n');
        }
        outline.closing().forEach(sentence -> line(text, sentence));
        line(text, "Changes " + period.words() + ": " + new Tally(changes).sentence());
        return text.toString();
    }

    private static void line(StringBuilder text, String words) {
        text.append(Printable.of(words)).append('\n');
    }
}
