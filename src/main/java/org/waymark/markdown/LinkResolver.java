package org.waymark.markdown;

import java.util.Optional;
import org.waymark.source.ImageSize;

/** What a text needs from its page: above all, the address of a link or image there, by its destination as written. */
@FunctionalInterface
public interface LinkResolver {
    String resolve(String destination);

    /** The words added around the text. */
    default ProseLabels labels() {
        return ProseLabels.NUMBERS;
    }

    /** What readers are told about a file that a link leads to; empty for pages. */
    default Optional<DownloadNote> noteOf(String destination) {
        return Optional.empty();
    }

    /** Whether a link leads to the explanation of a term, so it looks like the terms found in the text. */
    default boolean isTerm(String destination) {
        return false;
    }

    /** The displayed size of an image, if known. */
    default Optional<ImageSize> sizeOf(String destination) {
        return Optional.empty();
    }
}
