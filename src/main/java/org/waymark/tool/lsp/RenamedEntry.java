package org.waymark.tool.lsp;

import java.util.Optional;
import org.waymark.directory.Entry;
import org.waymark.schema.Id;
import org.waymark.schema.Kind;
import org.waymark.source.Position;
import org.waymark.source.SourceFile;
import org.waymark.source.Span;

/**
 * The entry at a cursor that is to be renamed.
 *
 * @param name its current name: its id, or the term
 * @param span the words at the cursor that refer to it
 */
record RenamedEntry(Kind kind, Id id, String name, Span span) {
    static Optional<RenamedEntry> at(Snapshot snapshot, SourceFile file, Position cursor) {
        return SymbolAtCursor.at(snapshot, file, cursor)
                .filter(SymbolAtCursor.OfEntry.class::isInstance)
                .map(subject -> of(((SymbolAtCursor.OfEntry) subject).entry(), subject.span(), file));
    }

    private static RenamedEntry of(Entry entry, Span span, SourceFile file) {
        boolean isTerm = entry.kind().place() instanceof Kind.YamlList;
        String id = entry.id().value();
        String name = isTerm ? Snapshot.label(entry) : id;
        return new RenamedEntry(entry.kind(), entry.id(), name, idWithin(span, file.text(span), id));
    }

    /** Within a path, only the id. */
    private static Span idWithin(Span span, String text, String id) {
        int at = text.lastIndexOf(id);
        boolean isOneLine = span.startLine() == span.endLine();
        int start = span.startColumn() + at;
        return at < 0 || !isOneLine
                ? span
                : new Span(span.path(), span.startLine(), start, span.startLine(), start + id.length());
    }
}
