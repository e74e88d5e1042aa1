package org.waymark.source;

import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Optional;

/**
 * A file for readers to download, from {@code content/files}. Only its location is kept.
 *
 * @param path relative to the project, with {@code /}
 * @param file its location on this machine; for an earlier revision of a project, the repository that contains it
 * @param version differs if the file has changed
 * @param fault why it cannot be published
 * @param barriers what a PDF lacks for people who use a screen reader, such as {@code tags}; empty if nothing is lacking or
 *     it could not be determined
 */
public record Attachment(
        String path,
        Path file,
        FileVersion version,
        AttachmentFormat format,
        Optional<FileFault> fault,
        List<String> barriers) {
    public Attachment {
        barriers = List.copyOf(barriers);
    }

    /** Its path as published and linked to, as that of an image. */
    public String publishedPath() {
        return Normalizer.normalize(path, Normalizer.Form.NFC);
    }
}
