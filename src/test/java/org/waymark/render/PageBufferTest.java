package org.waymark.render;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PageBufferTest {
    private static final String[] PIECES = {"plain", "é", "–", "’", "𝄞", "\uD834", "\uDD1E", "\n", "", "a𝄞b–c"};

    private final PageBuffer buffer = new PageBuffer(16);

    @Test
    void encodesTextWrittenInPieces() throws IOException {
        var random = new Random(1);
        for (int run = 0; run < 2_000; run++) {
            buffer.clear();
            var whole = new StringBuilder();
            for (int piece = 0; piece < random.nextInt(12); piece++) {
                String text = PIECES[random.nextInt(PIECES.length)];
                whole.append(text);
                write(text, random.nextInt(3));
            }
            assertArrayEquals(whole.toString().getBytes(StandardCharsets.UTF_8), buffer.toBytes(), whole::toString);
        }
    }

    @Test
    void growsWithTheText() throws IOException {
        String text = "–".repeat(100_000);
        buffer.write(text);
        buffer.write(text.toCharArray());
        assertArrayEquals((text + text).getBytes(StandardCharsets.UTF_8), buffer.toBytes());
    }

    private void write(String text, int how) throws IOException {
        switch (how) {
            case 0 -> buffer.write(text);
            case 1 -> buffer.write(text.toCharArray());
            default -> {
                for (char c : text.toCharArray()) {
                    buffer.write(c);
                }
            }
        }
    }
}
