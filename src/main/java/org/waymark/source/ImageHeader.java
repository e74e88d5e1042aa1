package org.waymark.source;

/**
 * What an image file says of itself.
 *
 * @param hasPosition whether its metadata say where it was taken
 */
public record ImageHeader(ImageFormat format, ImageSize size, boolean hasPosition) {}
