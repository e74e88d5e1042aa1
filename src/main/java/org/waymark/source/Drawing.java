package org.waymark.source;

import java.util.Optional;

/**
 * An SVG drawing as Waymark publishes it: rewritten by {@link SvgSanitizer}, never the bytes of the file itself.
 *
 * @param svg a well-formed document, in UTF-8 when written; empty if the file is not SVG at all
 * @param fault the first thing in the file that a drawing may not hold
 */
public record Drawing(String svg, Optional<Fault> fault) {
    /**
     * Something that is not allowed in a drawing.
     *
     * @param text part of a sentence, such as "`<script>` is not allowed in a drawing"
     */
    public record Fault(Span span, String text) {}
}
