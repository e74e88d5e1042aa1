package org.waymark.publish;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** Writes single files that users ask for. Whoever reads one meanwhile sees the old file or the new, never a part. */
public final class WholeFile {
    private static final List<Path> SYSTEM = List.of(Path.of("/dev"), Path.of("/proc"));

    private WholeFile() {}

    /**
     * Writes a text in UTF-8, in place of what is there.
     *
     * @throws PublishFailure when its folder does not exist, a folder is in the way, or the machine does not let it write
     */
    public static void write(Path file, String text) {
        Path folder = folder(file);
        // Half of a surrogate pair is no text. Content may hold one, and is not to keep a file from being written.
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try {
            if (isDevice(file)) {
                Files.write(file, bytes);
            } else {
                replace(file, folder, bytes);
            }
        } catch (IOException e) {
            throw PublishFailure.of(file, e);
        }
    }

    /**
     * Looks, before long work, whether a file can be written when it is done.
     *
     * @throws PublishFailure when it cannot, as far as that can be known
     */
    public static void refuseUnwritable(Path file) {
        Path folder = folder(file);
        if (!Files.isWritable(isDevice(file) ? file : folder)) {
            throw PublishFailure.of(file, new AccessDeniedException(file.toString()));
        }
    }

    private static Path folder(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new PublishFailure("cannot write " + file + ": there is no such folder", null);
        }
        if (Files.isDirectory(file)) {
            throw new PublishFailure("cannot write " + file + ": it is a folder, not a file", null);
        }
        if (isDevice(file) && !isOfSystem(file)) {
            throw new PublishFailure("cannot write " + file + ": it is a pipe, socket or device, not a file", null);
        }
        return folder;
    }

    /** A pipe may have no one at its other end, for whom a writer would wait; those of the system were opened by the user. */
    private static boolean isOfSystem(Path file) {
        return SYSTEM.stream().anyMatch(file.toAbsolutePath().normalize()::startsWith);
    }

    /** Such as /dev/stdout, which nothing can be moved over. */
    private static boolean isDevice(Path file) {
        return Files.exists(file) && !Files.isRegularFile(file);
    }

    private static void replace(Path file, Path folder, byte[] bytes) throws IOException {
        Path aside = folder.resolve("." + file.getFileName() + ".new");
        try {
            // What lies there may be a link or a pipe: it is neither followed nor waited for.
            Files.deleteIfExists(aside);
            Files.write(aside, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
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
