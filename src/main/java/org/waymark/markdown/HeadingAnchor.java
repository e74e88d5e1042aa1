package org.waymark.markdown;

import org.commonmark.node.CustomNode;
import org.commonmark.node.Heading;
import org.jspecify.annotations.Nullable;

/** The id of a heading, as its last child. */
final class HeadingAnchor extends CustomNode {
    private final String id;

    HeadingAnchor(String id) {
        this.id = id;
    }

    String id() {
        return id;
    }

    /** The anchor of a heading; null if it has none yet. */
    static @Nullable HeadingAnchor of(Heading heading) {
        return heading.getLastChild() instanceof HeadingAnchor anchor ? anchor : null;
    }
}
