package org.waymark.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Decides which files get smaller forms beside them, and which of those are there already from the edition before, so that
 * only what has changed is compressed.
 *
 * @param old the manifest of the edition before
 */
record Precompression(Path folder, List<Encoding> encodings, Manifest old) {
    /** Of texts. Pictures, fonts and documents are compressed already. */
    private static final Set<String> ENDINGS =
            Set.of("css", "csv", "html", "ics", "js", "json", "map", "md", "mjs", "svg", "txt", "webmanifest", "xml");

    /** Below this a file needs one packet of the network in any form. */
    private static final int LEAST_SIZE = 1024;
    /** In hundredths. Less is not worth another file and the reader's time to unpack it. */
    private static final int LEAST_GAIN = 10;

    /** Whether a file is one of those that get other forms, if they are worth it. */
    boolean concerns(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return !encodings.isEmpty()
                && name.indexOf('.') > 0
                && ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }

    /** Whether the forms of a file are what they were, whichever it has. */
    boolean isKnown(String path, String digest) {
        return digest.equals(old.digests().get(path))
                && Encoding.names(encodings).equals(old.facts().get(Encoding.FACT));
    }

    /**
     * The digest of a form that is in the folder already.
     *
     * @return empty where none was worth it, or it is not what was published
     */
    Optional<String> present(String form) throws IOException {
        String digest = old.digests().get(form);
        Path file = folder.resolve(form);
        if (digest == null || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        return Optional.of(Sha256.of(file)).filter(digest::equals);
    }

    /** Whether none was worth it in the edition before. */
    boolean wasNotWorthIt(String form) {
        return !old.digests().containsKey(form);
    }

    /** A smaller form, if it is worth it. */
    static Optional<byte[]> compressed(byte[] bytes, Encoding encoding) {
        if (bytes.length < LEAST_SIZE) {
            return Optional.empty();
        }
        byte[] compressed = encoding.compress().apply(bytes);
        boolean isWorthIt = compressed.length <= bytes.length / 100.0 * (100 - LEAST_GAIN);
        return isWorthIt ? Optional.of(compressed) : Optional.empty();
    }
}
