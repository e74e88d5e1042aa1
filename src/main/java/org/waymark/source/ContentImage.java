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
 * @param header what the header of a file in another format says; empty if it is faulty or was not read
 * @param fault why a file in another format cannot be published
 */
public record ContentImage(
        String path,
        Path file,
        FileVersion version,
        Optional<Drawing> drawing,
        Optional<ImageHeader> header,
        Optional<FileFault> fault) {
    /** An image that has not been read. */
    public ContentImage(String path, Path file, FileVersion version) {
        this(path, file, version, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Its displayed size, if it states one. */
    public Optional<ImageSize> size() {
        return header.map(ImageHeader::size).or(() -> drawing.flatMap(Drawing::size));
    }

    /** The image as it is once its position has been removed. */
    public ContentImage withoutPosition() {
        return new ContentImage(
                path,
                file,
                version,
                drawing,
                header.map(found -> new ImageHeader(found.format(), found.size(), false)),
                fault);
    }

    /** Its path as published and linked to: in Unicode's composed form (NFC), whatever form the file system keeps. */
    public String publishedPath() {
        return Normalizer.normalize(path, Normalizer.Form.NFC);
    }
}
