package org.waymark.source;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
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
        project.assets().parallelStream().forEach(file -> digests.put(file.path(), of(file.bytes())));
        project.images().parallelStream().forEach(image -> digests.put(image.path(), of(image, known)));
        var text = new StringBuilder();
        settings.forEach(
                (name, value) -> text.append(name).append(": ").append(value).append('\n'));
        digests.forEach(
                (path, digest) -> text.append(digest).append("  ").append(path).append('\n'));
        return of(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String of(SourceFile file) {
        return of(file.text().getBytes(StandardCharsets.UTF_8));
    }

    private static String of(ContentImage image, Map<Path, String> known) {
        String digest = known.get(image.file());
        return digest == null ? of(ProjectReader.readImage(image.file())) : digest;
    }

    static String of(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
