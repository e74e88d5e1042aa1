package org.waymark.search;

/**
 * A file of the index.
 *
 * @param path relative to the folder of the first file
 */
public record IndexFile(String path, String text) {}
