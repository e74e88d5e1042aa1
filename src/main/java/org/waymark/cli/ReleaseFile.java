package org.waymark.cli;

import java.io.IOException;
import java.io.StringReader;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;
import java.util.Properties;
import org.waymark.source.RealFolder;
import org.waymark.source.SizeLimit;

/**
 * What a package knows about the archive of the same release that workflows install. A file cannot contain its own
 * checksum, so that archive is made first, and only the other packages have this file.
 *
 * @param url its download address; empty if the release does not state one
 * @param sha256 its checksum
 */
record ReleaseFile(Optional<String> url, String sha256) {
    private static final String NAME = "release.properties";

    /** The file of the running program; empty if it was built from source. */
    static Optional<ReleaseFile> ofThisProgram() {
        try {
            CodeSource source = ReleaseFile.class.getProtectionDomain().getCodeSource();
            Path jar = Path.of(source.getLocation().toURI());
            Path folder = jar.getParent();
            return folder == null ? Optional.empty() : in(folder);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** That in a folder. */
    static Optional<ReleaseFile> in(Path folder) {
        try {
            Optional<byte[]> bytes = new RealFolder(folder).read(NAME, SizeLimit.TEXT);
            if (bytes.isEmpty()) {
                return Optional.empty();
            }
            var properties = new Properties();
            properties.load(new StringReader(new String(bytes.get(), StandardCharsets.UTF_8)));
            return Optional.ofNullable(properties.getProperty("sha256"))
                    .map(sum -> new ReleaseFile(
                            Optional.ofNullable(properties.getProperty("url")).filter(url -> !url.isBlank()), sum));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
