package org.waymark.source;

import java.util.List;

/**
 * Everything that a build reads, as it was on disk at one moment. All lists are in path order (code units).
 *
 * @param content the text files below {@code content}
 * @param images the images in {@code content/images}
 * @param attachments the files for download in {@code content/files}
 * @param hostFiles the files for web hosts in {@code content/host}
 * @param others the paths of other files below {@code content} and {@code templates}
 * @param unread paths that are not read, such as links
 * @param templates the FreeMarker templates; the project's own replace the built-in ones
 * @param assets the other files of the templates, from {@code templates/assets}; likewise
 */
public record Project(
        List<SourceFile> content,
        List<ContentImage> images,
        List<Attachment> attachments,
        List<HostFile> hostFiles,
        List<String> others,
        List<UnreadFile> unread,
        List<SourceFile> templates,
        List<AssetFile> assets) {
    /** A project without files. */
    public static final Project EMPTY = new Project(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    public Project {
        content = List.copyOf(content);
        images = List.copyOf(images);
        attachments = List.copyOf(attachments);
        hostFiles = List.copyOf(hostFiles);
        others = List.copyOf(others);
        unread = List.copyOf(unread);
        templates = List.copyOf(templates);
        assets = List.copyOf(assets);
    }

    /** A project without files for download or for web hosts. */
    public Project(
            List<SourceFile> content,
            List<ContentImage> images,
            List<String> others,
            List<UnreadFile> unread,
            List<SourceFile> templates,
            List<AssetFile> assets) {
        this(content, images, List.of(), List.of(), others, unread, templates, assets);
    }

    /** The same project with other texts. */
    public Project withContent(List<SourceFile> texts) {
        return new Project(texts, images, attachments, hostFiles, others, unread, templates, assets);
    }

    /** The same project with other templates. */
    public Project withTemplates(List<SourceFile> texts) {
        return new Project(content, images, attachments, hostFiles, others, unread, texts, assets);
    }

    /** The same project with other images. */
    public Project withImages(List<ContentImage> other) {
        return new Project(content, other, attachments, hostFiles, others, unread, templates, assets);
    }

    /** The templates that replace no built-in one. */
    public List<SourceFile> addedTemplates() {
        return templates.stream()
                .filter(template -> !BuiltInTemplates.paths().contains(template.path()))
                .toList();
    }

    /** The templates that differ from the built-in ones. */
    public List<SourceFile> ownTemplates() {
        return templates.stream()
                .filter(template -> !BuiltInTemplates.contains(template))
                .toList();
    }

    /** The paths of the built-in templates. */
    public static List<String> builtInTemplates() {
        return BuiltInTemplates.paths();
    }

    /** The paths of the built-in assets. */
    public static List<String> builtInAssets() {
        return BuiltInTemplates.assets();
    }

    /** Whether any template differs from the built-in ones. A copy of a built-in one does not count. */
    public boolean hasOwnTemplates() {
        return !templates.stream().allMatch(BuiltInTemplates::contains);
    }
}
