package org.waymark.tool.lsp;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.waymark.schema.Kind;
import org.waymark.source.Position;
import org.waymark.source.SourceFile;
import org.waymark.tool.lsp.CompletionProposal.Sort;

/**
 * Completion proposals at a position.
 *
 * @param isCut whether more proposals will appear after more typing
 */
record Completion(List<CompletionProposal> proposals, boolean isCut) {
    /** More than anyone reads, but few enough for clients to sort instantly. */
    private static final int MOST = 400;

    Completion {
        proposals = List.copyOf(proposals);
    }

    static Completion at(Snapshot snapshot, SourceFile file, Position position) {
        return snapshot.kindOf(file)
                .map(kind -> of(proposals(snapshot, file, kind, position), file, position))
                .orElse(new Completion(List.of(), false));
    }

    private static Stream<CompletionProposal> proposals(
            Snapshot snapshot, SourceFile file, Kind kind, Position position) {
        if (kind.place().hasBody() && file.text().isBlank()) {
            return Stream.of(newEntry(snapshot, file, kind));
        }
        FieldLines lines = FieldLines.of(file, kind);
        if (lines.contains(position.line())) {
            Optional<LabelPlaceholder> place = LabelPlaceholder.at(file, kind, position);
            if (place.isPresent()) {
                return place.get().proposals();
            }
            Optional<FieldCursor> cursor = FieldCursor.at(file, lines, position);
            return cursor.stream().flatMap(found -> FieldCompletion.at(snapshot, file, kind, found));
        }
        boolean isText = kind.place().hasBody() && position.line() > lines.last();
        return isText ? LinkCompletion.at(snapshot, file, position) : Stream.of();
    }

    private static Completion of(Stream<CompletionProposal> all, SourceFile file, Position position) {
        int cursor = file.offset(position);
        List<CompletionProposal> matching = all.filter(proposal -> proposal.matches(file.text()
                        .substring(
                                Math.min(cursor, file.offset(proposal.replaced().start())), cursor)))
                .limit(MOST + 1L)
                .toList();
        boolean isCut = matching.size() > MOST;
        return new Completion(isCut ? matching.subList(0, MOST) : matching, isCut);
    }

    /** A whole entry for an empty file. */
    private static CompletionProposal newEntry(Snapshot snapshot, SourceFile file, Kind kind) {
        var today = snapshot.directory().asOf();
        return new CompletionProposal(
                Sort.TEMPLATE,
                "---",
                "a new " + kind.noun().one(),
                "The fields that " + kind.phrase() + " needs.",
                Snippet.entry(kind.fields(), today, false),
                Snippet.entry(kind.fields(), today, true),
                "--- " + kind.name(),
                file.span(0, file.text().length()));
    }
}
