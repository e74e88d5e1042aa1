package org.waymark.markdown;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.Document;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.commonmark.renderer.html.CoreHtmlNodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.html.HtmlWriter;
import org.jspecify.annotations.Nullable;

/**
 * Renders a parsed body as far as it can be rendered by itself. What is below a main heading such as "What has changed
 * since 2021" is set apart, as far as the next main heading.
 */
final class ProseRenderer extends CoreHtmlNodeRenderer {
    private static final String OPENING = "What has changed";

    private final ProseMarkup.Builder markup;
    private final HtmlWriter html;
    private final Iterator<Prose.Heading> headings;
    /** How many headings, header cells and links are open, in which no words are explained. */
    private int openHeadings;

    private int openHeaderCells;
    private int openLinks;
    private int tables;

    private ProseRenderer(HtmlNodeRendererContext context, ProseMarkup.Builder markup, List<Prose.Heading> headings) {
        super(context);
        this.markup = markup;
        this.html = context.getWriter();
        this.headings = headings.iterator();
    }

    /**
     * Renders a body.
     *
     * @param headings those of the text, in their order
     * @param length how long its Markdown is
     */
    static ProseMarkup render(Node document, List<Prose.Heading> headings, int length) {
        var markup = new ProseMarkup.Builder(length + length / 2);
        HtmlRenderer.builder()
                .escapeHtml(true)
                .nodeRendererFactory(context -> new ProseRenderer(context, markup, headings))
                .build()
                .render(document, markup.markup());
        return markup.build();
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
        var types = new HashSet<>(super.getNodeTypes());
        types.add(TableBlock.class);
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
        html.text(headings.next().anchor());
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

    /** CommonMark allows an address in angle brackets within a link. HTML has no link within a link. */
    @Override
    public void visit(Link link) {
        if (openLinks > 0) {
            visitChildren(link);
            return;
        }
        html.raw("<a href=\"");
        markup.address(link.getDestination());
        html.raw("\"");
        title(link.getTitle());
        html.raw(">");
        openLinks++;
        visitChildren(link);
        openLinks--;
        html.raw("</a>");
    }

    @Override
    public void visit(Image image) {
        markup.picture(image.getDestination(), ProseParser.textOf(image, '\n'), image.getTitle());
        words(ProseParser.textOf(image));
    }

    @Override
    public void visit(CustomBlock block) {
        if (block instanceof TableBlock table) {
            table(table);
        }
    }

    /** In a region that scrolls on a narrow screen, also by keyboard, which needs a name of its own (WCAG 2.2, 2.1.1 and 4.1.2). */
    private void table(TableBlock table) {
        Node head = table.getFirstChild();
        Node columns = head.getFirstChild();
        String names = String.join(", ", words(columns));
        html.line();
        html.raw("<div class=\"scroller\" role=\"region\" tabindex=\"0\" aria-label=\"");
        html.text("Table " + ++tables + (names.isEmpty() ? "" : ": " + names));
        html.raw("\">");
        html.line();
        html.raw("<table>");
        html.line();
        // A table whose first column has no header names its rows there.
        boolean hasRowHeaders = ProseParser.textOf(columns.getFirstChild()).isBlank();
        html.raw("<thead>");
        html.line();
        row(columns, false);
        html.raw("</thead>");
        html.line();
        if (head.getNext() != null) {
            html.raw("<tbody>");
            html.line();
            for (Node row = head.getNext().getFirstChild(); row != null; row = row.getNext()) {
                row(row, hasRowHeaders);
            }
            html.raw("</tbody>");
            html.line();
        }
        html.raw("</table>");
        html.line();
        html.raw("</div>");
        html.line();
    }

    private static List<String> words(Node row) {
        var words = new ArrayList<String>();
        for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
            String name = ProseParser.textOf(cell).strip();
            if (!name.isEmpty()) {
                words.add(name);
            }
        }
        return words;
    }

    /** What is missing at a row's end becomes one cell. */
    private void row(Node row, boolean hasHeader) {
        html.raw("<tr>");
        html.line();
        Node missing = firstMissing(row);
        for (Node cell = row.getFirstChild(); cell != missing; cell = cell.getNext()) {
            boolean isFirst = cell.getPrevious() == null;
            String scope = ((TableCell) cell).isHeader() ? "col" : hasHeader && isFirst ? "row" : "";
            cell((TableCell) cell, ProseParser.textOf(cell).isBlank() ? "" : scope);
        }
        if (missing != null) {
            missing(missing);
        }
        html.raw("</tr>");
        html.line();
        words("\n");
    }

    /** The first of the cells at the end of a row that are not typed. */
    private static @Nullable Node firstMissing(Node row) {
        Node first = null;
        for (Node cell = row.getLastChild();
                cell != null && cell.getSourceSpans().isEmpty();
                cell = cell.getPrevious()) {
            first = cell;
        }
        return first;
    }

    private void missing(Node first) {
        int count = 0;
        for (Node cell = first; cell != null; cell = cell.getNext()) {
            count++;
        }
        html.raw(count == 1 ? "<td></td>" : "<td colspan=\"" + count + "\"></td>");
        html.line();
    }

    private void cell(TableCell cell, String scope) {
        String name = scope.isEmpty() ? "td" : "th";
        html.raw("<" + name);
        if (!scope.isEmpty()) {
            html.raw(" scope=\"" + scope + "\"");
        }
        if (cell.getAlignment() != null) {
            html.raw(" class=\"" + className(cell.getAlignment()) + "\"");
        }
        html.raw(">");
        openHeaderCells += scope.isEmpty() ? 0 : 1;
        visitChildren(cell);
        openHeaderCells -= scope.isEmpty() ? 0 : 1;
        html.raw("</" + name + ">");
        html.line();
        words(" ");
    }

    private static String className(TableCell.Alignment alignment) {
        return switch (alignment) {
            case LEFT -> "left";
            case CENTER -> "centre";
            case RIGHT -> "right";
        };
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

    /** Without the slash of XHTML, which means nothing in HTML. */
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
    public void visit(Paragraph paragraph) {
        super.visit(paragraph);
        words("\n");
    }

    /** Notes what is read, but is no plain text in the HTML. The words of headings are counted apart. */
    private void words(String words) {
        if (openHeadings == 0) {
            markup.words(words);
        }
    }

    /** What is directly beside a text on its line, looking out of emphasis; null at the line's end. */
    private static @Nullable Node neighbour(Node node, boolean after) {
        for (Node at = node; at != null; at = at.getParent()) {
            Node beside = after ? at.getNext() : at.getPrevious();
            Node parent = at.getParent();
            if (beside != null || !(parent instanceof Emphasis || parent instanceof StrongEmphasis)) {
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
        if (!(node instanceof Emphasis || node instanceof StrongEmphasis)) {
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
