package org.waymark.source;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Explains to the user why a read or write failed, and what to do about it. */
public final class Reason {
    /**
     * Error messages of operating systems in English (POSIX, {@code strerror}). In other languages, the system's own
     * message is shown.
     */
    private static final Map<String, String> CURES = new LinkedHashMap<>();

    static {
        CURES.put("No space left on device", "the disk is full; free some space, then try again");
        CURES.put("Disk quota exceeded", "your disk quota is used up; free some space, then try again");
        CURES.put("File too large", "the file is too large for that disk; choose another one");
        CURES.put("Read-only file system", "the disk is read-only; choose a location that you can write to");
        CURES.put("Too many open files", "too many files are open; close other programs, or allow more with ulimit -n");
        CURES.put("File name too long", "the path is too long; choose a folder with a shorter one");
        CURES.put("Too many levels of symbolic links", "a symbolic link points to itself; remove it");
        CURES.put("Input/output error", "the disk reports an input/output error; check the disk");
        CURES.put("Stale file handle", "the network drive no longer has it; try again");
        CURES.put("Bad file descriptor", "it is closed");
    }

    private Reason() {}

    /**
     * The reason in words.
     *
     * @param denied the text for missing permission
     * @param missing the text for a missing file or folder
     */
    public static String of(IOException e, String denied, String missing) {
        if (e instanceof AccessDeniedException) {
            return denied;
        }
        if (e instanceof NoSuchFileException) {
            return missing;
        }
        if (e instanceof FileAlreadyExistsException) {
            return "there is a file where a folder is needed";
        }
        if (e instanceof AtomicMoveNotSupportedException) {
            return "it is on a different disk from its folder; keep both on one disk";
        }
        return known(e).orElseGet(() -> said(e));
    }

    /** The reason in words, if the system's message is known. */
    public static Optional<String> known(IOException e) {
        String said = said(e);
        return CURES.entrySet().stream()
                .filter(known -> said.contains(known.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static String said(IOException e) {
        return e instanceof FileSystemException system && system.getReason() != null
                ? system.getReason()
                : String.valueOf(e.getMessage());
    }
}
