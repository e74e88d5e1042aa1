package org.waymark.source;

/**
 * Replaces a span of a file. An empty span inserts the text; an empty text deletes the span.
 *
 * @param text with line ends as {@code \n}, which are converted to those of the file
 */
public record Edit(Span span, String text) {}
