package org.waymark.render;

import java.io.IOException;

/** A page got longer than {@link PageBuffer#MOST} bytes, which only a template that does not end brings about. */
final class PageTooLong extends IOException {
    private static final long serialVersionUID = 1;

    PageTooLong() {
        super("a page is longer than " + PageBuffer.MOST + " bytes");
    }
}
