package org.waymark.tool.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.waymark.TestProject;

/** Each malformed message gets an error and a line in the log, and the next valid message its response. */
class MessageReaderTest {
    private static final String NEXT =
            framed("{'jsonrpc':'2.0','id':8,'method':'initialize','params':{'capabilities':{}}}")
                    + framed("{'jsonrpc':'2.0','id':9,'method':'shutdown'}")
                    + framed("{'jsonrpc':'2.0','method':'exit'}");
    private static final String BEFORE = "waymark: ignored a message from the editor: ";

    private final ByteArrayOutputStream answers = new ByteArrayOutputStream();
    private final StringWriter log = new StringWriter();

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            delimiter = '|',
            value = {
                "this is no JSON",
                "''",
                "null",
                "{}",
                "[1, 2]",
                "{'jsonrpc':'2.0','id':1",
                "{'jsonrpc':'2.0','id':{'a':1},'method':7,'params':3}",
                "{'jsonrpc':'2.0','id':1,'method':'initialize','params':[1, 2]}",
                "{'jsonrpc':'2.0','id':1,'method':'textDocument/hover','params':{'textDocument':7}}",
                "{'jsonrpc':'2.0','method':'textDocument/didOpen','params':{'textDocument':[1]}}",
                "{'jsonrpc':'2.0','id':1,'method':'textDocument/hover','params':{'textDocument':{'uri':'file:///x'},"
                        + "'position':{'line':1e99}}}",
            })
    void reportsAMessageThatIsNotJsonRpc(String message) {
        assertEquals(BEFORE + "not valid JSON-RPC\n", logAfter(framed(message)));
    }

    @Test
    void reportsMissingParameters() {
        assertEquals(
                BEFORE + "wrong or missing parameters\n",
                logAfter(framed("{'jsonrpc':'2.0','id':1,'method':'textDocument/hover'}")));
        assertTrue(said().contains("\"id\":1,\"error\":{\"code\":-32602"), said());
    }

    @Test
    void answersADeeplyNestedMessage() {
        String brackets = "[".repeat(100_000) + "]".repeat(100_000);
        logAfter(framed(brackets));
        assertTrue(said().contains("\"id\":null,\"error\":{\"code\":-32700"), said());
        logAfter(framed("{'jsonrpc':'2.0','id':7,'method':'initialize','params':" + brackets + "}"));
        assertTrue(said().contains("\"id\":7,\"error\":{\"code\":-32700"), said());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Content-Length: 999999999 | longer than 16 MB",
                "Content-Length: 99999999999999 | longer than 16 MB",
                "Content-Length: -5 | no Content-Length",
                "Content-Type: application/json | no Content-Length",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"shutdown\"} | no valid header",
            })
    void reportsAWrongHeaderOnce(String header, String fault) {
        assertEquals(BEFORE + fault + "\n", logAfter(header + "\r\n\r\n{}"));
    }

    @Test
    void reportsAWrongLengthOnce() {
        String message = "{'jsonrpc':'2.0','id':1,'method':'shutdown'}";
        assertEquals(BEFORE + "not valid JSON-RPC\n", logAfter("Content-Length: 5\r\n\r\n" + message));
        assertEquals(
                BEFORE + "not valid JSON-RPC\n", logAfter("Content-Length: 60\r\n\r\n" + message + framed(message)));
    }

    @Test
    void skipsALineWithoutAnEnd() {
        assertEquals(BEFORE + "no valid header\n", logAfter("x".repeat(3_000_000)));
    }

    @Test
    void reportsATruncatedMessage() {
        run(new ByteArrayInputStream("Content-Length: 100\r\n\r\n{".getBytes(StandardCharsets.UTF_8)));
        assertEquals(BEFORE + "incomplete\n", log.toString());
    }

    @Test
    void endsWhenMessagesCanNoLongerBeRead() {
        var failing = new InputStream() {
            @Override
            public int read() {
                throw new OutOfMemoryError("for the test");
            }
        };
        var end = assertThrows(CompletionException.class, () -> run(failing));
        assertInstanceOf(OutOfMemoryError.class, end.getCause());
    }

    /** Sends a malformed message and three valid ones; the server must respond to those and end normally. */
    private String logAfter(String malformed) {
        log.getBuffer().setLength(0);
        answers.reset();
        boolean asAgreed = run(new ByteArrayInputStream((malformed + NEXT).getBytes(StandardCharsets.UTF_8)));
        assertTrue(said().contains("\"id\":8,\"result\":"), said());
        assertTrue(asAgreed);
        return log.toString();
    }

    private String said() {
        return answers.toString(StandardCharsets.UTF_8);
    }

    private boolean run(InputStream in) {
        return Session.run(in, answers, () -> TestProject.SETTINGS, new PrintWriter(log));
    }

    private static String framed(String message) {
        String body = message.replace('\'', '"');
        return "Content-Length: " + body.length() + "\r\n\r\n" + body;
    }
}
