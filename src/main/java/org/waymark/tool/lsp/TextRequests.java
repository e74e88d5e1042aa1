package org.waymark.tool.lsp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionList;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DidSaveTextDocumentParams;
import org.eclipse.lsp4j.DocumentLink;
import org.eclipse.lsp4j.DocumentLinkParams;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.FoldingRange;
import org.eclipse.lsp4j.FoldingRangeRequestParams;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.LocationLink;
import org.eclipse.lsp4j.PrepareRenameDefaultBehavior;
import org.eclipse.lsp4j.PrepareRenameParams;
import org.eclipse.lsp4j.PrepareRenameResult;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.ReferenceParams;
import org.eclipse.lsp4j.RenameParams;
import org.eclipse.lsp4j.SymbolInformation;
import org.eclipse.lsp4j.TextDocumentPositionParams;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.jsonrpc.messages.Either3;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.waymark.diagnostic.Fix;
import org.waymark.source.FileChange;
import org.waymark.source.Position;
import org.waymark.source.Span;
import org.waymark.tool.edit.Rename;
import org.waymark.tool.lsp.Questions.About;

/** The requests of the protocol about one text: only translates, and delegates to other classes. */
@SuppressWarnings("NullAway") // in the protocol, null means that there is nothing to return
final class TextRequests implements TextDocumentService {
    private final Server server;

    TextRequests(Server server) {
        this.server = server;
    }

    @Override
    public void didOpen(DidOpenTextDocumentParams params) {
        var text = params.getTextDocument();
        server.opened(text.getUri(), text.getVersion(), text.getText());
    }

    @Override
    public void didChange(DidChangeTextDocumentParams params) {
        var text = params.getTextDocument();
        var changes = params.getContentChanges();
        if (!changes.isEmpty()) {
            // Each change contains the whole text, as the server has requested.
            server.edited(
                    text.getUri(),
                    text.getVersion() == null ? 0 : text.getVersion(),
                    changes.get(changes.size() - 1).getText());
        }
    }

    @Override
    public void didClose(DidCloseTextDocumentParams params) {
        server.closed(params.getTextDocument().getUri());
    }

    @Override
    public void didSave(DidSaveTextDocumentParams params) {
        server.changedOnDisk(List.of(params.getTextDocument().getUri()));
    }

    @Override
    public CompletableFuture<Either<List<CompletionItem>, CompletionList>> completion(CompletionParams params) {
        return atOnce(params, Either.forRight(new CompletionList()), (about, cursor) -> {
            Completion found = Completion.at(about.snapshot(), about.file(), cursor);
            List<CompletionItem> items = IntStream.range(0, found.proposals().size())
                    .mapToObj(i -> server.translation().item(found.proposals().get(i), i))
                    .toList();
            return Either.forRight(new CompletionList(found.isCut(), items));
        });
    }

    @Override
    public CompletableFuture<Hover> hover(HoverParams params) {
        return atOnce(
                params,
                null,
                (about, cursor) -> HoverText.at(about.snapshot(), about.file(), cursor)
                        .map(found ->
                                new Hover(server.translation().help(found.text()), Translation.range(found.span())))
                        .orElse(null));
    }

    @Override
    public CompletableFuture<Either<List<? extends Location>, List<? extends LocationLink>>> definition(
            DefinitionParams params) {
        return atOnce(params, Either.forLeft(List.of()), (about, cursor) -> {
            List<SymbolAtCursor> found = SymbolAtCursor.declared(about.snapshot(), about.file(), cursor).stream()
                    .toList();
            return server.client().locationLinks()
                    ? Either.forRight(found.stream()
                            .map(subject -> link(about.project(), subject))
                            .toList())
                    : Either.forLeft(found.stream()
                            .map(subject -> Translation.location(about.project(), subject.place()))
                            .toList());
        });
    }

    private static LocationLink link(OpenProject project, SymbolAtCursor subject) {
        Range range = Translation.range(subject.place());
        return new LocationLink(project.uri(subject.place().path()), range, range, Translation.range(subject.span()));
    }

    @Override
    public CompletableFuture<List<? extends Location>> references(ReferenceParams params) {
        boolean withItself = params.getContext() != null && params.getContext().isIncludeDeclaration();
        return exactly(
                params,
                List.of(),
                (about, cursor) -> SymbolAtCursor.at(about.snapshot(), about.file(), cursor).stream()
                        .flatMap(subject -> Occurrences.of(about.snapshot(), subject, withItself).stream())
                        .map(span -> Translation.location(about.project(), span))
                        .toList());
    }

    @Override
    public CompletableFuture<List<Either<SymbolInformation, DocumentSymbol>>> documentSymbol(
            DocumentSymbolParams params) {
        String uri = params.getTextDocument().getUri();
        return server.questions().atOnce(uri, List.of(), about -> {
            List<Outline> parts = Outline.of(about.snapshot(), about.file());
            return server.client().nestedSymbols()
                    ? parts.stream()
                            .map(part -> Either.<SymbolInformation, DocumentSymbol>forRight(Translation.symbol(part)))
                            .toList()
                    : Outline.flattened(parts).stream()
                            .map(part -> Either.<SymbolInformation, DocumentSymbol>forLeft(flat(about.project(), part)))
                            .toList();
        });
    }

    @SuppressWarnings("deprecation") // for clients that support no other form
    private static SymbolInformation flat(OpenProject project, Outline part) {
        return new SymbolInformation(
                part.label(), Translation.kind(part.sort()), Translation.location(project, part.whole()));
    }

    @Override
    public CompletableFuture<List<FoldingRange>> foldingRange(FoldingRangeRequestParams params) {
        return server.questions()
                .atOnce(
                        params.getTextDocument().getUri(),
                        List.of(),
                        about -> Folds.of(about.snapshot(), about.file()).stream()
                                .map(fold -> new FoldingRange(fold.startLine() - 1, fold.endLine() - 1))
                                .toList());
    }

    @Override
    public CompletableFuture<List<DocumentLink>> documentLink(DocumentLinkParams params) {
        return server.questions()
                .atOnce(
                        params.getTextDocument().getUri(),
                        List.of(),
                        about -> about.snapshot().read(about.file()).stream()
                                .flatMap(document -> Occurrences.destinations(about.snapshot(), document))
                                .map(target -> new DocumentLink(
                                        Translation.range(target.span()),
                                        about.project().uri(target.place().path())))
                                .toList());
    }

    @Override
    public CompletableFuture<List<Either<Command, CodeAction>>> codeAction(CodeActionParams params) {
        String uri = params.getTextDocument().getUri();
        var only = Optional.ofNullable(params.getContext()).map(context -> context.getOnly());
        if (!server.client().codeActions()) {
            return CompletableFuture.completedFuture(List.of());
        }
        return server.questions().exactly(uri, List.of(), about -> {
            Span span = Translation.span(about.file().path(), params.getRange());
            var actions = new ArrayList<CodeAction>();
            if (wants(only, CodeActionKind.QuickFix)) {
                QuickFix.at(about.snapshot(), span).forEach(quick -> {
                    CodeAction action = action(about, quick.fix(), CodeActionKind.QuickFix);
                    action.setDiagnostics(List.of(server.translation().diagnostic(about.project(), quick.finding())));
                    action.setIsPreferred(quick.fix().isCertain());
                    actions.add(action);
                });
            }
            if (wants(only, CodeActionKind.SourceFixAll)) {
                QuickFix.allCertain(about.snapshot(), about.file().path())
                        .map(fix -> action(about, fix, CodeActionKind.SourceFixAll))
                        .ifPresent(actions::add);
            }
            return actions.stream().map(Either::<Command, CodeAction>forRight).toList();
        });
    }

    /** Whether a client that requests only some kinds wants this one; kinds go from general to specific. */
    private static boolean wants(Optional<List<String>> only, String kind) {
        return only.isEmpty()
                || only.get().stream().anyMatch(asked -> asked.isEmpty() || (kind + ".").startsWith(asked + "."));
    }

    private CodeAction action(About about, Fix fix, String kind) {
        var action = new CodeAction(fix.title());
        action.setKind(kind);
        action.setEdit(new WorkspaceEdits(about.project(), server.client()).ofEdits(fix.edits()));
        return action;
    }

    @Override
    public CompletableFuture<Either3<Range, PrepareRenameResult, PrepareRenameDefaultBehavior>> prepareRename(
            PrepareRenameParams params) {
        return exactly(
                params,
                null,
                (about, cursor) -> RenamedEntry.at(about.snapshot(), about.file(), cursor)
                        .map(entry -> prepared(entry.span(), entry.name()))
                        .or(() -> RenamedPart.at(about.snapshot(), about.file(), cursor)
                                .map(part -> prepared(part.span(), part.name())))
                        .orElse(null));
    }

    private static Either3<Range, PrepareRenameResult, PrepareRenameDefaultBehavior> prepared(Span span, String name) {
        return Either3.forSecond(new PrepareRenameResult(Translation.range(span), name));
    }

    @Override
    public CompletableFuture<WorkspaceEdit> rename(RenameParams params) {
        return exactly(params, null, (about, cursor) -> {
            if (about.snapshot().isStale()) {
                throw Failures.refusal(
                        ResponseErrorCode.RequestFailed,
                        "files in `content/shape` have errors, so entries cannot be read; fix these first");
            }
            List<FileChange> changes = RenamedEntry.at(about.snapshot(), about.file(), cursor)
                    .map(entry -> Rename.of(
                            about.snapshot().directory(),
                            about.snapshot().project(),
                            entry.kind(),
                            entry.id(),
                            params.getNewName()))
                    .or(() -> RenamedPart.at(about.snapshot(), about.file(), cursor)
                            .map(part -> renamed(about, part, params.getNewName())))
                    .orElseThrow(() -> Failures.refusal(
                            ResponseErrorCode.RequestFailed,
                            RenamedPart.refusal(about.snapshot(), about.file(), cursor)
                                    .orElse("put the cursor on a reference, a link, the name of an entry, a field, a"
                                            + " choice or a kind to rename it")));
            return new WorkspaceEdits(about.project(), server.client())
                    .of(changes)
                    .orElseThrow(() -> Failures.refusal(
                            ResponseErrorCode.RequestFailed,
                            "this editor cannot rename files; use `waymark rename` instead"));
        });
    }

    /** The changes to another name of a part of the shape, if the directory is as sound with them as without. */
    private static List<FileChange> renamed(About about, RenamedPart part, String name) {
        List<FileChange> changes = part.change().to(about.snapshot(), name).changes();
        about.project().proof(about.snapshot().project(), changes).obstacles().stream()
                .findFirst()
                .ifPresent(obstacle -> {
                    throw Failures.refusal(
                            ResponseErrorCode.RequestFailed,
                            "the directory would then have errors: " + obstacle.span() + ": " + obstacle.message());
                });
        return changes;
    }

    private <T> CompletableFuture<T> atOnce(
            TextDocumentPositionParams params, T none, BiFunction<About, Position, T> answer) {
        var cursor = Translation.position(params.getPosition());
        return server.questions().atOnce(params.getTextDocument().getUri(), none, about -> answer.apply(about, cursor));
    }

    private <T> CompletableFuture<T> exactly(
            TextDocumentPositionParams params, T none, BiFunction<About, Position, T> answer) {
        var cursor = Translation.position(params.getPosition());
        return server.questions()
                .exactly(params.getTextDocument().getUri(), none, about -> answer.apply(about, cursor));
    }
}
