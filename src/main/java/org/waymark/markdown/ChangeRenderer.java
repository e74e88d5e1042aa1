package org.waymark.markdown;

import java.util.Map;
import java.util.Set;
import org.commonmark.node.Document;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlWriter;

/**
 * Renders the blocks of a body, and sets apart what is below a main heading such as "What has changed since 2021", as far
 * as the next main heading.
 */
final class ChangeRenderer implements NodeRenderer {
    private static final String OPENING = "What has changed";

    private final HtmlNodeRendererContext context;
    private final HtmlWriter html;

    ChangeRenderer(HtmlNodeRendererContext context) {
        this.context = context;
        this.html = context.getWriter();
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
        return Set.of(Document.class);
    }

    @Override
    public void render(Node document) {
        boolean open = false;
        for (Node block = document.getFirstChild(); block != null; block = block.getNext()) {
            if (block instanceof Heading heading && heading.getLevel() <= 2) {
                if (open) {
                    tag("/section", Map.of());
                }
                open = ProseParser.textOf(heading).regionMatches(true, 0, OPENING, 0, OPENING.length());
                if (open) {
                    tag("section", Map.of("class", "changed"));
                }
            }
            context.render(block);
        }
        if (open) {
            tag("/section", Map.of());
        }
    }

    private void tag(String name, Map<String, String> attributes) {
        html.line();
        html.tag(name, attributes);
        html.line();
    }
}
