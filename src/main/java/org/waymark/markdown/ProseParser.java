package org.waymark.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.waymark.source.SourceFile;
import org.waymark.source.Span;

/** Parses a body and notes the places of what the rules look at. */
final class ProseParser extends AbstractVisitor {
    private static final Parser PARSER = Parser.builder()
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .build();

    private final SourceFile file;
    private final int offset;
    private final Anchors anchors = new Anchors();
    private final List<Prose.Heading> headings = new ArrayList<>();
    private final List<Prose.Link> links = new ArrayList<>();
    private final List<Prose.Image> images = new ArrayList<>();
    private final List<Span> rawHtml = new ArrayList<>();
    private final List<String> openTags = new ArrayList<>();

    private ProseParser(SourceFile file, int offset) {
        this.file = file;
        this.offset = offset;
    }

    static Prose parse(SourceFile file, int offset) {
        Node document = PARSER.parse(file.text().substring(offset));
        var found = new ProseParser(file, offset);
        document.accept(found);
        return new Prose(file, offset, document, found.headings, found.links, found.images, found.rawHtml);
    }

    @Override
    public void visit(org.commonmark.node.Heading heading) {
        String text = textOf(heading);
        headings.add(new Prose.Heading(heading.getLevel(), text, anchors.next(text), spanOf(heading)));
        if (heading.getLevel() == 1) {
            heading.setLevel(2); // the page has its one main heading already; heading-order reports this one
        }
        super.visit(heading);
    }

    @Override
    public void visit(org.commonmark.node.Link link) {
        links.add(new Prose.Link(
                link.getDestination(), textOf(link), destination(link, link.getDestination()), textSpan(link)));
        super.visit(link);
    }

    @Override
    public void visit(org.commonmark.node.Image image) {
        images.add(new Prose.Image(
                image.getDestination(),
                textOf(image).strip(),
                destination(image, image.getDestination()),
                spanOf(image)));
    }

    @Override
    public void visit(HtmlBlock html) {
        rawHtml.add(spanOf(html));
    }

    @Override
    public void visit(HtmlInline html) {
        String tag = html.getLiteral();
        String name = tag.replaceAll("(?s)^</?|[\\s/>].*", "").toLowerCase(Locale.ROOT);
        boolean closes = tag.startsWith("</");
        if (closes && openTags.remove(name)) {
            return; // one fault with the tag that opens it
        }
        if (!closes) {
            openTags.add(name);
        }
        rawHtml.add(spanOf(html));
    }

    /** The destination inside the link's own text; the whole link where it stands in a definition elsewhere. */
    private Span destination(Node node, String destination) {
        Span whole = spanOf(node);
        int start = file.offset(whole.start());
        int at = file.text().substring(start, file.offset(whole.end())).lastIndexOf(destination);
        return at < 0 || destination.isEmpty() ? whole : file.span(start + at, start + at + destination.length());
    }

    /** What stands between the square brackets; the whole link where nothing does. */
    private Span textSpan(Node link) {
        Node first = link.getFirstChild();
        Node last = link.getLastChild();
        return first == null || last == null
                ? spanOf(link)
                : new Span(file.path(), spanOf(first).start(), spanOf(last).end());
    }

    private Span spanOf(Node node) {
        List<SourceSpan> spans = node.getSourceSpans();
        if (spans.isEmpty()) {
            Node parent = node.getParent();
            return parent == null ? file.span(offset, offset) : spanOf(parent);
        }
        SourceSpan first = spans.get(0);
        SourceSpan last = spans.get(spans.size() - 1);
        return file.span(offset + first.getInputIndex(), offset + last.getInputIndex() + last.getLength());
    }

    /** The words of a node, as readers hear them. */
    static String textOf(Node node) {
        var text = new StringBuilder();
        node.accept(new AbstractVisitor() {
            @Override
            public void visit(Text part) {
                text.append(part.getLiteral());
            }

            @Override
            public void visit(Code code) {
                text.append(code.getLiteral());
            }

            @Override
            public void visit(SoftLineBreak lineBreak) {
                text.append(' ');
            }

            @Override
            public void visit(HardLineBreak lineBreak) {
                text.append(' ');
            }
        });
        return text.toString();
    }
}
