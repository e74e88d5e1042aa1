package org.waymark.publish;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A smaller form of a file that lies beside it, for web servers to send instead.
 *
 * @param name another one where other bytes may come out
 * @param ending what its files have behind the name of the other, with a dot
 * @param compress gives the same bytes for the same; safe for use by several threads
 */
public record Encoding(String name, String ending, UnaryOperator<byte[]> compress) {
    /** The fact of a manifest that names them. */
    public static final String FACT = "precompressed";

    /** That fact's value. */
    public static String names(List<Encoding> encodings) {
        return encodings.stream().map(Encoding::name).collect(Collectors.joining(" "));
    }
}
