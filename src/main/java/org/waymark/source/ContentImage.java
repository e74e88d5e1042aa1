package org.waymark.source;

import java.nio.file.Path;

/**
 * A picture in the project, carried as a reference so that large files are not held in memory.
 *
 * @param path relative to the project, with {@code /}
 * @param file where it lies on this machine; for an older state of a project, the repository that holds it
 * @param version another one when the picture has changed
 */
public record ContentImage(String path, Path file, FileVersion version) {}
