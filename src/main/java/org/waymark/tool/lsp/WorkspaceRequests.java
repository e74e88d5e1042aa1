package org.waymark.tool.lsp;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.DidChangeWorkspaceFoldersParams;
import org.eclipse.lsp4j.FileEvent;
import org.eclipse.lsp4j.SymbolInformation;
import org.eclipse.lsp4j.SymbolKind;
import org.eclipse.lsp4j.WorkspaceSymbol;
import org.eclipse.lsp4j.WorkspaceSymbolParams;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.services.WorkspaceService;
import org.waymark.directory.Entry;

/** The requests of the protocol about the whole workspace. */
final class WorkspaceRequests implements WorkspaceService {
    /** More names than anyone reads. */
    private static final int MOST = 500;

    private final Server server;

    WorkspaceRequests(Server server) {
        this.server = server;
    }

    @Override
    public void didChangeConfiguration(DidChangeConfigurationParams params) {
        // There are no settings.
    }

    @Override
    public void didChangeWatchedFiles(DidChangeWatchedFilesParams params) {
        server.changedOnDisk(params.getChanges().stream().map(FileEvent::getUri).toList());
    }

    @Override
    public void didChangeWorkspaceFolders(DidChangeWorkspaceFoldersParams params) {
        server.foldersChanged(params.getEvent().getAdded(), params.getEvent().getRemoved());
    }

    @Override
    @SuppressWarnings("deprecation") // clients before 3.17 support only this form, and later ones accept it
    public CompletableFuture<Either<List<? extends SymbolInformation>, List<? extends WorkspaceSymbol>>> symbol(
            WorkspaceSymbolParams params) {
        CompletableFuture<List<SymbolInformation>> all = CompletableFuture.completedFuture(new ArrayList<>());
        for (OpenProject project : server.projects().all()) {
            all = all.thenCombine(project.latest(), (symbols, snapshot) -> {
                snapshot.entriesCalled(params.getQuery())
                        .limit(MOST)
                        .forEach(entry -> symbols.add(symbol(project, entry)));
                return symbols;
            });
        }
        return all.thenApply(Either::forLeft);
    }

    @SuppressWarnings("deprecation")
    private static SymbolInformation symbol(OpenProject project, Entry entry) {
        var span = entry.origin().of(entry.kind().labelField());
        return new SymbolInformation(
                Snapshot.label(entry),
                SymbolKind.Class,
                Translation.location(project, span),
                entry.kind().noun().one() + " " + entry.id());
    }
}
