package org.waymark.content;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.Outcome;
import org.waymark.source.SourceFile;
import org.waymark.source.Span;
import org.waymark.source.Value;
import org.waymark.source.Value.Mapping;
import org.waymark.source.Value.Member;
import org.waymark.source.Value.Scalar;
import org.waymark.source.Value.Sequence;
import tools.jackson.core.JacksonException;

/**
 * Reads broken YAML. A parser gives up at the first mistake. So that an editor sees all mistakes at once, the text is read
 * in pieces, one for each line that begins a field or list item at the left margin, and each without what is broken in it.
 */
final class YamlPieces {
    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private final Map<String, Member> members = new LinkedHashMap<>();
    private final List<Value> items = new ArrayList<>();
    private Optional<Scalar> last = Optional.empty();

    private YamlPieces() {}

    /** Reads what can be read between two offsets, and reports the rest. */
    static Outcome<Value> read(SourceFile file, int start, int end) {
        var found = new YamlPieces();
        for (Piece piece : Piece.split(file.text(), start, end)) {
            found.add(file, piece);
        }
        Span span = file.span(start, end);
        Value whole = found.items.isEmpty()
                ? new Mapping(List.copyOf(found.members.values()), span)
                : new Sequence(found.items, span);
        return Outcome.of(whole, found.diagnostics);
    }

    private void add(SourceFile file, Piece piece) {
        var repair = new YamlRepair(file, piece.end());
        Optional<Value> value = read(repair, piece);
        if (value.isPresent() && value.get() instanceof Mapping mapping) {
            mapping.members().forEach(this::add);
        } else if (value.isPresent() && value.get() instanceof Sequence sequence) {
            items.addAll(sequence.items());
        } else if (value.isPresent()) {
            diagnostics.add(YamlProblem.notAField(file, piece.start()));
            // A text at the margin may be the value of the field above it.
            last.ifPresent(key -> members.put(key.text(), new Member(key, Optional.empty())));
            addBroken(YamlRepair.name(file, piece.start(), piece.end()));
        }
        repair.takeLost(piece.start(), piece.end()).forEach(this::addBroken);
    }

    private void add(Member member) {
        Member first = members.putIfAbsent(member.key().text(), member);
        if (first != null && member.value().isPresent()) {
            diagnostics.add(YamlReader.duplicate(member.key(), first.key()));
        }
        boolean isEmpty = member.value()
                .filter(value -> value instanceof Scalar scalar && scalar.text().isBlank())
                .isPresent();
        last = isEmpty && first == null ? Optional.of(member.key()) : Optional.empty();
    }

    private void addBroken(Scalar key) {
        members.putIfAbsent(key.text(), new Member(key, Optional.empty()));
        last = Optional.empty();
    }

    /** Reads a piece again and again, each time without what stopped the parser. */
    private Optional<Value> read(YamlRepair repair, Piece piece) {
        while (true) {
            var reader = new YamlReader(repair, piece.start());
            try {
                Optional<Value> value = reader.parse(piece.end());
                diagnostics.addAll(reader.diagnostics());
                return value;
            } catch (JacksonException e) {
                Diagnostic problem = YamlProblem.diagnose(repair.file(), piece.start(), piece.end(), e);
                int line = problem.span().start().line();
                if (!repair.isBroken(line)) {
                    diagnostics.add(problem);
                }
                if (!repair.takeOut(line)) {
                    return Optional.empty();
                }
            }
        }
    }

    /** A field or list item that begins at the left margin, with the indented lines below it. */
    private record Piece(int start, int end) {
        static List<Piece> split(String text, int start, int end) {
            var pieces = new ArrayList<Piece>();
            boolean isFirst = true;
            boolean isList = false;
            int pieceStart = start;
            int lineStart = start;
            while (lineStart < end) {
                char first = text.charAt(lineStart);
                boolean isItem = text.startsWith("- ", lineStart) || text.startsWith("-\n", lineStart);
                boolean begins = first > ' ' && "#]}".indexOf(first) < 0 && (first != '-' || isItem || isList);
                isList |= isFirst && isItem;
                isFirst &= !begins;
                if (begins && (isList || !isItem) && lineStart > pieceStart) {
                    pieces.add(new Piece(pieceStart, lineStart));
                    pieceStart = lineStart;
                }
                int lineEnd = text.indexOf('\n', lineStart);
                lineStart = lineEnd < 0 || lineEnd >= end ? end : lineEnd + 1;
            }
            if (pieceStart < end) {
                pieces.add(new Piece(pieceStart, end));
            }
            return pieces;
        }
    }
}
