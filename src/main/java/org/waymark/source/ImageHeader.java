package org.waymark.source;

/**
 * What an image file states about itself.
 *
 * @param hasPosition whether its metadata contain the location where it was taken
 */
public record ImageHeader(ImageFormat format, ImageSize size, boolean hasPosition) {}
