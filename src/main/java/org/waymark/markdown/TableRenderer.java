package org.waymark.markdown;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.Node;
import org.commonmark.renderer.html.HtmlWriter;
import org.jspecify.annotations.Nullable;

/**
 * Renders tables. Each is in a region that scrolls on a narrow screen, also by keyboard, and so needs a name (WCAG
 * 2.2, success criteria 2.1.1 and 4.1.2). Columns are aligned by classes, since pages allow no inline styles.
 */
final class TableRenderer {
    private final HtmlWriter html;
    private final ProseMarkup.Builder markup;
    private final Contents contents;

    /** Renders what is in a cell. */
    @FunctionalInterface
    interface Contents {
        void render(TableCell cell, boolean isHeader);
    }

    TableRenderer(HtmlWriter html, ProseMarkup.Builder markup, Contents contents) {
        this.html = html;
        this.markup = markup;
        this.contents = contents;
    }

    /** @param number which table of the text it is, from 1 */
    void render(TableBlock table, int number) {
        Node head = table.getFirstChild();
        Node columns = head.getFirstChild();
        String names = String.join(", ", words(columns));
        html.line();
        html.raw("<div class=\"scroller\" role=\"region\" tabindex=\"0\" aria-label=\"");
        markup.table(number, names);
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

    /** Missing cells at the end of a row become one cell. */
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
    }

    /** The first of the missing cells at the end of a row. */
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
        contents.render(cell, !scope.isEmpty());
        html.raw("</" + name + ">");
        html.line();
    }

    private static String className(TableCell.Alignment alignment) {
        return switch (alignment) {
            case LEFT -> "left";
            case CENTER -> "centre";
            case RIGHT -> "right";
        };
    }
}
