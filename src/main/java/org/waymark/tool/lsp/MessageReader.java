package org.waymark.tool.lsp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.lsp4j.jsonrpc.JsonRpcException;
import org.eclipse.lsp4j.jsonrpc.MessageConsumer;
import org.eclipse.lsp4j.jsonrpc.MessageIssueException;
import org.eclipse.lsp4j.jsonrpc.MessageProducer;
import org.eclipse.lsp4j.jsonrpc.json.MessageJsonHandler;
import org.eclipse.lsp4j.jsonrpc.messages.Message;
import org.eclipse.lsp4j.jsonrpc.messages.RequestMessage;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseMessage;

/**
 * Reads messages framed by a {@code Content-Length} header (Language Server Protocol 3.17, base protocol). A
 * malformed message is answered with an error, logged in one line, and skipped: reading resumes at the next header.
 */
final class MessageReader implements MessageProducer {
    static final int MAX_MEGABYTES = 16;

    private static final int MAX_BYTES = MAX_MEGABYTES << 20;
    private static final int MAX_HEADER = 1024;
    /**
     * Also matches after the rest of a malformed message. No body contains one: JSON escapes line breaks in strings.
     */
    private static final Pattern LENGTH = Pattern.compile("(?i)content-length:\\s*(\\d+)$");

    private static final int MAX_DIGITS = 9;
    private static final Pattern OTHER_HEADER = Pattern.compile("[A-Za-z-]+:.*");

    private static final int PARSE_ERROR = ResponseErrorCode.ParseError.getValue();
    private static final String NOT_VALID = "not valid JSON-RPC";
    private static final String IGNORED = "ignored a message from the editor: ";

    private final InputStream in;
    private final MessageConsumer answers;
    private final MessageJsonHandler json;
    private final Failures failures;
    /** Whether the previous message was malformed, so what follows may be its remainder. */
    private boolean isResynchronising;

    /**
     * @param answers receives the error responses
     */
    MessageReader(InputStream in, MessageConsumer answers, MessageJsonHandler json, Failures failures) {
        this.in = in;
        this.answers = answers;
        this.json = json;
        this.failures = failures;
    }

    /** Passes on messages until either stream ends. */
    @Override
    public void listen(MessageConsumer consumer) {
        try {
            for (Optional<byte[]> body = body(); body.isPresent(); body = body()) {
                handle(new String(body.get(), StandardCharsets.UTF_8), consumer);
            }
        } catch (IOException | JsonRpcException e) {
            // The client has gone.
        }
    }

    private void handle(String text, MessageConsumer consumer) {
        try {
            Optional<Message> message = parse(text);
            if (message.isEmpty()) {
                reject(NOT_VALID);
                return;
            }
            isResynchronising = false;
            consumer.consume(message.get());
        } catch (MessageIssueException e) {
            reject(e);
        }
    }

    private Optional<Message> parse(String text) {
        try {
            return Optional.ofNullable(json.parseMessage(text));
        } catch (MessageIssueException e) {
            throw e;
        } catch (RuntimeException e) {
            return Optional.empty(); // Gson throws several types
        }
    }

    /** Reads the next body that is complete and not too long; empty at the end of the stream. */
    private Optional<byte[]> body() throws IOException {
        Optional<String> length = Optional.empty();
        for (Optional<String> line = line(); line.isPresent(); line = line()) {
            Matcher header = LENGTH.matcher(line.get());
            if (header.find()) {
                if (header.start() > 0) {
                    resynchronise("no valid header");
                }
                length = Optional.of(header.group(1));
            } else if (!line.get().isEmpty()) {
                if (!OTHER_HEADER.matcher(line.get()).matches()) {
                    resynchronise("no valid header");
                    length = Optional.empty();
                }
            } else if (length.isEmpty()) {
                resynchronise("no Content-Length");
            } else if (length.get().length() > MAX_DIGITS || Integer.parseInt(length.get()) > MAX_BYTES) {
                resynchronise("longer than " + MAX_MEGABYTES + " MB");
                length = Optional.empty();
            } else {
                int wanted = Integer.parseInt(length.get());
                byte[] body = in.readNBytes(wanted);
                if (body.length == wanted) {
                    return Optional.of(body);
                }
                resynchronise("incomplete");
            }
        }
        return Optional.empty();
    }

    /** The next line without its line end; only the last part of a long one. */
    private Optional<String> line() throws IOException {
        var line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                return Optional.empty();
            }
            if (line.size() == MAX_HEADER) {
                byte[] all = line.toByteArray();
                line.reset();
                line.write(all, MAX_HEADER / 2, MAX_HEADER / 2);
            }
            line.write(next);
        }
        return Optional.of(line.toString(StandardCharsets.ISO_8859_1).stripTrailing());
    }

    private void resynchronise(String fault) {
        if (!isResynchronising) {
            reject(fault);
        }
    }

    private void reject(String fault) {
        isResynchronising = true;
        reject(new ResponseMessage(), PARSE_ERROR, fault);
    }

    private void reject(MessageIssueException e) {
        isResynchronising = true;
        int code = e.getIssues().get(0).getIssueCode();
        String fault = code == PARSE_ERROR ? NOT_VALID : "wrong or missing parameters";
        if (e.getRpcMessage() instanceof RequestMessage request) {
            var response = new ResponseMessage();
            response.setRawId(request.getRawId());
            reject(response, code, fault);
        } else {
            failures.warn(IGNORED + fault);
        }
    }

    private void reject(ResponseMessage response, int code, String fault) {
        failures.warn(IGNORED + fault);
        response.setError(new ResponseError(code, "malformed message: " + fault, null));
        answers.consume(response);
    }
}
