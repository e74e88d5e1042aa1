package org.waymark.directory;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.waymark.source.Attachment;
import org.waymark.source.ImageSize;
import org.waymark.source.Project;
import org.waymark.source.UnreadFile;

/**
 * The files of a project, other than entries, that texts can show or link to.
 *
 * @param images the dimensions of each image, if known, by path
 * @param attachments the files for download, by path
 * @param unusable paths of files that exist but have another finding
 */
public record LinkableFiles(
        Map<String, Optional<ImageSize>> images, Map<String, Attachment> attachments, Set<String> unusable) {
    /** No files at all. */
    public static final LinkableFiles NONE = new LinkableFiles(Map.of(), Map.of(), Set.of());

    public LinkableFiles {
        images = Map.copyOf(images);
        attachments = Map.copyOf(attachments);
        unusable = Set.copyOf(unusable);
    }

    /** Those of a project. */
    public static LinkableFiles of(Project project) {
        var images = new LinkedHashMap<String, Optional<ImageSize>>();
        project.images().forEach(image -> images.put(image.publishedPath(), image.size()));
        Set<String> unusable = new HashSet<>(project.others());
        project.unread().stream().map(UnreadFile::path).forEach(unusable::add);
        var attachments = new LinkedHashMap<String, Attachment>();
        project.attachments().forEach(file -> attachments.put(file.publishedPath(), file));
        return new LinkableFiles(images, attachments, unusable);
    }
}
