package org.waymark.tool.lsp;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.waymark.directory.Entry;
import org.waymark.directory.Term;
import org.waymark.source.Position;
import org.waymark.source.SourceFile;
import org.waymark.source.Span;

/** Finds the glossary term at a cursor in a text: whole words, longest first, singular or plural. */
final class TermAt {
    private TermAt() {}

    static Optional<SymbolAtCursor> find(Snapshot snapshot, SourceFile file, List<Entry> here, Position cursor) {
        boolean isText = here.stream()
                .flatMap(entry -> entry.body().stream())
                .anyMatch(body -> body.start().start().compareTo(cursor) <= 0);
        if (!isText) {
            return Optional.empty();
        }
        record Found(Term term, Span span) {}
        return snapshot.directory().terms().stream()
                .flatMap(term -> names(term)
                        .flatMap(name -> span(file, cursor, name).stream())
                        .map(span -> new Found(term, span)))
                .max(Comparator.comparingInt(
                        found -> found.span().endColumn() - found.span().startColumn()))
                .flatMap(found -> snapshot.entry(
                                found.term().kind(), found.term().id())
                        .map(entry -> new SymbolAtCursor.OfEntry(entry, found.span())));
    }

    private static Stream<String> names(Term term) {
        return Stream.of(Stream.of(term.term()), term.expansion().stream(), term.also().stream())
                .flatMap(names -> names);
    }

    /** The span of a name around a cursor. Names with several capitals are case-sensitive. */
    private static Optional<Span> span(SourceFile file, Position cursor, String name) {
        String line = file.line(cursor.line());
        boolean exact = name.chars().filter(Character::isUpperCase).count() > 1;
        int at = Math.min(cursor.column() - 1, line.length());
        for (int start = Math.max(0, at - name.length() - 1); start <= at; start++) {
            int end = start + name.length();
            if (!line.regionMatches(!exact, start, name, 0, name.length()) || isWord(line, start - 1)) {
                continue;
            }
            if (end < line.length() && line.charAt(end) == 's') {
                end++;
            }
            if (!isWord(line, end) && at <= end) {
                return Optional.of(TextPositions.inLine(file, cursor.line(), start, end));
            }
        }
        return Optional.empty();
    }

    private static boolean isWord(String line, int at) {
        return at >= 0 && at < line.length() && Character.isLetterOrDigit(line.charAt(at));
    }
}
