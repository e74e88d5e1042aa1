package org.waymark.source;

import java.nio.file.Path;
import java.util.Optional;

/**
 * An image of the project. Photographs may be large, so they are carried as a reference.
 *
 * @param path relative to the project, with {@code /}
 * @param file its location on this machine; for an older state of a project, the repository that holds it
 * @param version differs when the image has changed
 * @param drawing what is published in place of an SVG file; empty for other formats, which are published unchanged
 */
public record ContentImage(String path, Path file, FileVersion version, Optional<Drawing> drawing) {}
