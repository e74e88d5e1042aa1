package org.waymark.source;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * A single SHA-256 of everything that a site is built from. It is the digest of a text with a line {@code name:
 * value} for each setting, then a line for each file in path order, in the format of {@code sha256sum}. Text files
 * are hashed as read: with line feeds, and without a byte order mark.
 */
public final class InputDigest {
    private InputDigest() {}

    /**
     * Hashes a project.
     *
     * @param settings other inputs to the site, by name, in order
     * @param known the digests of images that have already been read, by their location on this machine
     * @throws ReadFailure if an image cannot be read
     */
    public static String of(Project project, Map<String, String> settings, Map<Path, String> known) {
        SortedMap<String, String> digests = new ConcurrentSkipListMap<>();
        project.content().parallelStream().forEach(file -> digests.put(file.path(), of(file)));
        project.templates().parallelStream().forEach(file -> digests.put(file.path(), of(file)));
        project.assets().parallelStream().forEach(file -> digests.put(file.path(), Sha256.of(file.bytes())));
        project.images().parallelStream().forEach(image -> digests.put(image.path(), of(image.file(), known)));
        project.attachments().parallelStream().forEach(file -> digests.put(file.path(), of(file.file(), known)));
        project.hostFiles().forEach(file -> digests.put(file.path(), of(file.source())));
        var text = new StringBuilder();
        settings.forEach(
                (name, value) -> text.append(name).append(": ").append(value).append('\n'));
        digests.forEach(
                (path, digest) -> text.append(digest).append("  ").append(path).append('\n'));
        return Sha256.of(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String of(SourceFile file) {
        return Sha256.of(file.text().getBytes(StandardCharsets.UTF_8));
    }

    private static String of(Path file, Map<Path, String> known) {
        String digest = known.get(file);
        return digest == null ? Sha256.of(ProjectReader.readImage(file)) : digest;
    }
}
