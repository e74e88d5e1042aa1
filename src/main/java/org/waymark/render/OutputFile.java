package org.waymark.render;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.waymark.source.FileVersion;

/** A file of the finished site. */
public sealed interface OutputFile {
    /** The path relative to the output folder, with {@code /}. */
    String path();

    /** A file made by Waymark. Its bytes must not be changed. */
    @SuppressWarnings("ArrayRecordComponent") // never compared as a record
    record Made(String path, byte[] bytes) implements OutputFile {
        static Made text(String path, CharSequence text) {
            return new Made(path, text.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    /**
     * A file that is copied unchanged, without loading it into memory.
     *
     * @param version changes with the source
     */
    record Copied(String path, Path source, FileVersion version) implements OutputFile {}
}
