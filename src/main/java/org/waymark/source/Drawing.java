package org.waymark.source;

import java.util.Optional;

/**
 * An SVG as Waymark publishes it: rewritten by {@link SvgSanitizer}, never the bytes of the file itself.
 *
 * @param svg a well-formed document, in UTF-8 when written; empty if the file is not SVG at all
 * @param size from its width and height, or its view box; empty if these are not numbers
 * @param fault the first forbidden content in the file
 */
public record Drawing(String svg, Optional<ImageSize> size, Optional<Fault> fault) {
    /**
     * Forbidden content in an SVG.
     *
     * @param text part of a sentence, such as "`<script>` is not allowed in a drawing"
     * @param help what to do where it is not the usual
     */
    public record Fault(Span span, String text, Optional<String> help) {}
}
