package org.waymark.tool.serve;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.waymark.markdown.Escapes;

/** The preview's own pages and what they are made with. */
final class PreviewPages {
    private static final String POLICY = "default-src 'self'; img-src 'self' data:; base-uri 'none'; object-src 'none'";

    private PreviewPages() {}

    /** The page shown instead of a site that has not yet been built without errors. */
    static byte[] noSiteYet(PreviewState state) {
        return page(
                state,
                "There is no site yet",
                "<p>It will appear here when these errors are fixed:</p>\n<pre tabindex=\"0\">"
                        + Escapes.of(state.findings().text()) + "</pre>\n");
    }

    static byte[] health(PreviewState state, LongSentences sentences) {
        return page(state, "The state of the content", HealthPage.body(state, sentences));
    }

    private static byte[] page(PreviewState state, String title, String body) {
        String script = LiveReload.script(state.number(), true);
        return String.join(
                        "\n",
                        "<!DOCTYPE html>",
                        "<html lang=\"en-GB\">",
                        "<head>",
                        script,
                        "<meta charset=\"utf-8\">",
                        "<meta http-equiv=\"Content-Security-Policy\" content=\"" + POLICY + "\">",
                        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">",
                        "<title>" + title + "</title>",
                        "<link rel=\"icon\" href=\"data:,\">",
                        "<link rel=\"stylesheet\" href=\"" + PreviewHandler.OWN + "health.css\">",
                        "</head>",
                        "<body>",
                        "<main>",
                        "<h1>" + title + "</h1>",
                        body + "</main>",
                        "</body>",
                        "</html>\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** A script or style sheet of the preview. */
    static byte[] resource(String name) {
        try (InputStream in = PreviewPages.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("not packed into the jar: " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
