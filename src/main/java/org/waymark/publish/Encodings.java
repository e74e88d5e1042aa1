package org.waymark.publish;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** The encodings that web servers find beside a file and all browsers read. */
public final class Encodings {
    /** Of 11. The last step makes pages 3 % smaller and takes three times as long. */
    private static final int BROTLI_QUALITY = 10;

    private Encodings() {}

    /** gzip (RFC 1952). Its header has no time and no system, so that only the machine's zlib decides on the bytes. */
    public static Encoding gzip() {
        return new Encoding("gzip-" + Deflater.BEST_COMPRESSION, ".gz", bytes -> {
            var compressed = new ByteArrayOutputStream(bytes.length / 3);
            try (var out = new BestGzip(compressed)) {
                out.write(bytes);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return compressed.toByteArray();
        });
    }

    private static final class BestGzip extends GZIPOutputStream {
        BestGzip(OutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }

    /**
     * Brotli (RFC 7932).
     *
     * @throws PublishFailure when the library has no part for this kind of machine
     */
    public static Encoding brotli() {
        if (!Brotli4jLoader.isAvailable()) {
            throw new PublishFailure(
                    "Brotli cannot be had: there is none for this kind of machine, or the folder for temporary files"
                            + " cannot be written; compress without it: --precompress=gz",
                    Brotli4jLoader.getUnavailabilityCause());
        }
        var parameters = Encoder.Parameters.create(BROTLI_QUALITY);
        return new Encoding("brotli-" + BROTLI_QUALITY, ".br", bytes -> {
            try {
                return Encoder.compress(bytes, parameters);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
