package org.waymark.tool.lsp;

import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.jsonrpc.Endpoint;
import org.eclipse.lsp4j.jsonrpc.services.ServiceEndpoints;
import org.jspecify.annotations.Nullable;

/** Logs exceptions from notifications, which have no response to carry them. */
final class ReportingEndpoint implements Endpoint {
    private final Endpoint server;
    private final Failures failures;

    ReportingEndpoint(Server server, Failures failures) {
        this.server = ServiceEndpoints.toEndpoint(server);
        this.failures = failures;
    }

    @Override
    public CompletableFuture<?> request(String method, @Nullable Object parameter) {
        return server.request(method, parameter);
    }

    @Override
    public void notify(String method, @Nullable Object parameter) {
        try {
            server.notify(method, parameter);
        } catch (RuntimeException e) {
            failures.answer(e);
        }
    }
}
