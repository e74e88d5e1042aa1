package org.waymark.tool.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.TestProject;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends arbitrary messages to the language server: it ends when they do, its output is well formed, and none reveals
 * a bug. Each line is the body of a message; without a line that begins with a brace, the bytes are sent unchanged.
 */
@Timeout(120)
class MessagesFuzzTest {
    private static String root;

    @BeforeAll
    static void copyTheSmallestDirectory(@TempDir Path folder) throws IOException {
        root = SmallDirectory.in(folder.resolve("directory")).root().toUri().toString();
    }

    @DictionaryFile(resourcePath = "/org/waymark/messages.dict")
    @FuzzTest
    void answersAnything(byte[] bytes) throws IOException {
        var out = new ByteArrayOutputStream();
        var log = new StringWriter();
        Session.run(new ByteArrayInputStream(framed(bytes)), out, () -> TestProject.SETTINGS, new PrintWriter(log));
        assertTrue(
                log.toString().lines().allMatch(line -> line.startsWith("waymark: ignored a message")), log::toString);
        synchronized (out) {
            assertMessages(out.toByteArray());
        }
    }

    private static byte[] framed(byte[] bytes) throws IOException {
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (text.lines().noneMatch(line -> line.startsWith("{"))) {
            return bytes;
        }
        var framed = new ByteArrayOutputStream();
        for (String line : text.lines().toList()) {
            byte[] body = line.replace("ROOT/", root).getBytes(StandardCharsets.UTF_8);
            framed.write(("Content-Length: " + body.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            framed.write(body);
        }
        return framed.toByteArray();
    }

    /** Complete messages in sequence, each with a result, an error or a method; the last may be truncated. */
    private static void assertMessages(byte[] said) {
        String text = new String(said, StandardCharsets.ISO_8859_1);
        int at = 0;
        while (at < text.length()) {
            int body = text.indexOf("\r\n\r\n", at);
            String head = text.substring(at, body < 0 ? text.length() : body);
            if (body < 0) {
                return;
            }
            assertTrue(head.matches("Content-Length: \\d+"), head);
            int end = body + 4 + Integer.parseInt(head.substring("Content-Length: ".length()));
            if (end > text.length()) {
                return;
            }
            JsonNode message =
                    JsonMapper.shared().readTree(new String(said, body + 4, end - body - 4, StandardCharsets.UTF_8));
            assertEquals("2.0", message.get("jsonrpc").asString());
            assertTrue(message.has("result") || message.has("error") || message.has("method"), message::toString);
            at = end;
        }
    }
}
