package org.waymark.tool.changes;

import org.waymark.report.TerminalEscaper;
import org.waymark.tool.changes.ChangesOutline.ChangeItem;
import org.waymark.tool.changes.ChangesOutline.ChangeSection;

/** Changes as plain text, for a terminal. */
public final class ChangesText {
    private ChangesText() {}

    /** The whole text, with a line end at the end. */
    public static String of(DirectoryChanges changes, RevisionRange range, ReviewLinks links) {
        if (changes.isEmpty()) {
            return TerminalEscaper.of("Nothing changed " + range.words() + ".") + "\n";
        }
        var text = new StringBuilder();
        ChangesOutline outline = ChangesOutline.of(changes, links);
        for (ChangeSection section : outline.sections()) {
            line(text, section.heading() + " (" + section.items().size() + ")");
            for (ChangeItem item : section.items()) {
                line(text, "  " + item.title() + (item.about().isEmpty() ? "" : " (" + item.about() + ")"));
                item.lines().forEach(each -> line(text, "    " + each));
                item.file().ifPresent(url -> line(text, "    " + url));
                item.page().ifPresent(url -> line(text, "    " + url));
            }
            text.append('\n');
        }
        outline.closing().forEach(sentence -> line(text, sentence));
        line(text, "Changes " + range.words() + ": " + new ChangeCounts(changes).sentence());
        return text.toString();
    }

    private static void line(StringBuilder text, String words) {
        text.append(TerminalEscaper.of(words)).append('\n');
    }
}
