package org.waymark.markdown;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/** The words of a body, without its headings. */
final class ProseText extends AbstractVisitor {
    private final StringBuilder text = new StringBuilder();

    private ProseText() {}

    static String of(Node document) {
        var visitor = new ProseText();
        document.accept(visitor);
        return visitor.text.toString().strip();
    }

    @Override
    public void visit(Heading heading) {
        // Headings are counted apart.
    }

    @Override
    public void visit(Paragraph paragraph) {
        visitChildren(paragraph);
        text.append('\n');
    }

    @Override
    public void visit(Text part) {
        text.append(part.getLiteral());
    }

    @Override
    public void visit(Code code) {
        text.append(code.getLiteral());
    }

    @Override
    public void visit(FencedCodeBlock code) {
        text.append(code.getLiteral()).append('\n');
    }

    @Override
    public void visit(IndentedCodeBlock code) {
        text.append(code.getLiteral()).append('\n');
    }

    @Override
    public void visit(SoftLineBreak lineBreak) {
        text.append(' ');
    }

    @Override
    public void visit(HardLineBreak lineBreak) {
        text.append(' ');
    }
}
