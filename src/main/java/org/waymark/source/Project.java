package org.waymark.source;

import java.util.List;

/**
 * Everything that a build reads, as it was on disk at one moment. All lists are in path order (code units).
 *
 * @param content the text files below {@code content}
 * @param images the images in {@code content/images}
 * @param others paths of files below {@code content} that are neither
 * @param unread other paths that are not read, such as links
 * @param templates the FreeMarker templates; those of the project override built-in ones
 * @param assets everything else in {@code templates/assets}; likewise
 */
public record Project(
        List<SourceFile> content,
        List<ContentImage> images,
        List<String> others,
        List<UnreadFile> unread,
        List<SourceFile> templates,
        List<AssetFile> assets) {
    public Project {
        content = List.copyOf(content);
        images = List.copyOf(images);
        others = List.copyOf(others);
        unread = List.copyOf(unread);
        templates = List.copyOf(templates);
        assets = List.copyOf(assets);
    }

    /** Whether any template differs from the built-in ones. A copy of a built-in one does not count. */
    public boolean hasOwnTemplates() {
        return !templates.stream().allMatch(BuiltInTemplates::contains);
    }
}
