package org.waymark.tool.edit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A text that is packed into the jar for new directories. */
final class InitResource {
    private InitResource() {}

    static String read(String name) {
        try (InputStream in = InitResource.class.getResourceAsStream("/org/waymark/init/" + name)) {
            if (in == null) {
                throw new IllegalStateException("not packed into the jar: " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
