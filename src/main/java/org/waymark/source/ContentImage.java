package org.waymark.source;

import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Optional;

/**
 * An image of the project. Photographs may be large, so only their location is kept.
 *
 * @param path relative to the project, with {@code /}
 * @param file its location on this machine; for an earlier revision of a project, the repository that contains it
 * @param version differs if the image has changed
 * @param drawing published instead of an SVG file; empty for other formats, which are published unchanged
 */
public record ContentImage(String path, Path file, FileVersion version, Optional<Drawing> drawing) {
    /** Its path as published and linked to: in Unicode's composed form (NFC), whatever form the file system keeps. */
    public String publishedPath() {
        return Normalizer.normalize(path, Normalizer.Form.NFC);
    }
}
