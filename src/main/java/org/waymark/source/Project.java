package org.waymark.source;

import java.util.List;

/**
 * Everything that a build reads, as it lay on the disk at one moment. All lists are in path order (code units).
 *
 * @param content the text files below {@code content}
 * @param images the pictures in {@code content/images}
 * @param others paths of files below {@code content} that are neither
 * @param unread what is there too, but is not read, such as links to another place
 * @param templates the FreeMarker templates; those of the project win over the built-in ones
 * @param assets everything else of the look, from {@code templates/assets}; likewise
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

    /** Whether a template is not one of those that come with Waymark. A copy of one does not count. */
    public boolean hasOwnTemplates() {
        return !templates.stream().allMatch(BuiltInTemplates::contains);
    }
}
