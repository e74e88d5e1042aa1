package org.waymark.markdown;

import java.util.Optional;
import org.waymark.source.Span;

/**
 * A link, or a link definition, with all spans that a tool needs to change it.
 *
 * @param destination its target, decoded
 * @param name that of the definition, as typed; empty for an inline link
 * @param whole all of it
 * @param text what readers see, with its markup; the name of a definition
 * @param address the destination as typed, without angle brackets; absent if a link refers to it by name, or if it is
 *     typed in a way that cannot be located exactly
 */
public record TypedLink(Form form, String destination, String name, Span whole, Span text, Optional<Span> address) {
    /** How a link is typed. */
    public enum Form {
        /** {@code [text](address)} */
        INLINE,
        /** {@code [text][name]}, {@code [name][]} or {@code [name]} */
        BY_NAME,
        /** {@code [name]: address} */
        DEFINITION
    }
}
