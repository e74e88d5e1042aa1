package org.waymark.tool.lsp;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionItemKind;
import org.eclipse.lsp4j.CompletionItemLabelDetails;
import org.eclipse.lsp4j.DiagnosticRelatedInformation;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.DiagnosticTag;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.InsertTextFormat;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.SymbolKind;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.source.Edit;
import org.waymark.source.Position;
import org.waymark.source.Span;
import org.waymark.tool.lsp.CompletionProposal.Sort;

/** Translates the results of other classes to the protocol, which counts lines and columns from 0. */
final class Translation {
    private static final Map<Sort, CompletionItemKind> KINDS = Map.of(
            Sort.FIELD, CompletionItemKind.Property,
            Sort.REFERENCE, CompletionItemKind.Reference,
            Sort.CHOICE, CompletionItemKind.EnumMember,
            Sort.DATE, CompletionItemKind.Value,
            Sort.FILE, CompletionItemKind.File,
            Sort.HEADING, CompletionItemKind.Reference,
            Sort.TERM, CompletionItemKind.Text,
            Sort.IMAGE, CompletionItemKind.File,
            Sort.TEMPLATE, CompletionItemKind.Snippet);

    private static final int FARTHEST = 1 << 30;

    private final ClientFeatures client;

    Translation(ClientFeatures client) {
        this.client = client;
    }

    static Position position(org.eclipse.lsp4j.Position position) {
        return new Position(fromOne(position.getLine()), fromOne(position.getCharacter()));
    }

    /** A client may send any number; anything far beyond the end of every file means its end. */
    private static int fromOne(int fromZero) {
        return Math.max(0, Math.min(fromZero, FARTHEST)) + 1;
    }

    static org.eclipse.lsp4j.Position position(Position position) {
        return new org.eclipse.lsp4j.Position(position.line() - 1, position.column() - 1);
    }

    static Range range(Span span) {
        return new Range(position(span.start()), position(span.end()));
    }

    static Span span(String path, Range range) {
        Position start = position(range.getStart());
        Position end = position(range.getEnd());
        return start.compareTo(end) <= 0 ? new Span(path, start, end) : new Span(path, end, start);
    }

    static Location location(OpenProject project, Span span) {
        return new Location(project.uri(span.path()), range(span));
    }

    static List<TextEdit> edits(Collection<Edit> edits) {
        return edits.stream()
                .map(edit -> new TextEdit(range(edit.span()), edit.text()))
                .toList();
    }

    /** A finding, with its help below the message, since the protocol has no field for it. */
    org.eclipse.lsp4j.Diagnostic diagnostic(OpenProject project, Diagnostic finding) {
        var message = new StringBuilder(finding.message());
        finding.help().ifPresent(help -> message.append("\nhelp: ").append(help));
        var diagnostic = new org.eclipse.lsp4j.Diagnostic();
        if (client.relatedInformation()) {
            diagnostic.setRelatedInformation(
                    finding.notes().isEmpty()
                            ? null
                            : finding.notes().stream()
                                    .map(note -> new DiagnosticRelatedInformation(
                                            location(project, note.span()), note.message()))
                                    .toList());
        } else {
            finding.notes()
                    .forEach(note -> message.append("\nnote: ")
                            .append(note.message())
                            .append(" (")
                            .append(note.span())
                            .append(')'));
        }
        diagnostic.setRange(range(finding.span()));
        diagnostic.setSeverity(finding.isError() ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning);
        diagnostic.setCode(finding.code().name());
        diagnostic.setSource("waymark");
        diagnostic.setMessage(message.toString());
        if (client.diagnosticTags() && finding.code().equals(Codes.UNUSED_ALLOW)) {
            diagnostic.setTags(List.of(DiagnosticTag.Unnecessary));
        }
        return diagnostic;
    }

    CompletionItem item(CompletionProposal proposal, int number) {
        var item = new CompletionItem(proposal.label());
        item.setKind(KINDS.get(proposal.sort()));
        if (client.labelDetails()) {
            var details = new CompletionItemLabelDetails();
            details.setDescription(proposal.detail());
            item.setLabelDetails(details);
        } else {
            item.setDetail(proposal.detail());
        }
        if (!proposal.doc().isEmpty()) {
            item.setDocumentation(help(proposal.doc()));
        }
        item.setFilterText(proposal.filter());
        item.setSortText(String.valueOf(10_000 + number));
        item.setInsertTextFormat(client.snippets() ? InsertTextFormat.Snippet : InsertTextFormat.PlainText);
        item.setTextEdit(Either.forLeft(
                new TextEdit(range(proposal.replaced()), client.snippets() ? proposal.snippet() : proposal.text())));
        return item;
    }

    MarkupContent help(String markdown) {
        return client.markdownHelp()
                ? new MarkupContent(MarkupKind.MARKDOWN, markdown)
                : new MarkupContent(
                        MarkupKind.PLAINTEXT, markdown.replace("**", "").replace("`", ""));
    }

    static DocumentSymbol symbol(Outline part) {
        var symbol = new DocumentSymbol(
                part.label(), kind(part.sort()), range(part.whole()), range(part.name()), part.detail());
        symbol.setChildren(part.parts().stream().map(Translation::symbol).toList());
        return symbol;
    }

    static SymbolKind kind(Outline.Sort sort) {
        return switch (sort) {
            case FIELD -> SymbolKind.Field;
            case HEADING -> SymbolKind.String;
            case ENTRY -> SymbolKind.Constant;
        };
    }
}
