package org.waymark.tool.serve;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.waymark.markdown.Escapes;

/** The preview's own pages and what they are made with. */
final class OwnPages {
    private static final String POLICY = "default-src 'self'; img-src 'self' data:; base-uri 'none'; object-src 'none'";

    private OwnPages() {}

    /** What stands in the place of a site that has had errors since the beginning. */
    static byte[] nothingYet(Showing showing) {
        return page(
                showing,
                "There is no site yet",
                "<p>It appears here as soon as nothing is wrong. Mend this first:</p>\n<pre tabindex=\"0\">"
                        + Escapes.of(showing.findings().text()) + "</pre>\n");
    }

    static byte[] health(Showing showing, LongSentences sentences) {
        return page(showing, "The state of the content", HealthPage.body(showing, sentences));
    }

    private static byte[] page(Showing showing, String title, String body) {
        String script = LivePage.script(showing.number(), true);
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
                        "<link rel=\"stylesheet\" href=\"" + Requests.OWN + "health.css\">",
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
        try (InputStream in = OwnPages.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("not packed into the jar: " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
