package org.waymark.markdown;

import org.commonmark.node.CustomNode;

/** The checkbox at the start of a list item. What follows it in its paragraph is its name. */
final class TaskBox extends CustomNode {
    private final boolean isTicked;

    TaskBox(boolean isTicked) {
        this.isTicked = isTicked;
    }

    boolean isTicked() {
        return isTicked;
    }
}
