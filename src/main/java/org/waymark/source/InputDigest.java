package org.waymark.source;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * One SHA-256 for all that a site is made of. It is that of a text with a line {@code name: value} for each setting, and
 * then, in path order, a line for each file as {@code sha256sum} writes it. Texts count as they are read: with line feeds,
 * and without a byte order mark.
 */
public final class InputDigest {
    private InputDigest() {}

    /**
     * Hashes a project.
     *
     * @param settings what else shapes the site, by name, in order
     * @param known the digests of pictures that have been read already, by their file on this machine
     * @throws ReadFailure when a picture cannot be read
     */
    public static String of(Project project, Map<String, String> settings, Map<Path, String> known) {
        SortedMap<String, String> digests = new ConcurrentSkipListMap<>();
        project.content().parallelStream().forEach(file -> digests.put(file.path(), of(file)));
        project.templates().parallelStream().forEach(file -> digests.put(file.path(), of(file)));
        project.assets().parallelStream().forEach(file -> digests.put(file.path(), Sha256.of(file.bytes())));
        project.images().parallelStream().forEach(image -> digests.put(image.path(), of(image, known)));
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

    private static String of(ContentImage image, Map<Path, String> known) {
        String digest = known.get(image.file());
        return digest == null ? Sha256.of(ProjectReader.readImage(image.file())) : digest;
    }
}
