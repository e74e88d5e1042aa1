package org.waymark.markdown;

import java.util.List;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;

/**
 * Corrects the spans of content in table cells. The parser removes the backslash of {@code \|} before it reads a
 * cell, so everything that follows in the cell would be one column off.
 */
final class CellOffsets extends AbstractVisitor {
    private final String text;

    CellOffsets(String text) {
        this.text = text;
    }

    @Override
    public void visit(CustomNode node) {
        List<SourceSpan> spans = node.getSourceSpans();
        if (node instanceof TableCell && !spans.isEmpty()) {
            correct(node, spans.get(0));
        } else {
            visitChildren(node);
        }
    }

    private void correct(Node cell, SourceSpan typed) {
        int start = typed.getInputIndex();
        int end = start + typed.getLength();
        // For each character of the cell, and its end, the offset from its start as typed.
        int[] offsets = new int[typed.getLength() + 1];
        int count = 0;
        for (int at = start; at < end; at++) {
            offsets[count++] = at - start;
            if (text.startsWith("\\|", at)) {
                at++;
            }
        }
        if (count < typed.getLength()) {
            offsets[count] = end - start;
            correctBelow(cell, typed, offsets, count);
        }
    }

    private static void correctBelow(Node parent, SourceSpan cell, int[] offsets, int count) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            node.setSourceSpans(node.getSourceSpans().stream()
                    .map(span -> corrected(span, cell, offsets, count))
                    .toList());
            correctBelow(node, cell, offsets, count);
        }
    }

    private static SourceSpan corrected(SourceSpan span, SourceSpan cell, int[] offsets, int count) {
        int from = span.getInputIndex() - cell.getInputIndex();
        int start = offsets[Math.min(count, from)];
        int end = offsets[Math.min(count, from + span.getLength())];
        return SourceSpan.of(
                span.getLineIndex(), cell.getColumnIndex() + start, cell.getInputIndex() + start, end - start);
    }
}
