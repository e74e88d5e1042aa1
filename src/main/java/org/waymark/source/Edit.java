package org.waymark.source;

/**
 * Puts a text in the place of a stretch of a file. The stretch may be a point, where the text is inserted; the text may be
 * empty, and the stretch is then deleted.
 *
 * @param text with line ends as {@code \n}; whoever writes the file uses those that the file has
 */
public record Edit(Span span, String text) {}
