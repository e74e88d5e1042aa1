package org.waymark.tool.lsp;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.lsp4j.TextDocumentClientCapabilities;
import org.eclipse.lsp4j.WorkspaceClientCapabilities;

/**
 * The capabilities of a client beyond the required minimum.
 *
 * @param operations the file operations that it supports: create, rename and delete
 */
record ClientFeatures(
        boolean snippets,
        boolean labelDetails,
        boolean markdownHelp,
        boolean locationLinks,
        boolean nestedSymbols,
        boolean codeActions,
        boolean relatedInformation,
        boolean diagnosticTags,
        boolean documentChanges,
        List<String> operations,
        boolean watchesFiles) {
    ClientFeatures {
        operations = List.copyOf(operations);
    }

    /** A client that has declared no capabilities. */
    static ClientFeatures none() {
        return of(Optional.empty());
    }

    static ClientFeatures of(Optional<ClientCapabilities> client) {
        var text = client.map(ClientCapabilities::getTextDocument);
        var workspace = client.map(ClientCapabilities::getWorkspace);
        var item = text.map(TextDocumentClientCapabilities::getCompletion).map(c -> c.getCompletionItem());
        var findings = text.map(TextDocumentClientCapabilities::getPublishDiagnostics);
        var edit = workspace.map(WorkspaceClientCapabilities::getWorkspaceEdit);
        List<String> operations = edit.map(c -> c.getResourceOperations()).orElse(List.of());
        return new ClientFeatures(
                is(item, c -> c.getSnippetSupport()),
                is(item, c -> c.getLabelDetailsSupport()),
                text.map(TextDocumentClientCapabilities::getHover)
                        .map(c -> c.getContentFormat())
                        .filter(formats -> formats.contains(MarkupKind.MARKDOWN))
                        .isPresent(),
                is(text.map(TextDocumentClientCapabilities::getDefinition), c -> c.getLinkSupport()),
                is(
                        text.map(TextDocumentClientCapabilities::getDocumentSymbol),
                        c -> c.getHierarchicalDocumentSymbolSupport()),
                text.map(TextDocumentClientCapabilities::getCodeAction)
                        .map(c -> c.getCodeActionLiteralSupport())
                        .isPresent(),
                is(findings, c -> c.getRelatedInformation()),
                findings.map(c -> c.getTagSupport()).isPresent(),
                // Neovim before 0.9 declares only the second, which makes no sense without the first.
                is(edit, c -> c.getDocumentChanges()) || !operations.isEmpty(),
                operations,
                is(
                        workspace.map(WorkspaceClientCapabilities::getDidChangeWatchedFiles),
                        c -> c.getDynamicRegistration()));
    }

    private static <T> boolean is(Optional<T> part, Function<T, Boolean> feature) {
        return part.map(feature).orElse(false);
    }
}
