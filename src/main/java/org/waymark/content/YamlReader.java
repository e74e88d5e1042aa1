package org.waymark.content;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
 * loses duplicate keys and takes an alias for its name. What is not YAML is left to {@link YamlPieces}.
 */
final class YamlReader {
    private static final YAMLFactory YAML = YAMLFactory.builder().build();
    /** The length of {@code ---} and {@code ...}, which end a document. */
    private static final int MARKER = 3;

    /** What YAML's core schema takes for nothing. Nobody wants to read it on a page. */
    private static final Pattern NULL = Pattern.compile("~|null|Null|NULL");

    private static final Pattern LATER_ITEM = Pattern.compile("\\n *(- )");

    private final YamlRepair repair;
    private final SourceFile file;
    /** Where the text begins that is being read. */
    private final int base;

    private final List<Diagnostic> diagnostics = new ArrayList<>();

    YamlReader(YamlRepair repair, int base) {
        this.repair = repair;
        this.file = repair.file();
        this.base = base;
    }

    List<Diagnostic> diagnostics() {
        return diagnostics;
    }

    /** Reads a part of a file, from offset to offset. No value where the part is empty. */
    static Outcome<Value> read(SourceFile file, int start, int end) {
        OptionalInt second = secondDocument(file.text(), start, end);
        if (second.isEmpty()) {
            return readDocument(file, start, end);
        }
        int at = second.getAsInt();
        Outcome<Value> first = readDocument(file, start, at);
        var diagnostics = new ArrayList<>(first.diagnostics());
        diagnostics.add(Diagnostic.of(
                Codes.INVALID_YAML,
                file.span(at, at + MARKER),
                "a second document begins here, but a file holds only one",
                "remove this line, or move the rest to a file of its own"));
        return new Outcome<>(first.value(), diagnostics);
    }

    /** Where a line that ends a document stands below the content of the first (YAML 1.2, section 9.1). */
    private static OptionalInt secondDocument(String text, int start, int end) {
        boolean content = false;
        int line = start;
        while (line < end) {
            boolean marker = (text.startsWith("---", line) || text.startsWith("...", line))
                    && (line + MARKER >= end || text.charAt(line + MARKER) <= ' ');
            if (content && marker && (text.charAt(line) == '-' || !isBlank(text, line + MARKER, end))) {
                return OptionalInt.of(line);
            }
            int next = text.indexOf('\n', line);
            next = next < 0 || next >= end ? end : next + 1;
            content |= !marker && "#%".indexOf(text.charAt(line)) < 0 && !isBlank(text, line, next);
            line = next;
        }
        return OptionalInt.empty();
    }

    private static boolean isBlank(String text, int start, int end) {
        return start >= end || text.substring(start, end).isBlank();
    }

    private static Outcome<Value> readDocument(SourceFile file, int start, int end) {
        var reader = new YamlReader(new YamlRepair(file, end), start);
        try {
            Optional<Value> value = reader.parse(end);
            boolean isField = value.filter(Scalar.class::isInstance).isEmpty();
            return isField ? new Outcome<>(value, reader.diagnostics) : YamlPieces.read(file, start, end);
        } catch (JacksonException e) {
            Outcome<Value> pieces = YamlPieces.read(file, start, end);
            return pieces.diagnostics().isEmpty()
                    ? new Outcome<>(pieces.value(), List.of(YamlProblem.diagnose(file, start, end, e)))
                    : pieces;
        }
    }

    /** @throws JacksonException where the text is not YAML */
    Optional<Value> parse(int end) {
        String text = file.text().substring(base, end);
        try (var parser = (YAMLParser) YAML.createParser(ObjectReadContext.empty(), text)) {
            JsonToken token = parser.nextToken();
            if (token == null) {
                return Optional.empty();
            }
            Optional<Value> value = value(parser, token);
            JsonToken next = parser.nextToken();
            return next == null ? value : value(parser, next); // the first document was empty
        }
    }

    /** No value where the text is broken or has one that is not taken, which is reported. */
    private Optional<Value> value(YAMLParser parser, JsonToken token) {
        Span span = here(parser);
        boolean plain = isPlain(span);
        return switch (token) {
            case START_OBJECT -> Optional.of(mapping(parser, span));
            case START_ARRAY -> sequence(parser, span);
            default -> plain ? scalar(parser, token, span) : Optional.empty();
        };
    }

    private Optional<Value> scalar(YAMLParser parser, JsonToken token, Span span) {
        boolean isNull = token == JsonToken.VALUE_NULL
                || NULL.matcher(file.text())
                        .region(file.offset(span.start()), file.offset(span.end()))
                        .matches();
        var scalar = new Scalar(isNull ? "" : parser.getString(), span);
        int line = span.start().line();
        if (scalar.text().isBlank() && (repair.isBroken(line) || repair.isBroken(line + 1))) {
            return Optional.empty(); // there was a value
        }
        Optional<Diagnostic> item = itemWithin(scalar);
        item.ifPresent(diagnostics::add);
        return item.isEmpty() ? Optional.of(scalar) : Optional.empty();
    }

    /** A line of a plain value that begins with a dash was meant as a list item; it, or the first line, is written wrongly. */
    private Optional<Diagnostic> itemWithin(Scalar scalar) {
        int start = file.offset(scalar.span().start());
        if (!scalar.text().contains(" - ") || "'\"|>".indexOf(charAt(start)) >= 0) {
            return Optional.empty();
        }
        Matcher item = LATER_ITEM
                .matcher(file.text())
                .region(start, file.offset(scalar.span().end()));
        if (!item.find()) {
            return Optional.empty();
        }
        return Optional.of(
                charAt(start) == '-'
                        ? YamlProblem.notAField(file, start)
                        : YamlProblem.indentation(file, item.start(1)));
    }

    private Mapping mapping(YAMLParser parser, Span start) {
        var members = new LinkedHashMap<String, Member>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var key = new Scalar(parser.currentName(), here(parser));
            boolean plain = isPlain(key.span());
            int found = diagnostics.size();
            Optional<Value> value = value(parser, parser.nextToken());
            if (!plain) {
                diagnostics.subList(found, diagnostics.size()).clear();
            }
            Member first = members.putIfAbsent(key.text(), new Member(key, value.filter(v -> plain)));
            if (first != null && value.isPresent()) {
                diagnostics.add(duplicate(key, first.key()));
            }
        }
        Span end = here(parser);
        repair.takeLost(file.offset(start.start()), file.offset(end.start()))
                .forEach(key -> members.putIfAbsent(key.text(), new Member(key, Optional.empty())));
        return new Mapping(List.copyOf(members.values()), until(start, end));
    }

    /** Without the items that are not taken; no value where none is left. */
    private Optional<Value> sequence(YAMLParser parser, Span start) {
        var items = new ArrayList<Value>();
        boolean complete = true;
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            Optional<Value> item = value(parser, token);
            complete &= item.isPresent();
            item.ifPresent(items::add);
        }
        return complete || !items.isEmpty()
                ? Optional.of(new Sequence(items, until(start, here(parser))))
                : Optional.empty();
    }

    static Diagnostic duplicate(Scalar key, Scalar first) {
        return Diagnostic.of(
                        Codes.DUPLICATE_KEY,
                        key.span(),
                        "`" + key.text() + "` stands here a second time",
                        "keep one of the two")
                .withNote(first.span(), "the first one is here");
    }

    /** Whether the value stands there itself, and not by way of an anchor, alias or tag. */
    private boolean isPlain(Span span) {
        int start = file.offset(span.start());
        if (span.start().equals(span.end()) || "&*!<".indexOf(charAt(start)) < 0) {
            return true;
        }
        Optional<Diagnostic> problem = YamlProblem.indirection(file, start);
        problem.ifPresent(diagnostics::add);
        return problem.isEmpty();
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

    /** From one place to another, without line ends before that. */
    private Span until(Span start, Span end) {
        int from = file.offset(start.start());
        int to = Math.max(from, file.offset(end.end()));
        while (to > from && charAt(to - 1) <= ' ') {
            to--;
        }
        return file.span(from, to);
    }
}
