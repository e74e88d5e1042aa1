package org.waymark.markdown;

/** Finished markup, safe to insert into a page as it is. Only Waymark's renderers create it. */
public record Html(String markup) {
    @Override
    public String toString() {
        return markup;
    }
}
