package org.waymark.tool.lsp;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.CodeActionOptions;
import org.eclipse.lsp4j.CompletionOptions;
import org.eclipse.lsp4j.DidChangeWatchedFilesRegistrationOptions;
import org.eclipse.lsp4j.DocumentLinkOptions;
import org.eclipse.lsp4j.FileSystemWatcher;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.MessageType;
import org.eclipse.lsp4j.PositionEncodingKind;
import org.eclipse.lsp4j.Registration;
import org.eclipse.lsp4j.RegistrationParams;
import org.eclipse.lsp4j.RenameOptions;
import org.eclipse.lsp4j.SaveOptions;
import org.eclipse.lsp4j.ServerCapabilities;
import org.eclipse.lsp4j.ServerInfo;
import org.eclipse.lsp4j.TextDocumentSyncKind;
import org.eclipse.lsp4j.TextDocumentSyncOptions;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.WorkspaceFoldersOptions;
import org.eclipse.lsp4j.WorkspaceServerCapabilities;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageServer;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.eclipse.lsp4j.services.WorkspaceService;
import org.waymark.Settings;
import org.waymark.source.ReadFailure;

/**
 * The language server for one client: its capabilities, the open texts and their projects. Its methods are called one
 * after the other, on the thread that reads messages, and return immediately.
 */
final class Server implements LanguageServer {
    private final CompletableFuture<LanguageClient> editor;
    private final Failures failures;
    private final Session session;
    private final Documents documents = new Documents();
    private final Projects projects;
    private final Questions questions;
    private final FindingsPublisher publication;
    private final TextRequests texts = new TextRequests(this);
    private final WorkspaceRequests workspace = new WorkspaceRequests(this);
    private volatile ClientFeatures client = ClientFeatures.none();
    private volatile String lastFailure = "";

    Server(
            CompletableFuture<LanguageClient> editor,
            Session session,
            Failures failures,
            Supplier<Settings> settings,
            ScheduledExecutorService checking,
            ExecutorService answering) {
        this.editor = editor;
        this.session = session;
        this.failures = failures;
        this.publication = new FindingsPublisher(findings -> editor.join().publishDiagnostics(findings));
        var listener = new Listener();
        this.projects = new Projects(documents, root -> new OpenProject(root, documents, checking, settings, listener));
        this.questions = new Questions(session, projects, answering);
    }

    @Override
    @SuppressWarnings("deprecation") // older clients send only rootUri or rootPath
    public CompletableFuture<InitializeResult> initialize(InitializeParams params) {
        session.begin();
        client = ClientFeatures.of(Optional.ofNullable(params.getCapabilities()));
        Optional.ofNullable(params.getProcessId()).ifPresent(session::endWith);
        Stream<String> folders = params.getWorkspaceFolders() != null
                ? params.getWorkspaceFolders().stream().filter(Objects::nonNull).map(WorkspaceFolder::getUri)
                : Stream.of(params.getRootUri());
        folders.filter(Objects::nonNull)
                .flatMap(uri -> FileUri.toPath(uri).stream())
                .forEach(projects::addFolder);
        String version = Server.class.getPackage().getImplementationVersion();
        return CompletableFuture.completedFuture(
                new InitializeResult(capabilities(), new ServerInfo("waymark", version)));
    }

    private static ServerCapabilities capabilities() {
        var sync = new TextDocumentSyncOptions();
        sync.setOpenClose(true);
        sync.setChange(TextDocumentSyncKind.Full);
        sync.setSave(new SaveOptions(false));
        var folders = new WorkspaceFoldersOptions();
        folders.setSupported(true);
        folders.setChangeNotifications(true);
        var can = new ServerCapabilities();
        can.setPositionEncoding(PositionEncodingKind.UTF16);
        can.setTextDocumentSync(sync);
        can.setCompletionProvider(new CompletionOptions(false, List.of(" ", "(", "#", "/", "[", "{", ":", ".")));
        can.setHoverProvider(true);
        can.setDefinitionProvider(true);
        can.setReferencesProvider(true);
        can.setDocumentSymbolProvider(true);
        can.setWorkspaceSymbolProvider(true);
        can.setDocumentLinkProvider(new DocumentLinkOptions(false));
        can.setFoldingRangeProvider(true);
        can.setCodeActionProvider(new CodeActionOptions(List.of(CodeActionKind.QuickFix, CodeActionKind.SourceFixAll)));
        can.setRenameProvider(new RenameOptions(true));
        can.setWorkspace(new WorkspaceServerCapabilities(folders));
        return can;
    }

    /** Registers for notifications of files that change outside the client. */
    @Override
    public void initialized(InitializedParams params) {
        if (client.watchesFiles()) {
            var watchers = Stream.of("**/content/**", "**/templates/**", "**/content", "**/templates")
                    .map(glob -> new FileSystemWatcher(Either.forLeft(glob)))
                    .toList();
            editor.join()
                    .registerCapability(new RegistrationParams(List.of(new Registration(
                            "waymark-files",
                            "workspace/didChangeWatchedFiles",
                            new DidChangeWatchedFilesRegistrationOptions(watchers)))))
                    .exceptionally(refused -> null);
        }
    }

    @Override
    public CompletableFuture<Object> shutdown() {
        session.shutDown();
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void exit() {
        session.exit();
    }

    @Override
    public TextDocumentService getTextDocumentService() {
        return texts;
    }

    @Override
    public WorkspaceService getWorkspaceService() {
        return workspace;
    }

    ClientFeatures client() {
        return client;
    }

    Translation translation() {
        return new Translation(client);
    }

    Projects projects() {
        return projects;
    }

    Questions questions() {
        return questions;
    }

    void opened(String uri, int version, String text) {
        if (!session.isReady()) {
            return; // the protocol requires dropping messages before the first one
        }
        FileUri.toPath(uri).ifPresent(file -> {
            documents.put(new Documents.Document(uri, file, version, text));
            projects.openFor(file).ifPresent(located -> located.project().changedOnDisk());
        });
    }

    void edited(String uri, int version, String text) {
        FileUri.toPath(uri).ifPresent(file -> {
            documents.put(new Documents.Document(uri, file, version, text));
            projects.locate(file).ifPresent(located -> located.project().changed());
        });
    }

    void closed(String uri) {
        FileUri.toPath(uri).ifPresent(file -> {
            documents.remove(file);
            projects.closeUnused().forEach(publication::clear);
            projects.locate(file).ifPresent(located -> located.project().changedOnDisk());
        });
    }

    void changedOnDisk(List<String> uris) {
        uris.stream()
                .flatMap(uri -> FileUri.toPath(uri).stream())
                .flatMap(file -> projects.all().stream().filter(project -> file.startsWith(project.root())))
                .distinct()
                .forEach(OpenProject::changedOnDisk);
    }

    void foldersChanged(List<WorkspaceFolder> added, List<WorkspaceFolder> removed) {
        folders(removed)
                .flatMap(folder -> projects.removeFolder(folder).stream())
                .forEach(publication::clear);
        folders(added).forEach(projects::addFolder);
    }

    private static Stream<Path> folders(List<WorkspaceFolder> folders) {
        return folders.stream().flatMap(folder -> FileUri.toPath(folder.getUri()).stream());
    }

    /** Forwards the results of checks. */
    private final class Listener implements OpenProject.Listener {
        @Override
        public void checked(OpenProject project, Snapshot snapshot, List<Documents.Document> open) {
            lastFailure = "";
            publication.publish(project, translation(), snapshot, open);
        }

        @Override
        public void failed(OpenProject project, RuntimeException failure) {
            String message = failures.answer(failure).getMessage();
            if (failure instanceof ReadFailure) {
                publication.clear(project);
            }
            if (!message.equals(lastFailure)) {
                lastFailure = message;
                editor.join().showMessage(new MessageParams(MessageType.Error, "Waymark: " + message));
            }
        }
    }
}
