package org.waymark.tool.lsp;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;

/** File URIs (RFC 8089), as clients write them: some do not encode spaces and other characters. */
final class FileUri {
    private FileUri() {}

    /** The path of a URI; empty for other schemes, such as that of an unsaved text. */
    static Optional<Path> toPath(String uri) {
        try {
            var address = new URI(encoded(uri));
            boolean isFile = "file".equalsIgnoreCase(address.getScheme()) && address.getPath() != null;
            return isFile ? Optional.of(Path.of(local(address)).toAbsolutePath().normalize()) : Optional.empty();
        } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException e) {
            return Optional.empty();
        }
    }

    static String of(Path file) {
        return file.toUri().toString();
    }

    /** Removes the parts that only web URLs have, and the local host name. */
    private static URI local(URI address) throws URISyntaxException {
        boolean isHere = address.getHost() == null || address.getHost().equalsIgnoreCase("localhost");
        return new URI("file:" + (isHere ? "" : "//" + address.getHost()) + address.getRawPath());
    }

    /** Percent-encodes characters that are invalid in a URI; keeps existing encodings. */
    private static String encoded(String uri) {
        var encoded = new StringBuilder();
        for (byte b : uri.getBytes(StandardCharsets.UTF_8)) {
            boolean isAllowed = b > ' ' && b < 0x7F && "\"<>\\^`{|}[]".indexOf(b) < 0;
            encoded.append(
                    isAllowed
                            ? String.valueOf((char) b)
                            : "%" + HexFormat.of().withUpperCase().toHexDigits(b));
        }
        return encoded.toString();
    }
}
