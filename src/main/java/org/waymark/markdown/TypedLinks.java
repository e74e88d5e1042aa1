package org.waymark.markdown;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Link;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.waymark.markdown.TypedLink.Form;
import org.waymark.source.SourceFile;

/**
 * Finds the links of a body as typed. Only edits to the content need this; {@link Prose} is enough for everything
 * else.
 */
public final class TypedLinks extends AbstractVisitor {
    private final SourceFile file;
    private final int offset;
    private final List<TypedLink> links = new ArrayList<>();

    private TypedLinks(SourceFile file, int offset) {
        this.file = file;
        this.offset = offset;
    }

    /** The links and definitions from an offset (UTF-16 units) to the end of a file, in order of position. */
    public static List<TypedLink> in(SourceFile file, int offset) {
        var found = new TypedLinks(file, offset);
        MarkdownParser.parse(file, file.text().substring(offset)).accept(found);
        found.links.sort(Comparator.comparing(TypedLink::whole));
        return List.copyOf(found.links);
    }

    @Override
    public void visit(Link link) {
        int start = start(link);
        int end = end(link);
        if (end - start > 2 && file.text().charAt(start) == '[') {
            links.add(file.text().charAt(end - 1) == ')' ? inline(link, start, end) : byName(link, start, end));
        }
        visitChildren(link);
    }

    private TypedLink inline(Link link, int start, int end) {
        Node label = link.getLastChild();
        Optional<LinkScanner.Inline> typed =
                LinkScanner.inlineAddress(file.text(), label == null ? start : Math.max(start, end(label)), end);
        return new TypedLink(
                Form.INLINE,
                link.getDestination(),
                "",
                file.span(start, end),
                typed.map(found -> file.span(start + 1, found.textEnd())).orElseGet(() -> file.span(start, end)),
                typed.map(found ->
                        file.span(found.address().start(), found.address().end())));
    }

    private TypedLink byName(Link link, int start, int end) {
        // A name contains no unescaped bracket.
        int between = file.text().substring(start, end).lastIndexOf("][");
        boolean isEscaped = between > 0 && file.text().charAt(start + between - 1) == '\\';
        boolean isFull = between > 0 && !isEscaped;
        int textEnd = isFull ? start + between : end - 1;
        boolean isNamed = isFull && textEnd + 2 < end - 1;
        String name = isNamed
                ? file.text().substring(textEnd + 2, end - 1)
                : file.text().substring(start + 1, textEnd);
        return new TypedLink(
                Form.BY_NAME,
                link.getDestination(),
                name,
                file.span(start, end),
                file.span(start + 1, textEnd),
                Optional.empty());
    }

    @Override
    public void visit(LinkReferenceDefinition definition) {
        int start = start(definition);
        int end = end(definition);
        String text = file.text();
        int nameStart = text.indexOf('[', start) + 1;
        int nameEnd = LinkScanner.nameEnd(text, nameStart, end);
        Optional<LinkScanner.Stretch> address = LinkScanner.definedAddress(text, start, end);
        links.add(new TypedLink(
                Form.DEFINITION,
                definition.getDestination(),
                definition.getLabel(),
                file.span(start, end),
                nameEnd < 0 ? file.span(start, end) : file.span(nameStart, nameEnd),
                address.map(found -> file.span(found.start(), found.end()))));
    }

    private int start(Node node) {
        List<SourceSpan> spans = node.getSourceSpans();
        return spans.isEmpty() ? offset : offset + spans.get(0).getInputIndex();
    }

    private int end(Node node) {
        List<SourceSpan> spans = node.getSourceSpans();
        if (spans.isEmpty()) {
            return offset;
        }
        SourceSpan last = spans.get(spans.size() - 1);
        return offset + last.getInputIndex() + last.getLength();
    }
}
