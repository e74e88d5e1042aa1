package org.waymark.tool.lsp;

import org.eclipse.lsp4j.jsonrpc.MessageConsumer;
import org.eclipse.lsp4j.jsonrpc.MessageIssueException;
import org.eclipse.lsp4j.jsonrpc.messages.Message;
import org.eclipse.lsp4j.jsonrpc.messages.MessageIssue;
import org.eclipse.lsp4j.jsonrpc.messages.NotificationMessage;
import org.eclipse.lsp4j.jsonrpc.messages.RequestMessage;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.eclipse.lsp4j.jsonrpc.validation.ReflectiveMessageValidator;

/**
 * Rejects messages about documents and the workspace that lack a required parameter. Other messages pass, since older
 * clients omit parts of {@code initialize}.
 */
final class RequiredParameters implements MessageConsumer {
    private final MessageConsumer next;
    private final MessageConsumer strict;

    RequiredParameters(MessageConsumer next) {
        this.next = next;
        strict = new ReflectiveMessageValidator(next);
    }

    @Override
    public void consume(Message message) {
        if (message instanceof RequestMessage request) {
            consume(message, request.getMethod(), request.getParams() == null);
        } else if (message instanceof NotificationMessage notification) {
            consume(message, notification.getMethod(), notification.getParams() == null);
        } else {
            next.consume(message);
        }
    }

    private void consume(Message message, String method, boolean isEmpty) {
        boolean isAboutFiles = method.startsWith("textDocument/") || method.startsWith("workspace/");
        if (isEmpty && (isAboutFiles || method.equals("initialize"))) {
            int code = ResponseErrorCode.InvalidParams.getValue();
            throw new MessageIssueException(message, new MessageIssue(method + " needs parameters", code));
        }
        (isAboutFiles ? strict : next).consume(message);
    }
}
