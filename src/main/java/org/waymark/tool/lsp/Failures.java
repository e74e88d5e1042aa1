package org.waymark.tool.lsp;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.waymark.source.ReadFailure;
import org.waymark.tool.edit.Refusal;

/** Turns exceptions into responses that the client can show. Logs only bugs in Waymark. */
final class Failures {
    private final PrintWriter log;

    Failures(PrintWriter log) {
        this.log = log;
    }

    ResponseError answer(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null
                && (cause instanceof CompletionException
                        || cause instanceof ExecutionException
                        || cause instanceof InvocationTargetException)) {
            cause = cause.getCause();
        }
        if (cause instanceof ResponseErrorException known) {
            return known.getResponseError();
        }
        if (cause instanceof ReadFailure || cause instanceof Refusal) {
            return new ResponseError(ResponseErrorCode.RequestFailed, cause.getMessage(), null);
        }
        if (isNotOffered(cause)) {
            return new ResponseError(ResponseErrorCode.MethodNotFound, "Waymark does not support this request", null);
        }
        log(cause);
        return new ResponseError(
                ResponseErrorCode.InternalError,
                "this is a bug in Waymark; please report it with its output: " + cause,
                null);
    }

    /** LSP4J itself reports each method that a server does not implement. */
    private static boolean isNotOffered(Throwable cause) {
        return cause instanceof UnsupportedOperationException
                && cause.getStackTrace().length > 0
                && cause.getStackTrace()[0].getClassName().startsWith("org.eclipse.lsp4j.services.");
    }

    /** Logs a bug in Waymark. */
    synchronized void log(Throwable bug) {
        log.println("waymark: this is a bug in Waymark. Please report it with the lines below.");
        bug.printStackTrace(log);
        log.flush();
    }

    /** Logs one line about an error by the client. */
    synchronized void warn(String sentence) {
        log.println("waymark: " + sentence);
        log.flush();
    }

    static ResponseErrorException refusal(ResponseErrorCode code, String message) {
        return new ResponseErrorException(new ResponseError(code, message, null));
    }
}
