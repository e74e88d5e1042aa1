package org.waymark.markdown;

import java.util.Map;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.renderer.html.AttributeProvider;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.html.UrlSanitizer;

/** Renders a parsed body as HTML. */
final class ProseRenderer {
    private ProseRenderer() {}

    static Html render(Node document, LinkResolver resolver, TermMarker marker) {
        var renderer = HtmlRenderer.builder()
                .escapeHtml(true)
                .sanitizeUrls(true)
                .urlSanitizer(new Resolving(resolver))
                .attributeProviderFactory(context -> new Attributes())
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
                return Addresses.isSafe(url) ? url : "";
            }
            return resolver.resolve(url);
        }
    }

    /** Gives each heading its anchor, in the order in which {@link ProseParser} has numbered equal ones. */
    private static final class Attributes implements AttributeProvider {
        private final Anchors anchors = new Anchors();

        @Override
        public void setAttributes(Node node, String tagName, Map<String, String> attributes) {
            if (node instanceof Heading) {
                attributes.put("id", anchors.next(ProseParser.textOf(node)));
            }
            attributes.remove("rel"); // commonmark's nofollow is meant for what strangers write
        }
    }
}
