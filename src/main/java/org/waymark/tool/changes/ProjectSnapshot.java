package org.waymark.tool.changes;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.waymark.source.Attachment;
import org.waymark.source.ContentImage;
import org.waymark.source.Project;
import org.waymark.source.ProjectReader;

/**
 * A snapshot of a project.
 *
 * @param project empty if it did not exist yet
 * @param files a digest of each image and file for download, by path
 */
public record ProjectSnapshot(Project project, Map<String, String> files) {
    public ProjectSnapshot {
        files = Map.copyOf(files);
    }

    /**
     * A project as it is on disk now.
     *
     * @throws org.waymark.source.ReadFailure if a folder or file cannot be read
     */
    public static ProjectSnapshot of(Project project) {
        var files = new TreeMap<String, String>();
        for (ContentImage image : project.images()) {
            files.put(image.path(), PictureDigest.of(image.path(), ProjectReader.readImage(image.file())));
        }
        for (Attachment attachment : project.attachments()) {
            files.put(
                    attachment.path(), PictureDigest.of(attachment.path(), ProjectReader.readImage(attachment.file())));
        }
        return new ProjectSnapshot(project, files);
    }

    /** All files, by path; each is equal to another if its content is. */
    Map<String, Object> all() {
        var all = new HashMap<String, Object>(files);
        project.content().forEach(file -> all.put(file.path(), file));
        project.hostFiles().forEach(file -> all.put(file.path(), file));
        project.templates().forEach(file -> all.put(file.path(), file));
        project.assets().forEach(file -> all.put(file.path(), file));
        return all;
    }

    /** Whether it contains any content. */
    public boolean hasContent() {
        return !project.content().isEmpty() || !project.others().isEmpty();
    }
}
