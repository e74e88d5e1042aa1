package org.waymark.content;

import java.io.IOException;
import java.io.StringReader;

/**
 * Passes a text to SnakeYAML Engine. If a chunk ends with the first half of a surrogate pair, the engine
 * reads the other half as well, which does not fit into a full buffer (as of 3.0.1). So the buffer is never filled.
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
