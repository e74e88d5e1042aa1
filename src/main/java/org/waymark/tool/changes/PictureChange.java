package org.waymark.tool.changes;

import java.util.Optional;
import org.waymark.source.ProjectReader;

/**
 * A changed image or file for download.
 *
 * @param path its path, or its last one
 * @param from its old path, if it was renamed
 */
public record PictureChange(ChangeType type, String path, Optional<String> from) {
    public boolean isDownload() {
        return path.startsWith(ProjectReader.FILES);
    }
}
