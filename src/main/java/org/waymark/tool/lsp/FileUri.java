package org.waymark.tool.lsp;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;

/** Addresses of files (RFC 8089), as editors write them: some leave spaces and other signs as they are. */
final class FileUri {
    private FileUri() {}

    /** The file of an address; empty for one of another scheme, such as that of a text that was never saved. */
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

    /** Without what only web addresses have, and without this machine's own name for itself. */
    private static URI local(URI address) throws URISyntaxException {
        boolean isHere = address.getHost() == null || address.getHost().equalsIgnoreCase("localhost");
        return new URI("file:" + (isHere ? "" : "//" + address.getHost()) + address.getRawPath());
    }

    /** With each sign percent-encoded that may not be in an address; what is encoded already stays. */
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
