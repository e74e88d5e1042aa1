package org.waymark.markdown;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.commonmark.ext.footnotes.FootnoteDefinition;
import org.commonmark.ext.footnotes.FootnoteReference;
import org.commonmark.ext.gfm.strikethrough.Strikethrough;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Delimited;
import org.commonmark.node.Document;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.commonmark.renderer.html.CoreHtmlNodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.html.HtmlWriter;
import org.jspecify.annotations.Nullable;

/**
 * Renders a parsed body as far as possible without its page. What is below a main heading such as "What has changed
 * since 2021" is kept apart, up to the next main heading.
 */
final class ProseRenderer extends CoreHtmlNodeRenderer {
    /** The folder of files for download, whose links state format and size. */
    private static final String DOWNLOADS = "files/";

    private static final String OPENING = "What has changed";

    private final ProseMarkup.Builder markup;
    private final HtmlWriter html;
    private final FootnoteRenderer footnotes;
    /** How many headings, header cells and links are open, within which no words are explained. */
    private int openHeadings;

    private int openHeaderCells;
    private int openLinks;
    private int tables;
    private int tasks;
    /** The footnote whose last paragraph is to be rendered next, and that paragraph. */
    private Footnotes.@Nullable Note openNote;

    private @Nullable Node lastOfNote;

    private ProseRenderer(HtmlNodeRendererContext context, ProseMarkup.Builder markup, Footnotes footnotes) {
        super(context);
        this.markup = markup;
        this.html = context.getWriter();
        this.footnotes = new FootnoteRenderer(html, markup, footnotes);
    }

    /**
     * Renders a body, whose headings have their anchors.
     *
     * @param length how long its Markdown is
     */
    static ProseMarkup render(Node document, Footnotes footnotes, int length) {
        var markup = new ProseMarkup.Builder(length + length / 2);
        HtmlRenderer.builder()
                .escapeHtml(true)
                .nodeRendererFactory(context -> new ProseRenderer(context, markup, footnotes))
                .build()
                .render(document, markup.markup());
        return markup.build();
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
        var types = new HashSet<>(super.getNodeTypes());
        types.addAll(List.of(
                TableBlock.class,
                FootnoteDefinition.class,
                FootnoteReference.class,
                HeadingAnchor.class,
                Strikethrough.class));
        return types;
    }

    @Override
    public void visit(Document document) {
        boolean open = false;
        for (Node block = document.getFirstChild(); block != null; block = block.getNext()) {
            if (block instanceof Heading heading && heading.getLevel() <= 2) {
                if (open) {
                    section("/section", Map.of());
                }
                open = ProseParser.textOf(heading).regionMatches(true, 0, OPENING, 0, OPENING.length());
                if (open) {
                    section("section", Map.of("class", "changed"));
                }
            }
            context.render(block);
        }
        if (open) {
            section("/section", Map.of());
        }
        footnotes.section(this::footnote);
    }

    /** The links back go into the last paragraph, if a footnote ends with one. */
    private void footnote(Footnotes.Note note) {
        openNote = note;
        lastOfNote = note.definition().getLastChild() instanceof Paragraph last ? last : null;
        visitChildren(note.definition());
        if (openNote != null) {
            footnotes.backLinks(note);
            openNote = null;
        }
    }

    private void section(String name, Map<String, String> attributes) {
        html.line();
        html.tag(name, attributes);
        html.line();
    }

    @Override
    public void visit(Heading heading) {
        html.line();
        html.raw("<h");
        level(heading);
        html.raw(" id=\"");
        markup.prefix();
        HeadingAnchor anchor = HeadingAnchor.of(heading);
        html.text(anchor == null ? "" : anchor.id());
        html.raw("\">");
        openHeadings++;
        visitChildren(heading);
        openHeadings--;
        html.raw("</h");
        level(heading);
        html.raw(">");
        html.line();
    }

    private void level(Heading heading) {
        int start = markup.length();
        html.raw(String.valueOf(heading.getLevel()));
        markup.level(start);
    }

    /** CommonMark allows an address in angle brackets within a link. HTML does not allow nested links. */
    @Override
    public void visit(Link link) {
        if (openLinks > 0) {
            visitChildren(link);
            return;
        }
        html.raw(isAddress(link) ? "<a class=\"address\" href=\"" : "<a href=\"");
        markup.address(link.getDestination());
        html.raw("\"");
        title(link.getTitle());
        html.raw(">");
        openLinks++;
        visitChildren(link);
        openLinks--;
        if (link.getDestination().contains(DOWNLOADS)) {
            markup.note(link.getDestination(), ProseParser.textOf(link));
        }
        html.raw("</a>");
    }

    /** Whether readers see the target of a link, so it need not be printed after it. */
    private static boolean isAddress(Link link) {
        String text = ProseParser.textOf(link);
        String destination = link.getDestination();
        return destination.endsWith(text)
                && List.of("", "https://", "http://", "mailto:")
                        .contains(destination.substring(0, destination.length() - text.length()));
    }

    @Override
    public void visit(Image image) {
        picture(image, image.getTitle());
        if (image.getTitle() != null) {
            words(" " + image.getTitle());
        }
    }

    private void picture(Image image, @Nullable String title) {
        markup.picture(image.getDestination(), ProseParser.textOf(image, '\n'), title);
        words(ProseParser.textOf(image));
    }

    @Override
    public void visit(CustomBlock block) {
        if (block instanceof TableBlock table) {
            new TableRenderer(html, markup, this::cell).render(table, ++tables);
        }
        // Footnotes are rendered after the text.
    }

    @Override
    public void visit(CustomNode node) {
        if (node instanceof Strikethrough) {
            html.raw("<del>");
            visitChildren(node);
            html.raw("</del>");
        } else if (node instanceof FootnoteReference reference) {
            footnotes.reference(reference);
        }
    }

    /** The content of a cell; no words are explained in a header cell. Its words are on a line with those beside it. */
    private void cell(TableCell cell, boolean isHeader) {
        openHeaderCells += isHeader ? 1 : 0;
        visitChildren(cell);
        openHeaderCells -= isHeader ? 1 : 0;
        words(cell.getNext() == null ? "\n" : " ");
    }

    private void title(@Nullable String title) {
        if (title != null) {
            html.raw(" title=\"");
            html.text(title);
            html.raw("\"");
        }
    }

    @Override
    public void visit(Text text) {
        if (openHeadings > 0) {
            html.text(text.getLiteral());
            return;
        }
        int start = markup.length();
        html.raw(text.getLiteral());
        if (openLinks > 0 || openHeaderCells > 0) {
            markup.fixedText(start);
        } else {
            markup.text(start, endsInWord(neighbour(text, false)), beginsWithWord(neighbour(text, true)));
        }
    }

    @Override
    public void visit(HtmlBlock html) {
        if (!EditorNote.isNote(html.getLiteral().strip())) {
            super.visit(html);
        }
    }

    @Override
    public void visit(HtmlInline html) {
        if (!EditorNote.isNote(html.getLiteral())) {
            super.visit(html);
        }
    }

    /** Without the XHTML slash, which has no meaning in HTML. */
    @Override
    public void visit(ThematicBreak line) {
        html.line();
        html.raw("<hr>");
        html.line();
    }

    @Override
    public void visit(HardLineBreak lineBreak) {
        html.raw("<br>");
        html.line();
        words(" ");
    }

    @Override
    public void visit(SoftLineBreak lineBreak) {
        super.visit(lineBreak);
        words(" ");
    }

    @Override
    public void visit(Code code) {
        super.visit(code);
        words(code.getLiteral());
    }

    @Override
    public void visit(FencedCodeBlock code) {
        super.visit(code);
        words(code.getLiteral() + "\n");
    }

    @Override
    public void visit(IndentedCodeBlock code) {
        super.visit(code);
        words(code.getLiteral() + "\n");
    }

    @Override
    public void visit(ListItem item) {
        html.raw(boxOf(item.getFirstChild()) == null ? "<li>" : "<li class=\"task\">");
        visitChildren(item);
        html.raw("</li>");
        html.line();
    }

    @Override
    public void visit(Paragraph paragraph) {
        TaskBox box = paragraph.getParent() instanceof ListItem ? boxOf(paragraph) : null;
        if (paragraph.getFirstChild() instanceof Image image && image.getNext() == null && image.getTitle() != null) {
            figure(image, image.getTitle());
        } else if (isInTightList(paragraph)) {
            contents(paragraph, box);
        } else {
            html.line();
            html.raw("<p>");
            contents(paragraph, box);
            html.raw("</p>");
            html.line();
        }
        words("\n");
    }

    private static boolean isInTightList(Paragraph paragraph) {
        return paragraph.getParent() instanceof ListItem item
                && item.getParent() instanceof ListBlock list
                && list.isTight();
    }

    private static @Nullable TaskBox boxOf(@Nullable Node paragraph) {
        return paragraph instanceof Paragraph && paragraph.getFirstChild() instanceof TaskBox box ? box : null;
    }

    /** The words after a checkbox are its accessible name. */
    private void contents(Paragraph paragraph, @Nullable TaskBox box) {
        if (box != null) {
            tasks++;
            html.raw("<input type=\"checkbox\" disabled" + (box.isTicked() ? " checked" : "") + " aria-labelledby=\"");
            markup.prefix();
            html.raw("wm-task-" + tasks + "\"> <span id=\"");
            markup.prefix();
            html.raw("wm-task-" + tasks + "\">");
        }
        visitChildren(paragraph);
        if (box != null) {
            html.raw("</span>");
        }
        Footnotes.Note note = openNote;
        if (paragraph == lastOfNote && note != null) {
            footnotes.backLinks(note);
            openNote = null;
        }
    }

    private void figure(Image image, String caption) {
        html.line();
        html.raw("<figure>");
        picture(image, null);
        words(" ");
        html.raw("<figcaption>");
        int start = markup.length();
        html.raw(caption);
        markup.fixedText(start);
        html.raw("</figcaption></figure>");
        html.line();
    }

    /**
     * Records text that is read aloud but is not plain text in the HTML. The words of headings are recorded
     * separately.
     */
    private void words(String words) {
        if (openHeadings == 0) {
            markup.words(words);
        }
    }

    /** The node directly beside a text on its line, looking beyond emphasis; null at the line's end. */
    private static @Nullable Node neighbour(Node node, boolean after) {
        for (Node at = node; at != null; at = at.getParent()) {
            Node beside = after ? at.getNext() : at.getPrevious();
            Node parent = at.getParent();
            if (beside != null || !(parent instanceof Delimited)) {
                return beside;
            }
        }
        return null;
    }

    private static boolean endsInWord(@Nullable Node before) {
        String text = plainText(before);
        return !text.isEmpty() && Character.isLetterOrDigit(text.codePointBefore(text.length()));
    }

    private static boolean beginsWithWord(@Nullable Node after) {
        String text = plainText(after);
        return !text.isEmpty() && Character.isLetterOrDigit(text.codePointAt(0));
    }

    private static String plainText(@Nullable Node node) {
        if (node instanceof Text text) {
            return text.getLiteral();
        }
        if (!(node instanceof Delimited)) {
            return "";
        }
        var text = new StringBuilder();
        node.accept(new AbstractVisitor() {
            @Override
            public void visit(Text part) {
                text.append(part.getLiteral());
            }
        });
        return text.toString();
    }
}
