package org.waymark.source;

import java.util.List;

/**
 * Everything that a build reads, as it lay on the disk at one moment. All lists are in path order (code units).
 *
 * @param content the text files below {@code content}
 * @param images the pictures in {@code content/images}
 * @param others paths of files below {@code content} that are neither
 * @param links paths of what is no file of its own but leads to another place; it is not followed
 * @param templates the FreeMarker templates; those of the project win over the built-in ones
 * @param assets everything else of the look, from {@code templates/assets}; likewise
 */
public record Project(
        List<SourceFile> content,
        List<ContentImage> images,
        List<String> others,
        List<String> links,
        List<SourceFile> templates,
        List<AssetFile> assets) {
    public Project {
        content = List.copyOf(content);
        images = List.copyOf(images);
        others = List.copyOf(others);
        links = List.copyOf(links);
        templates = List.copyOf(templates);
        assets = List.copyOf(assets);
    }
}
