package org.waymark.tool.lsp;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CodeActionCapabilities;
import org.eclipse.lsp4j.CodeActionKindCapabilities;
import org.eclipse.lsp4j.CodeActionLiteralSupportCapabilities;
import org.eclipse.lsp4j.CompletionCapabilities;
import org.eclipse.lsp4j.CompletionItemCapabilities;
import org.eclipse.lsp4j.DefinitionCapabilities;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesCapabilities;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DocumentSymbolCapabilities;
import org.eclipse.lsp4j.HoverCapabilities;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.lsp4j.MessageActionItem;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PublishDiagnosticsCapabilities;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.RegistrationParams;
import org.eclipse.lsp4j.ResourceOperationKind;
import org.eclipse.lsp4j.ShowMessageRequestParams;
import org.eclipse.lsp4j.TextDocumentClientCapabilities;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.WorkspaceClientCapabilities;
import org.eclipse.lsp4j.WorkspaceEditCapabilities;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageServer;
import org.waymark.TestProject;

/** A client that talks to a language server over pipes, and records what it receives. */
final class TestEditor implements LanguageClient, AutoCloseable {
    private static final long PATIENCE_SECONDS = 30;

    private final Map<String, PublishDiagnosticsParams> findings = new ConcurrentHashMap<>();
    private final List<String> messages = new CopyOnWriteArrayList<>();
    private final List<RegistrationParams> registrations = new CopyOnWriteArrayList<>();
    private final LanguageServer server;
    private final Closeable end;

    /** How a server in this process ended, and what it logged about its own bugs. */
    final CompletableFuture<Boolean> ended;

    final StringWriter log = new StringWriter();

    /** Starts a server in this process. */
    TestEditor() throws IOException {
        var toServer = new PipedOutputStream();
        var toEditor = new PipedOutputStream();
        var serverIn = new PipedInputStream(toServer, 1 << 16);
        var editorIn = new PipedInputStream(toEditor, 1 << 16);
        ended = CompletableFuture.supplyAsync(
                () -> Session.run(serverIn, toEditor, () -> TestProject.SETTINGS, new PrintWriter(log, true)),
                task -> new Thread(task, "server").start());
        server = connect(editorIn, toServer);
        end = () -> {
            toServer.close();
            toEditor.close();
        };
    }

    /** Talks to a server in another process. */
    TestEditor(Process process) {
        ended = process.onExit().thenApply(ended -> ended.exitValue() == 0);
        server = connect(process.getInputStream(), process.getOutputStream());
        end = process::destroy;
    }

    private LanguageServer connect(InputStream in, OutputStream out) {
        var launcher = LSPLauncher.createClientLauncher(this, in, out);
        launcher.startListening();
        return launcher.getRemoteProxy();
    }

    LanguageServer server() {
        return server;
    }

    List<String> messages() {
        return messages;
    }

    List<RegistrationParams> registrations() {
        return registrations;
    }

    /** Introduces itself as a client that supports everything. */
    TestEditor begin(Path... folders) {
        return begin(everything(), folders);
    }

    TestEditor begin(ClientCapabilities capabilities, Path... folders) {
        var params = new InitializeParams();
        params.setProcessId((int) ProcessHandle.current().pid());
        params.setCapabilities(capabilities);
        var all = new ArrayList<WorkspaceFolder>();
        for (Path folder : folders) {
            all.add(new WorkspaceFolder(uri(folder), "folder"));
        }
        params.setWorkspaceFolders(all);
        now(server.initialize(params));
        server.initialized(new InitializedParams());
        return this;
    }

    static ClientCapabilities everything() {
        var item = new CompletionItemCapabilities(true);
        item.setLabelDetailsSupport(true);
        var actions = new CodeActionCapabilities();
        actions.setCodeActionLiteralSupport(new CodeActionLiteralSupportCapabilities(
                new CodeActionKindCapabilities(List.of("quickfix", "source.fixAll"))));
        var text = new TextDocumentClientCapabilities();
        text.setCompletion(new CompletionCapabilities(item));
        text.setHover(new HoverCapabilities(List.of(MarkupKind.MARKDOWN), false));
        var definition = new DefinitionCapabilities();
        definition.setLinkSupport(true);
        text.setDefinition(definition);
        var symbols = new DocumentSymbolCapabilities();
        symbols.setHierarchicalDocumentSymbolSupport(true);
        text.setDocumentSymbol(symbols);
        text.setCodeAction(actions);
        text.setPublishDiagnostics(new PublishDiagnosticsCapabilities(true));
        var edit = new WorkspaceEditCapabilities();
        edit.setDocumentChanges(true);
        edit.setResourceOperations(
                List.of(ResourceOperationKind.Create, ResourceOperationKind.Rename, ResourceOperationKind.Delete));
        var workspace = new WorkspaceClientCapabilities();
        workspace.setWorkspaceEdit(edit);
        workspace.setDidChangeWatchedFiles(new DidChangeWatchedFilesCapabilities(true));
        return new ClientCapabilities(workspace, text, null);
    }

    static String uri(Path file) {
        return file.toUri().toString();
    }

    void open(Path file, String text) {
        server.getTextDocumentService()
                .didOpen(new DidOpenTextDocumentParams(new TextDocumentItem(uri(file), "markdown", 1, text)));
    }

    void change(Path file, int version, String text) {
        server.getTextDocumentService()
                .didChange(new DidChangeTextDocumentParams(
                        new VersionedTextDocumentIdentifier(uri(file), version),
                        List.of(new TextDocumentContentChangeEvent(text))));
    }

    void close(Path file) {
        server.getTextDocumentService().didClose(new DidCloseTextDocumentParams(new TextDocumentIdentifier(uri(file))));
    }

    /** Waits until the findings of a file satisfy the predicate. */
    List<Diagnostic> findings(Path file, Predicate<List<Diagnostic>> wanted) {
        long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        synchronized (findings) {
            while (System.nanoTime() < patience) {
                PublishDiagnosticsParams told = findings.get(uri(file));
                if (told != null && wanted.test(told.getDiagnostics())) {
                    return told.getDiagnostics();
                }
                try {
                    findings.wait(100);
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
            }
        }
        throw new AssertionError("the findings of " + file + " are " + findings.get(uri(file)) + "; all: " + findings);
    }

    List<Diagnostic> findings(Path file, String... codes) {
        return findings(
                file,
                told -> told.stream()
                        .map(finding -> finding.getCode().getLeft())
                        .toList()
                        .equals(List.of(codes)));
    }

    /** The version of the text with the latest findings. */
    int version(Path file) {
        return findings.get(uri(file)).getVersion();
    }

    /** All files for which findings were received. */
    List<String> told() {
        return List.copyOf(findings.keySet());
    }

    static TextDocumentIdentifier id(Path file) {
        return new TextDocumentIdentifier(uri(file));
    }

    /** The position after the first letter of the first occurrence of some words. */
    static Position at(String text, String words) {
        int at = text.indexOf(words);
        if (at < 0) {
            throw new IllegalArgumentException(words + " does not occur in " + text);
        }
        String before = text.substring(0, at);
        int line = (int) before.chars().filter(c -> c == '\n').count();
        return new Position(line, at - before.lastIndexOf('\n'));
    }

    static <T> T now(CompletableFuture<T> answer) {
        try {
            return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } catch (InterruptedException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void publishDiagnostics(PublishDiagnosticsParams told) {
        synchronized (findings) {
            findings.put(told.getUri(), told);
            findings.notifyAll();
        }
    }

    @Override
    public CompletableFuture<Void> registerCapability(RegistrationParams params) {
        registrations.add(params);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void telemetryEvent(Object object) {}

    @Override
    public void showMessage(MessageParams message) {
        messages.add(message.getMessage());
    }

    @Override
    public CompletableFuture<MessageActionItem> showMessageRequest(ShowMessageRequestParams params) {
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void logMessage(MessageParams message) {
        messages.add(message.getMessage());
    }

    @Override
    public void close() throws IOException {
        end.close();
    }
}
