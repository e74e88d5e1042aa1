package org.waymark.markdown;

import java.util.Map;
import java.util.Set;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.AttributeProvider;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.html.HtmlWriter;
import org.commonmark.renderer.html.UrlSanitizer;

/** Renders a parsed body as HTML. */
final class ProseRenderer {
    private ProseRenderer() {}

    /**
     * Renders a text.
     *
     * @param deeper by how many levels its headings are lowered
     * @param prefix what its anchors begin with
     */
    static Html render(Node document, LinkResolver resolver, TermMarker marker, int deeper, String prefix) {
        var renderer = HtmlRenderer.builder()
                .escapeHtml(true)
                .sanitizeUrls(true)
                .urlSanitizer(new Resolving(resolver))
                .attributeProviderFactory(context -> new Attributes(prefix))
                .nodeRendererFactory(context -> new Headings(context, deeper))
                .nodeRendererFactory(ChangeRenderer::new)
                .nodeRendererFactory(context -> new TermRenderer(context, marker))
                .build();
        // XHTML's slash means nothing in HTML. Within text and attributes there is no bare >, so only tags match.
        return new Html(renderer.render(document).replace(" />", ">"));
    }

    /** Every address passes here on its way into the page. One that is not safe is left out, whatever else failed. */
    private record Resolving(LinkResolver resolver) implements UrlSanitizer {
        @Override
        public String sanitizeLinkUrl(String url) {
            return sanitize(url);
        }

        @Override
        public String sanitizeImageUrl(String url) {
            return sanitize(url);
        }

        private String sanitize(String url) {
            if (Addresses.isExternal(url)) {
                return Addresses.isSafe(url) ? Addresses.encoded(url) : "";
            }
            return resolver.resolve(url);
        }
    }

    /** Gives each heading its anchor, in the order in which {@link ProseParser} has numbered equal ones. */
    private static final class Attributes implements AttributeProvider {
        private final Anchors anchors = new Anchors();
        private final String prefix;

        Attributes(String prefix) {
            this.prefix = prefix;
        }

        @Override
        public void setAttributes(Node node, String tagName, Map<String, String> attributes) {
            if (node instanceof Heading) {
                attributes.put("id", prefix + anchors.next(ProseParser.textOf(node)));
            }
            attributes.remove("rel"); // commonmark's nofollow is meant for what strangers write
        }
    }

    /** Writes headings as deep as the page needs them; HTML has six levels. */
    private record Headings(HtmlNodeRendererContext context, int deeper) implements NodeRenderer {
        private static final int DEEPEST = 6;

        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(Heading.class);
        }

        @Override
        public void render(Node node) {
            String tag = "h" + Math.min(DEEPEST, ((Heading) node).getLevel() + deeper);
            HtmlWriter html = context.getWriter();
            html.line();
            html.tag(tag, context.extendAttributes(node, tag, Map.of()));
            for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
                context.render(child);
            }
            html.tag("/" + tag);
            html.line();
        }
    }
}
