package org.waymark.publish;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes single files that users ask for. Whoever reads one meanwhile sees the old file or the new, never a part. */
public final class WholeFile {
    private WholeFile() {}

    /**
     * Writes a text in UTF-8, in place of what is there.
     *
     * @throws PublishFailure when its folder does not exist, a folder is in the way, or the machine does not let it write
     */
    public static void write(Path file, String text) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new PublishFailure("cannot write " + file + ": there is no such folder", null);
        }
        if (Files.isDirectory(file)) {
            throw new PublishFailure("cannot write " + file + ": it is a folder, not a file", null);
        }
        try {
            // Such as /dev/stdout, which nothing can be moved over.
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                Files.writeString(file, text);
            } else {
                replace(file, folder, text);
            }
        } catch (IOException e) {
            throw PublishFailure.of(file, e);
        }
    }

    private static void replace(Path file, Path folder, String text) throws IOException {
        Path aside = folder.resolve("." + file.getFileName() + ".new");
        try {
            Files.writeString(aside, text);
            try {
                Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            Files.deleteIfExists(aside);
        }
    }
}
