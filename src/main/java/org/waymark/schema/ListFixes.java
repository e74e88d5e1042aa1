package org.waymark.schema;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.Fix;
import org.waymark.diagnostic.Outcome;
import org.waymark.source.Edit;
import org.waymark.source.Position;
import org.waymark.source.Span;
import org.waymark.source.Value;
import org.waymark.source.Value.Mapping;
import org.waymark.source.Value.Scalar;
import org.waymark.source.Value.Sequence;

/** Fixes for a value that should not be a list, or should be one, or has too many items. */
final class ListFixes {
    private static final String TO_LIST = "Write it as a list";

    private ListFixes() {}

    /** Turns a value that is valid as an item, or can be fixed, into a list. */
    static <T> Optional<Fix> asList(FieldType<T> item, String name, Value value) {
        if (value instanceof Scalar scalar) {
            return scalarAsList(item, name, scalar);
        }
        return value instanceof Mapping mapping && fits(item, name, mapping)
                ? Optional.of(groupAsList(mapping))
                : Optional.empty();
    }

    private static <T> Optional<Fix> scalarAsList(FieldType<T> item, String name, Scalar scalar) {
        Span span = scalar.span();
        if (span.startLine() != span.endLine()) {
            return Optional.empty();
        }
        String text = scalar.text();
        boolean isWord = !text.startsWith("-") && text.chars().noneMatch(c -> "[]{},".indexOf(c) >= 0);
        if (isWord || !scalar.isPlain()) {
            return fits(item, name, scalar) ? Optional.of(inBrackets(span)) : Optional.empty();
        }
        List<Scalar> parts = Stream.of(withoutBrackets(text).split(",", -1))
                .map(part -> new Scalar(part.strip(), span))
                .toList();
        if (parts.stream().anyMatch(part -> part.text().isEmpty() || !fits(item, name, part))) {
            return Optional.empty();
        }
        String list = "[" + String.join(", ", parts.stream().map(Scalar::text).toList()) + "]";
        boolean isSafe = list.chars().noneMatch(c -> "{}\"'#:".indexOf(c) >= 0)
                && list.indexOf('[', 1) < 0
                && list.indexOf(']') == list.length() - 1;
        // A name may contain a comma; an id may not.
        boolean isCertain = parts.size() > 1 && !fits(item, name, scalar);
        return isSafe ? Optional.of(new Fix(TO_LIST, isCertain, List.of(new Edit(span, list)))) : Optional.empty();
    }

    /** The intended item if someone typed a bracket or dash too many or too few. */
    static String withoutBrackets(String typed) {
        return typed.strip().replaceAll("^(?:[-\\[({]|[\\p{Pd}\u2022\u00B7*](?=\\s))\\s*|[\\])}]$", "");
    }

    /** Whether a value is valid as an item of the list, or all that is wrong with it can be fixed. */
    private static <T> boolean fits(FieldType<T> item, String name, Value value) {
        Outcome<T> outcome = item.decode(name, value);
        return outcome.diagnostics().stream().map(Diagnostic::fix).allMatch(Optional::isPresent);
    }

    private static Fix inBrackets(Span span) {
        return Fix.certain(
                TO_LIST, Fix.insertion(span.path(), span.start(), "["), Fix.insertion(span.path(), span.end(), "]"));
    }

    /** A dash before the first line, and the others indented to match. */
    private static Fix groupAsList(Mapping group) {
        Span span = group.span();
        Position first = group.members().get(0).key().span().start();
        if (!first.equals(span.start())) {
            return inBrackets(span);
        }
        Stream<Edit> below = Stream.iterate(span.startLine() + 1, line -> line <= span.endLine(), line -> line + 1)
                .map(line -> Fix.insertion(span.path(), new Position(line, 1), "  "));
        return new Fix(
                TO_LIST,
                true,
                Stream.concat(Stream.of(Fix.insertion(span.path(), first, "- ")), below)
                        .toList());
    }

    /** Removes an item from a list that has others, with its line or its comma. */
    static Optional<Fix> without(Sequence list, int index) {
        Span item = list.items().get(index).span();
        if (index == 0 || item.startLine() != item.endLine()) {
            return Optional.empty();
        }
        Position from;
        Position to;
        if (list.isInBrackets()) {
            from = list.items().get(index - 1).span().end();
            to = item.end();
            if (from.line() != to.line()) {
                return Optional.empty(); // there may be a comment between
            }
        } else {
            from = new Position(item.startLine(), 1);
            to = new Position(item.startLine() + 1, 1);
        }
        return Optional.of(Fix.certain("Remove it", Fix.deletion(item.path(), from, to)));
    }

    /** The only item of a list, replacing the list. */
    static Optional<Fix> asSingle(Sequence list) {
        if (list.items().size() != 1 || !(list.items().get(0) instanceof Scalar scalar)) {
            return Optional.empty();
        }
        Span whole = list.span();
        Span item = scalar.span();
        if (!list.isInBrackets()) {
            Position dash = whole.start();
            Position after = new Position(dash.line(), dash.column() + 1);
            return Optional.of(
                    Fix.certain("Write it as a single value", new Edit(new Span(whole.path(), dash, after), " ")));
        }
        return whole.startLine() != whole.endLine()
                ? Optional.empty()
                : Optional.of(Fix.certain(
                        "Write it as a single value",
                        Fix.deletion(whole.path(), whole.start(), item.start()),
                        Fix.deletion(whole.path(), item.end(), whole.end())));
    }
}
