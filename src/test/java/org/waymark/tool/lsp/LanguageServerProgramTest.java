package org.waymark.tool.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.waymark.tool.lsp.TestEditor.now;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.TimeUnit;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.Position;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.Thorough;

/** The server as text editors start it: its output contains only messages, and it ends when it should. */
@Thorough("starts processes")
class LanguageServerProgramTest {
    @TempDir
    private Path temporary;

    @Test
    void servesAClientAndExitsOnRequest() throws Exception {
        SmallDirectory directory = SmallDirectory.in(temporary.resolve("directory"));
        Process process = start();
        try (var editor = new TestEditor(process)) {
            String text = Files.readString(directory.study());
            editor.begin(directory.root()).open(directory.study(), text.replace("Midlands", "Midland"));
            editor.findings(directory.study(), "invalid-value");
            var found = now(editor.server()
                    .getTextDocumentService()
                    .definition(new DefinitionParams(TestEditor.id(directory.study()), new Position(4, 14))));
            assertEquals(
                    TestEditor.uri(directory.service()), found.getRight().get(0).getTargetUri());
            now(editor.server().shutdown());
            editor.server().exit();
            assertTrue(process.waitFor(30, TimeUnit.SECONDS));
            assertEquals(0, process.exitValue());
        }
    }

    @Test
    void failsWhenItsClientDies() throws Exception {
        Process process = start();
        process.getOutputStream().close();
        assertTrue(process.waitFor(30, TimeUnit.SECONDS));
        assertEquals(1, process.exitValue());
        assertEquals("", text(process));
    }

    @Test
    void endsWithTheProcessOfItsClient() throws Exception {
        Process other = new ProcessBuilder("sleep", "100").start();
        Process process = start();
        send(
                process,
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{\"capabilities\":{},\"processId\":"
                        + other.pid() + "}}");
        process.getInputStream().read(); // it has responded
        other.destroy();
        assertTrue(process.waitFor(30, TimeUnit.SECONDS));
        assertEquals(1, process.exitValue());
    }

    @Test
    void survivesInvalidMessages() throws Exception {
        Process process = start();
        send(process, "this is no JSON");
        send(process, "{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"no/such/method\",\"params\":{}}");
        send(process, "{\"jsonrpc\":\"2.0\",\"method\":\"$/no/such/notice\"}");
        send(process, "{\"jsonrpc\":\"2.0\",\"id\":8,\"method\":\"initialize\",\"params\":{\"capabilities\":{}}}");
        send(process, "{\"jsonrpc\":\"2.0\",\"id\":9,\"method\":\"shutdown\"}");
        send(process, "{\"jsonrpc\":\"2.0\",\"method\":\"exit\"}");
        assertTrue(process.waitFor(30, TimeUnit.SECONDS));
        String answers = text(process);
        assertEquals(0, process.exitValue(), answers);
        assertTrue(answers.contains("\"id\":7,\"error\":{\"code\":-32601"), answers);
        assertTrue(answers.contains("\"positionEncoding\":\"utf-16\""), answers);
        assertTrue(answers.startsWith("Content-Length: "), answers);
    }

    @Test
    void respondsAfterAHundredThousandBrackets() throws Exception {
        Process process = start();
        send(process, "[".repeat(100_000) + "]".repeat(100_000));
        send(process, "{\"jsonrpc\":\"2.0\",\"id\":8,\"method\":\"initialize\",\"params\":{\"capabilities\":{}}}");
        send(process, "{\"jsonrpc\":\"2.0\",\"id\":9,\"method\":\"shutdown\"}");
        send(process, "{\"jsonrpc\":\"2.0\",\"method\":\"exit\"}");
        String answers = text(process);
        assertTrue(process.waitFor(30, TimeUnit.SECONDS));
        assertEquals(0, process.exitValue(), answers);
        assertTrue(answers.contains("\"id\":8,\"result\":"), answers);
    }

    @Test
    void reportsAMessageThatExceedsItsMemory() throws Exception {
        var command = new ArrayList<>(ServerProgram.command());
        command.add(1, "-Xmx20m");
        Process process = new ProcessBuilder(command).start();
        try {
            send(process, "[" + "[],".repeat(5_000_000) + "1]");
        } catch (IOException e) {
            // The process ended before it could read everything.
        }
        String errors = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(30, TimeUnit.SECONDS));
        assertEquals(3, process.exitValue(), errors);
        assertTrue(errors.startsWith("waymark: not enough memory"), errors);
        assertEquals(1, errors.lines().count(), errors);
    }

    private static Process start() throws IOException {
        return new ProcessBuilder(ServerProgram.command())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static void send(Process process, String message) throws IOException {
        byte[] bytes = message.getBytes(StandardCharsets.UTF_8);
        var out = process.getOutputStream();
        out.write(("Content-Length: " + bytes.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        out.write(bytes);
        out.flush();
    }

    private static String text(Process process) throws IOException {
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
