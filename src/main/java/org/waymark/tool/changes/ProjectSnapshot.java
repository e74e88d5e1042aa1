package org.waymark.tool.changes;

import java.util.Map;
import java.util.TreeMap;
import org.waymark.source.ContentImage;
import org.waymark.source.Project;
import org.waymark.source.ProjectReader;

/**
 * A project at one moment.
 *
 * @param project empty of content where there was none yet
 * @param pictures for the path of each picture a text that differs when what it shows does
 */
public record ProjectSnapshot(Project project, Map<String, String> pictures) {
    public ProjectSnapshot {
        pictures = Map.copyOf(pictures);
    }

    /**
     * A project as it is on disk now.
     *
     * @throws org.waymark.source.ReadFailure when a folder or file cannot be read
     */
    public static ProjectSnapshot of(Project project) {
        var pictures = new TreeMap<String, String>();
        for (ContentImage image : project.images()) {
            pictures.put(image.path(), PictureDigest.of(image.path(), ProjectReader.readImage(image.file())));
        }
        return new ProjectSnapshot(project, pictures);
    }

    /** Whether there is anything of a directory in it. */
    public boolean hasContent() {
        return !project.content().isEmpty() || !project.others().isEmpty();
    }
}
