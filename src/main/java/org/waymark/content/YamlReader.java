package org.waymark.content;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.waymark.diagnostic.Codes;
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
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;

/**
 * Reads YAML token by token, because only there every value still has its text as typed and its place; Jackson's tree
 * loses duplicate keys and takes an alias for its name.
 *
 * <p>YAML gives up at the first mistake. So that an editor sees all mistakes at once, broken text is read again in pieces,
 * one for each line that begins a field or list item at the left margin.
 */
final class YamlReader {
    private static final YAMLFactory YAML = YAMLFactory.builder().build();

    private final SourceFile file;
    /** Where the text begins that is being read. */
    private final int base;

    private final List<Diagnostic> diagnostics = new ArrayList<>();

    private YamlReader(SourceFile file, int base) {
        this.file = file;
        this.base = base;
    }

    /** Reads a part of a file, from offset to offset. No value where the part is empty. */
    static Outcome<Value> read(SourceFile file, int start, int end) {
        var reader = new YamlReader(file, start);
        try {
            Optional<Value> value = reader.parse(file.text().substring(start, end));
            return new Outcome<>(value, reader.diagnostics);
        } catch (JacksonException e) {
            return readInPieces(file, start, end);
        }
    }

    private static Outcome<Value> readInPieces(SourceFile file, int start, int end) {
        var diagnostics = new ArrayList<Diagnostic>();
        var members = new LinkedHashMap<String, Member>();
        var items = new ArrayList<Value>();
        for (Piece piece : Piece.split(file.text(), start, end)) {
            var reader = new YamlReader(file, piece.start());
            try {
                Optional<Value> value = reader.parse(file.text().substring(piece.start(), piece.end()));
                diagnostics.addAll(reader.diagnostics);
                value.ifPresent(v -> collect(v, members, items, diagnostics));
                if (value.filter(Scalar.class::isInstance).isPresent()) {
                    members.putIfAbsent(piece.key(file).text(), new Member(piece.key(file), Optional.empty()));
                }
            } catch (JacksonException e) {
                diagnostics.addAll(reader.diagnostics);
                diagnostics.add(YamlProblem.diagnose(file, piece.start(), piece.end(), e));
                members.putIfAbsent(piece.key(file).text(), new Member(piece.key(file), Optional.empty()));
            }
        }
        Span span = file.span(start, end);
        Value whole = items.isEmpty() ? new Mapping(List.copyOf(members.values()), span) : new Sequence(items, span);
        return Outcome.of(whole, diagnostics);
    }

    private static void collect(
            Value piece, Map<String, Member> members, List<Value> items, List<Diagnostic> diagnostics) {
        if (piece instanceof Mapping mapping) {
            for (Member member : mapping.members()) {
                Member first = members.putIfAbsent(member.key().text(), member);
                if (first != null) {
                    diagnostics.add(duplicate(member.key(), first.key()));
                }
            }
        } else if (piece instanceof Sequence sequence) {
            items.addAll(sequence.items());
        } else {
            diagnostics.add(notAField(piece.span()));
        }
    }

    private Optional<Value> parse(String text) {
        try (var parser = (YAMLParser) YAML.createParser(ObjectReadContext.empty(), text)) {
            JsonToken token = parser.nextToken();
            if (token == null) {
                return Optional.empty();
            }
            Value value = value(parser, token);
            if (parser.nextToken() != null) {
                Span second = here(parser);
                diagnostics.add(Diagnostic.of(
                        Codes.INVALID_YAML,
                        second,
                        "a second document begins here, but a file holds only one",
                        "remove the line `---` above it, or move the rest to a file of its own"));
            }
            return Optional.of(value);
        }
    }

    private Value value(YAMLParser parser, JsonToken token) {
        Span span = here(parser);
        checkAnchor(parser, span);
        return switch (token) {
            case START_OBJECT -> mapping(parser, span);
            case START_ARRAY -> sequence(parser, span);
            default -> new Scalar(token == JsonToken.VALUE_NULL ? "" : parser.getString(), span);
        };
    }

    private Value mapping(YAMLParser parser, Span start) {
        var members = new LinkedHashMap<String, Member>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var key = new Scalar(parser.currentName(), here(parser));
            checkAnchor(parser, key.span());
            Value value = value(parser, parser.nextToken());
            Member first = members.putIfAbsent(key.text(), new Member(key, Optional.of(value)));
            if (first != null) {
                diagnostics.add(duplicate(key, first.key()));
            }
        }
        return new Mapping(List.copyOf(members.values()), until(start, here(parser)));
    }

    private Value sequence(YAMLParser parser, Span start) {
        var items = new ArrayList<Value>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            items.add(value(parser, token));
        }
        return new Sequence(items, until(start, here(parser)));
    }

    private static Diagnostic duplicate(Scalar key, Scalar first) {
        return Diagnostic.of(
                        Codes.DUPLICATE_KEY,
                        key.span(),
                        "`" + key.text() + "` stands here a second time",
                        "keep one of the two")
                .withNote(first.span(), "the first one is here");
    }

    private static Diagnostic notAField(Span span) {
        return Diagnostic.of(
                Codes.INVALID_YAML,
                span,
                "this is not of the form `field: value`",
                "write the name of a field, a colon, a space and its value");
    }

    /** Anchors, aliases and tags make a value depend on another place, or on a type that its text does not show. */
    private void checkAnchor(YAMLParser parser, Span span) {
        char first = charAt(file.offset(span.start()));
        String what = null;
        if (parser.isCurrentAlias() || first == '*') {
            what = "`*` refers to another value (a YAML alias), which is not supported";
        } else if (first == '&') {
            what = "`&` names a value (a YAML anchor), which is not supported";
        } else if (first == '!') {
            what = "`!` gives a value a type (a YAML tag), which is not supported";
        }
        if (what != null) {
            diagnostics.add(Diagnostic.of(
                    Codes.INVALID_YAML,
                    span,
                    what,
                    "write the value itself; put it in quotes if it begins with that sign"));
        }
    }

    private char charAt(int offset) {
        return offset < file.text().length() ? file.text().charAt(offset) : '\n';
    }

    /** The place of the current token, without line ends behind it. */
    private Span here(YAMLParser parser) {
        int start = offset(parser.currentTokenLocation().getCharOffset());
        int end = Math.max(start, offset(parser.currentLocation().getCharOffset()));
        while (end > start && charAt(end - 1) <= ' ') {
            end--;
        }
        return file.span(start, end);
    }

    private int offset(long codePoints) {
        return file.offsetByCodePoints(base, (int) codePoints);
    }

    private static Span until(Span start, Span end) {
        return end.end().compareTo(start.start()) < 0 ? start : new Span(start.path(), start.start(), end.end());
    }

    /** A field or list item that begins at the left margin, with the indented lines below it. */
    private record Piece(int start, int end) {
        static List<Piece> split(String text, int start, int end) {
            var pieces = new ArrayList<Piece>();
            boolean list = text.startsWith("- ", start);
            int pieceStart = start;
            int lineStart = start;
            while (lineStart < end) {
                char first = text.charAt(lineStart);
                boolean begins = first > ' ' && first != '#' && (list || first != '-');
                if (begins && lineStart > pieceStart) {
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

        /** The name of the field, as far as it can be told from text that is not YAML: its first word. */
        Scalar key(SourceFile file) {
            int wordEnd = start;
            while (wordEnd < end && ": \n\t".indexOf(file.text().charAt(wordEnd)) < 0) {
                wordEnd++;
            }
            return new Scalar(file.text().substring(start, wordEnd), file.span(start, wordEnd));
        }
    }
}
