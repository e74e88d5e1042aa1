package org.waymark.source;

import java.nio.file.Path;

/**
 * A picture in the project, carried as a reference so that large files are not held in memory.
 *
 * @param path relative to the project, with {@code /}
 * @param file where it lies on this machine
 */
public record ContentImage(String path, Path file) {}
