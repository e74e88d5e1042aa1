package org.waymark.content;

import java.io.IOException;
import java.io.StringReader;

/**
 * Hands a text to SnakeYAML Engine. Where what it reads at once ends with the first half of a character beyond U+FFFF, it
 * reads the other half after that, for which its buffer has no room if it is full (as of 3.0.1). So it is never filled.
 */
final class SnakeYamlReader extends StringReader {
    SnakeYamlReader(String text) {
        super(text);
    }

    @Override
    public int read(char[] buffer, int from, int length) throws IOException {
        return super.read(buffer, from, length > 1 ? length - 1 : length);
    }
}
