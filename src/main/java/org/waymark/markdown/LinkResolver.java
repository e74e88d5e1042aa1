package org.waymark.markdown;

/** Turns the destination of a link or image, as written, into the address that a page uses. */
@FunctionalInterface
public interface LinkResolver {
    String resolve(String destination);
}
