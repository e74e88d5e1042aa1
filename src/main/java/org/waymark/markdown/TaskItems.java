package org.waymark.markdown;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.ListItem;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.Text;

/** Finds list items that begin with a checkbox (GitHub Flavored Markdown 0.29, section 5.3): {@code - [x] Ask the bus company}. */
final class TaskItems extends AbstractVisitor {
    private static final Pattern BOX = Pattern.compile("\\[([ xX])][ \t]+");

    private final String text;

    TaskItems(String text) {
        this.text = text;
    }

    @Override
    public void visit(ListItem item) {
        if (item.getFirstChild() instanceof Paragraph paragraph
                && paragraph.getFirstChild() instanceof Text words
                && words.getSourceSpans().size() == 1) {
            read(paragraph, words);
        }
        visitChildren(item);
    }

    /** A checkbox with no text after it would have no accessible name, so it stays as typed. */
    private void read(Paragraph paragraph, Text words) {
        SourceSpan span = words.getSourceSpans().get(0);
        int start = span.getInputIndex();
        Matcher box = BOX.matcher(text).region(start, start + span.getLength());
        String rest = words.getLiteral();
        if (!box.lookingAt()
                || !rest.startsWith(box.group())
                || ProseParser.textOf(paragraph).length() <= box.group().length()) {
            return;
        }
        if (rest.length() == box.group().length()) {
            words.unlink();
        } else {
            words.setLiteral(rest.substring(box.group().length()));
            words.setSourceSpans(List.of(span.subSpan(box.group().length())));
        }
        paragraph.prependChild(new TaskBox(!box.group(1).isBlank()));
    }
}
