package org.waymark.publish;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * Compresses text files with gzip (RFC 1952) into files next to them, for web servers to send instead. The header
 * contains no time or operating system, so equal input gives equal output with the same zlib.
 */
public final class Precompression {
    /** The name of the fact that records the encoding in a manifest. */
    public static final String FACT = "precompressed";

    /** The value of that fact; changes whenever the compressed bytes may change. */
    public static final String NAME = "gzip-" + Deflater.BEST_COMPRESSION;

    static final String ENDING = ".gz";

    /** The extensions of text files. Images, fonts and documents are already compressed. */
    private static final Set<String> TEXTS = Set.of(
            "css",
            "csv",
            "html",
            "ics",
            "js",
            "json",
            "jsonl",
            "jsonld",
            "map",
            "md",
            "mjs",
            "svg",
            "txt",
            "webmanifest",
            "xml");

    /** In bytes. Smaller files fit into one network packet either way. */
    private static final int LEAST_SIZE = 1024;
    /** Per cent. A smaller gain is not worth another file and the time to decompress it. */
    private static final int LEAST_GAIN = 10;

    private Precompression() {}

    /** Whether a file is text, judging by its name. */
    static boolean concerns(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return name.indexOf('.') > 0
                && TEXTS.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }

    /** The compressed form of a file, if worthwhile. */
    static Optional<byte[]> compressed(byte[] bytes) {
        if (bytes.length < LEAST_SIZE) {
            return Optional.empty();
        }
        var compressed = new ByteArrayOutputStream(bytes.length / 3);
        try (var out = new BestGzip(compressed)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        boolean isWorthIt = compressed.size() <= bytes.length / 100.0 * (100 - LEAST_GAIN);
        return isWorthIt ? Optional.of(compressed.toByteArray()) : Optional.empty();
    }

    private static final class BestGzip extends GZIPOutputStream {
        BestGzip(OutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }
}
