package org.waymark.tool.changes;

import java.util.List;
import org.waymark.diagnostic.Count;
import org.waymark.report.MarkdownEscaper;
import org.waymark.tool.changes.ChangesOutline.ChangeItem;
import org.waymark.tool.changes.ChangesOutline.ChangeSection;

/** Changes as a comment on a pull request: a summary first, long parts collapsed, limited in length. */
public final class ChangesMarkdown {
    /** GitHub allows 65,536 characters; the rest is for text that others put around it. */
    static final int LONGEST = 60_000;

    /** Longer sections are collapsed. */
    private static final int MOST_ITEMS = 12;

    /** The maximum for one entry. */
    private static final int MOST_LINES = 20;

    /** Space reserved for the ends of all sections. */
    private static final int RESERVE = 3_000;

    private final StringBuilder text = new StringBuilder();

    private ChangesMarkdown() {}

    /** The whole comment, at most 60,000 characters, with a line end at the end. */
    public static String of(DirectoryChanges changes, RevisionRange range, ReviewLinks links) {
        return new ChangesMarkdown().render(changes, range, links);
    }

    private String render(DirectoryChanges changes, RevisionRange range, ReviewLinks links) {
        if (changes.isEmpty()) {
            return MarkdownEscaper.of("Nothing changed for readers " + range.words() + ".") + "\n";
        }
        ChangesOutline outline = ChangesOutline.of(changes, links);
        line("## What changes for readers");
        line("");
        String counts = new ChangeCounts(changes).sentence();
        line("**" + MarkdownEscaper.of(Character.toUpperCase(counts.charAt(0)) + counts.substring(1)) + "**");
        outline.sections().forEach(this::section);
        line("");
        outline.closing().forEach(sentence -> line(MarkdownEscaper.of(sentence) + "\n"));
        line("<sub>" + MarkdownEscaper.of("Changes " + range.words()) + "</sub>");
        return text.toString();
    }

    private void section(ChangeSection section) {
        boolean isFolded = section.isMinor() || section.items().size() > MOST_ITEMS;
        String heading = section.heading() + " (" + section.items().size() + ")";
        line("");
        if (isFolded) {
            line("<details><summary><b>" + heading + "</b></summary>");
        } else {
            line("### " + heading);
        }
        line("");
        items(section.items());
        if (isFolded) {
            line("");
            line("</details>");
        }
    }

    private void items(List<ChangeItem> items) {
        int shown = 0;
        for (ChangeItem item : items) {
            String words = words(item);
            if (text.length() + words.length() > LONGEST - RESERVE) {
                line("- … and " + Count.inDigits(items.size() - (long) shown, "other", "others"));
                return;
            }
            text.append(words);
            shown++;
        }
    }

    private static String words(ChangeItem item) {
        String title = MarkdownEscaper.of(Excerpt.of(item.title()));
        var words = new StringBuilder("- **")
                .append(item.file().map(url -> "[" + title + "](" + url + ")").orElse(title))
                .append("**");
        if (!item.about().isEmpty()) {
            words.append(" (").append(MarkdownEscaper.of(item.about())).append(')');
        }
        item.page().ifPresent(url -> words.append(" [page](").append(url).append(')'));
        words.append('\n');
        item.lines().stream()
                .limit(MOST_LINES)
                .forEach(each ->
                        words.append("  - ").append(MarkdownEscaper.of(each)).append('\n'));
        if (item.lines().size() > MOST_LINES) {
            words.append("  - … and ").append(item.lines().size() - MOST_LINES).append(" more\n");
        }
        return words.toString();
    }

    private void line(String words) {
        text.append(words).append('\n');
    }
}
