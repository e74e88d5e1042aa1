package org.waymark.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Writes JSON Schemas for editors' tools. A tool that reads one meanwhile sees the old file or the new, never a part. */
public final class SchemaFiles {
    private SchemaFiles() {}

    /**
     * Writes files into a folder, which is made if it is not there, in place of older ones.
     *
     * @param texts by file name
     * @throws PublishFailure when the machine does not let it write
     */
    public static void write(Path folder, Map<String, String> texts) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw PublishFailure.of(folder, e);
        }
        texts.forEach((name, text) -> WholeFile.write(folder.resolve(name), text));
    }
}
