package org.waymark.markdown;

/** Finished markup, safe to put into a page as it is. Only renderers of Waymark make it. */
public record Html(String markup) {
    @Override
    public String toString() {
        return markup;
    }
}
