package org.waymark.markdown;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Emphasis;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlWriter;
import org.jspecify.annotations.Nullable;

/**
 * Renders plain text, with a button at each word that a {@link TermMarker} finds. The button opens the card that explains
 * the word: browsers do this by themselves, for keyboard, mouse and touch.
 *
 * <p>A button cannot be broken over two lines, so of a phrase only the last word is one. The words before it are its
 * label, which passes clicks on to it; to screen readers they are part of the button's name, and read once.
 */
final class TermRenderer implements NodeRenderer {
    private final HtmlWriter html;
    private final TermMarker marker;

    TermRenderer(HtmlNodeRendererContext context, TermMarker marker) {
        this.html = context.getWriter();
        this.marker = marker;
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
        return Set.of(Text.class);
    }

    @Override
    public void render(Node node) {
        String text = ((Text) node).getLiteral();
        int done = 0;
        for (TermMarker.Mark mark : marks(node, text)) {
            html.text(text.substring(done, mark.start()));
            mark(text.substring(mark.start(), mark.end()), mark.card());
            done = mark.end();
        }
        html.text(done == 0 ? text : text.substring(done));
    }

    private List<TermMarker.Mark> marks(Node node, String text) {
        for (Node above = node.getParent(); above != null; above = above.getParent()) {
            if (above instanceof Link || above instanceof Heading) {
                return List.of();
            }
        }
        return marker.marks(text, endsInWord(neighbour(node, false)), beginsWithWord(neighbour(node, true)));
    }

    private void mark(String words, String card) {
        int last = words.lastIndexOf(' ') + 1;
        if (last == 0) {
            button(words, Map.of(), card);
            return;
        }
        html.tag("label", Map.of("class", "term-words"));
        html.tag("span", Map.of("aria-hidden", "true"));
        html.text(words.substring(0, last));
        html.tag("/span");
        button(words.substring(last), Map.of("aria-label", words), card);
        html.tag("/label");
    }

    private void button(String word, Map<String, String> label, String card) {
        var attributes = new LinkedHashMap<String, String>();
        attributes.put("type", "button");
        attributes.put("class", "term");
        attributes.putAll(label);
        attributes.put("popovertarget", card);
        html.tag("button", attributes);
        html.text(word);
        html.tag("/button");
    }

    /** What stands directly beside a text on its line, looking out of emphasis; null at the line's end. */
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
        String text = words(before);
        return !text.isEmpty() && Character.isLetterOrDigit(text.codePointBefore(text.length()));
    }

    private static boolean beginsWithWord(@Nullable Node after) {
        String text = words(after);
        return !text.isEmpty() && Character.isLetterOrDigit(text.codePointAt(0));
    }

    private static String words(@Nullable Node node) {
        if (node == null || !(node instanceof Text || node instanceof Emphasis || node instanceof StrongEmphasis)) {
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
