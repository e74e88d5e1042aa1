package org.waymark.source;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** Files that replace another: empty ones, text, or a server's response. */
final class Placeholder {
    /** How many bytes identify a file's type. */
    static final int HEAD = 512;

    /** How a pointer begins (Git LFS specification, "The Pointer"). */
    private static final String POINTER = "version https://git-lfs.github.com/spec/";

    private Placeholder() {}

    /**
     * What is wrong with a file that should be in a binary format.
     *
     * @param head its first bytes, up to {@link #HEAD}
     * @param what it should be, such as {@code a PNG image}
     */
    static Optional<FileFault> in(byte[] head, String what) {
        if (head.length == 0) {
            return Optional.of(new FileFault("the file is empty", "put " + what + " in its place, or remove it"));
        }
        String text = new String(head, StandardCharsets.ISO_8859_1);
        if (text.startsWith(POINTER)) {
            return Optional.of(new FileFault(
                    "this is a pointer of Git LFS and not " + what + " itself",
                    "run `git lfs pull` to get the files to which such pointers refer; on a build server, check out with"
                            + " LFS"));
        }
        String start = text.replaceFirst("^(?:\u00EF\u00BB\u00BF)?\\s+", "").toLowerCase(Locale.ROOT);
        if (start.startsWith("<!doctype html") || start.startsWith("<html")) {
            return Optional.of(new FileFault(
                    "this is a web page and not " + what,
                    "download it again: a page that says why it could not be downloaded may have been saved in its"
                            + " place"));
        }
        return isText(head)
                ? Optional.of(new FileFault("this is text and not " + what, "put " + what + " in its place"))
                : Optional.empty();
    }

    private static boolean isText(byte[] head) {
        for (byte b : head) {
            boolean isControl = b >= 0 && b < ' ' && b != '\t' && b != '\n' && b != '\r' && b != '\f';
            if (isControl) {
                return false;
            }
        }
        // A character cut in half is not a fault: only the first bytes are checked.
        String text = new String(head, StandardCharsets.UTF_8);
        int first = text.indexOf('\uFFFD');
        return first < 0 || first >= text.length() - 3;
    }
}
