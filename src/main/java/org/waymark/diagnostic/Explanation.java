package org.waymark.diagnostic;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The Markdown page that explains a code. */
public record Explanation(String text) {
    public static Explanation of(Code code) {
        String name = "/org/waymark/explain/" + code.name() + ".md";
        try (InputStream in = Explanation.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("not packed into the jar: " + name);
            }
            return new Explanation(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first paragraph below the title, on one line: what the finding means, in two or three sentences. */
    public String summary() {
        String[] paragraphs = text.replace("\r\n", "\n").strip().split("\n\\s*\n", 3);
        return paragraphs[Math.min(1, paragraphs.length - 1)].replace('\n', ' ').strip();
    }
}
