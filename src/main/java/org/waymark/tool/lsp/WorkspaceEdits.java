package org.waymark.tool.lsp;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.CreateFile;
import org.eclipse.lsp4j.DeleteFile;
import org.eclipse.lsp4j.RenameFile;
import org.eclipse.lsp4j.ResourceOperation;
import org.eclipse.lsp4j.ResourceOperationKind;
import org.eclipse.lsp4j.SnippetTextEdit;
import org.eclipse.lsp4j.TextDocumentEdit;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.waymark.source.Edit;
import org.waymark.source.FileChange;
import org.waymark.source.Span;

/** Sends file changes to the client, which applies them so that they can be undone there. */
final class WorkspaceEdits {
    private final OpenProject project;
    private final ClientFeatures client;

    WorkspaceEdits(OpenProject project, ClientFeatures client) {
        this.project = project;
        this.client = client;
    }

    /** Edits of any files. */
    WorkspaceEdit ofEdits(List<Edit> edits) {
        var byPath = new LinkedHashMap<String, List<Edit>>();
        edits.forEach(edit -> byPath.computeIfAbsent(edit.span().path(), path -> new ArrayList<>())
                .add(edit));
        return of(byPath.entrySet().stream()
                        .<FileChange>map(
                                entry -> new FileChange.Revision(entry.getKey(), entry.getKey(), entry.getValue()))
                        .toList())
                .orElseThrow();
    }

    /** Empty if the client does not support an operation, such as renaming a file. */
    Optional<WorkspaceEdit> of(List<FileChange> changes) {
        if (!changes.stream().allMatch(this::isPossible)) {
            return Optional.empty();
        }
        return Optional.of(client.documentChanges() ? new WorkspaceEdit(steps(changes)) : plain(changes));
    }

    private boolean isPossible(FileChange change) {
        if (change instanceof FileChange.Creation) {
            return can(ResourceOperationKind.Create);
        }
        if (change instanceof FileChange.Removal) {
            return can(ResourceOperationKind.Delete);
        }
        return !isMove(change) || can(ResourceOperationKind.Rename);
    }

    private boolean can(String operation) {
        return client.documentChanges() && client.operations().contains(operation);
    }

    private static boolean isMove(FileChange change) {
        return change instanceof FileChange.Revision revision
                && !revision.path().equals(revision.newPath());
    }

    /** Text edits first, then file operations, so each edit finds its file at the old path. */
    private List<Either<TextDocumentEdit, ResourceOperation>> steps(List<FileChange> changes) {
        var texts = new ArrayList<Either<TextDocumentEdit, ResourceOperation>>();
        var files = new ArrayList<Either<TextDocumentEdit, ResourceOperation>>();
        for (FileChange change : changes) {
            String uri = project.uri(change.path());
            if (change instanceof FileChange.Creation creation) {
                texts.add(Either.forRight(new CreateFile(uri)));
                Span start = Span.startOf(creation.path());
                texts.add(text(creation.path(), List.of(new Edit(start, creation.text()))));
            } else if (change instanceof FileChange.Revision revision) {
                if (!revision.edits().isEmpty()) {
                    texts.add(text(revision.path(), revision.edits()));
                }
                if (isMove(change)) {
                    files.add(Either.forRight(new RenameFile(uri, project.uri(revision.newPath()))));
                }
            } else {
                files.add(Either.forRight(new DeleteFile(uri)));
            }
        }
        texts.addAll(files);
        return texts;
    }

    private Either<TextDocumentEdit, ResourceOperation> text(String path, List<Edit> edits) {
        var document = new VersionedTextDocumentIdentifier(
                project.uri(path),
                project.open(path).map(Documents.Document::version).orElse(null));
        List<Either<TextEdit, SnippetTextEdit>> all = Translation.edits(edits).stream()
                .map(Either::<TextEdit, SnippetTextEdit>forLeft)
                .toList();
        return Either.forLeft(new TextDocumentEdit(document, all));
    }

    private WorkspaceEdit plain(List<FileChange> changes) {
        var edits = new LinkedHashMap<String, List<TextEdit>>();
        for (FileChange change : changes) {
            if (change instanceof FileChange.Revision revision) {
                edits.put(project.uri(revision.path()), Translation.edits(revision.edits()));
            }
        }
        return new WorkspaceEdit(edits);
    }
}
