package org.waymark.markdown;

import java.text.Normalizer;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.Text;

/** Finds ids typed at the end of headings: {@code ## Opening hours {#hours}}. */
final class HeadingIds extends AbstractVisitor {
    private static final Pattern ID = Pattern.compile("[ \t]*+(?<!\\\\)\\{#([^{}]*+)}$");

    private final String text;

    HeadingIds(String text) {
        this.text = text;
    }

    @Override
    public void visit(Heading heading) {
        if (heading.getLastChild() instanceof Text words
                && words.getSourceSpans().size() == 1) {
            read(heading, words);
        }
    }

    private void read(Heading heading, Text words) {
        SourceSpan span = words.getSourceSpans().get(0);
        int start = span.getInputIndex();
        Matcher id = ID.matcher(text).region(start, start + span.getLength());
        if (!id.find() || !words.getLiteral().endsWith(id.group())) {
            return;
        }
        var anchor = new HeadingAnchor(Normalizer.normalize(id.group(1), Normalizer.Form.NFC));
        anchor.addSourceSpan(span.subSpan(id.start(1) - start, id.end(1) - start));
        if (id.start() == start) {
            words.unlink();
        } else {
            words.setLiteral(words.getLiteral()
                    .substring(0, words.getLiteral().length() - id.group().length()));
            words.setSourceSpans(List.of(span.subSpan(0, id.start() - start)));
        }
        heading.appendChild(anchor);
    }
}
