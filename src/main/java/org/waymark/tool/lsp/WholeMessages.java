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
 * Turns away messages about texts and folders that lack what the protocol demands: that is the editor's fault, not
 * Waymark's. All others pass; of the first, older editors leave parts out.
 */
final class WholeMessages implements MessageConsumer {
    private final MessageConsumer next;
    private final MessageConsumer strict;

    WholeMessages(MessageConsumer next) {
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
