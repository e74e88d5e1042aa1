package org.waymark.tool.changes;

import java.util.Map;
import java.util.TreeMap;
import org.waymark.source.ContentImage;
import org.waymark.source.Project;
import org.waymark.source.ProjectReader;

/**
 * A snapshot of a project.
 *
 * @param project empty if it did not exist yet
 * @param pictures a digest of each image, by path
 */
public record ProjectSnapshot(Project project, Map<String, String> pictures) {
    public ProjectSnapshot {
        pictures = Map.copyOf(pictures);
    }

    /**
     * A project as it is on disk now.
     *
     * @throws org.waymark.source.ReadFailure if a folder or file cannot be read
     */
    public static ProjectSnapshot of(Project project) {
        var pictures = new TreeMap<String, String>();
        for (ContentImage image : project.images()) {
            pictures.put(image.path(), PictureDigest.of(image.path(), ProjectReader.readImage(image.file())));
        }
        return new ProjectSnapshot(project, pictures);
    }

    /** Whether it contains any content. */
    public boolean hasContent() {
        return !project.content().isEmpty() || !project.others().isEmpty();
    }
}
