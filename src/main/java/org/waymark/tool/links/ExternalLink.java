package org.waymark.tool.links;

import java.util.Optional;
import org.waymark.source.Span;

/**
 * A link from the content to another site.
 *
 * @param typed the address, with its fragment
 * @param span where it is
 * @param editable the same, if it is written literally, so it can be replaced
 * @param isSource whether it is the source of facts
 */
public record ExternalLink(String typed, Span span, Optional<Span> editable, boolean isSource) {
    /** The URL to request; empty if there is no valid one. */
    public Optional<LinkUrl> address() {
        return LinkUrl.of(typed);
    }

    /** The fragment of the address, with its {@code #}. */
    String fragment() {
        int sign = typed.indexOf('#');
        return sign < 0 ? "" : typed.substring(sign);
    }
}
