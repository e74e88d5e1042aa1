package org.waymark.schema;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.Outcome;
import org.waymark.source.Value;
import org.waymark.source.Value.Scalar;
import org.waymark.source.Value.Sequence;

/**
 * A list without repeated or empty items. A single value is not a list, so that there is one way to write it.
 *
 * @param mayBeEmpty whether {@code []} is allowed
 */
public record ListOf<T>(FieldType<T> item, boolean mayBeEmpty) implements FieldType<List<T>> {
    /** A list of any length. */
    public ListOf(FieldType<T> item) {
        this(item, true);
    }

    /** A list of at least one item. */
    public static <T> ListOf<T> nonEmpty(FieldType<T> item) {
        return new ListOf<>(item, false);
    }

    @Override
    public Outcome<List<T>> decode(String name, Value value) {
        if (!(value instanceof Sequence sequence)) {
            String help = value instanceof Scalar scalar && item instanceof Group<?> group
                    ? "write `- " + group.first(name, scalar) + "` on a line below `" + name + ":`"
                            + group.others(name, scalar)
                    : value instanceof Scalar scalar
                            ? "write it as a list: `" + name + ": [" + ListFixes.withoutBrackets(scalar.text()) + "]`"
                            : "add `- ` before its first line, and indent the other lines to match";
            return InvalidValue.expected(name, value, "a list")
                    .help(help)
                    .fix(ListFixes.asList(item, name, value))
                    .outcome();
        }
        if (sequence.items().isEmpty() && !mayBeEmpty) {
            return new InvalidValue(value, "`" + name + "` is an empty list, but needs at least one item")
                    .help("write `" + name + ": " + example() + "`")
                    .outcome();
        }
        var items = new ArrayList<T>(sequence.items().size());
        var diagnostics = new ArrayList<Diagnostic>();
        var texts = new HashSet<String>();
        for (int i = 0; i < sequence.items().size(); i++) {
            Outcome<T> outcome = decodeItem(name, sequence, i, texts);
            diagnostics.addAll(outcome.diagnostics());
            outcome.value().ifPresent(items::add);
        }
        return Outcome.of(List.copyOf(items), diagnostics);
    }

    private Outcome<T> decodeItem(String name, Sequence sequence, int index, Set<String> texts) {
        Value each = sequence.items().get(index);
        if (!(each instanceof Scalar scalar)) {
            return item.decode(name, each);
        }
        if (item instanceof Group<?> group && !scalar.text().isBlank()) {
            return InvalidValue.expected(name, scalar, "a list of groups")
                    .help("write `- " + group.first(name, scalar) + "`" + group.others(name, scalar))
                    .outcome();
        }
        if (scalar.text().isBlank()) {
            Optional<Diagnostic> comment = item.isText() ? CommentInText.find(name, scalar) : Optional.empty();
            if (comment.isPresent()) {
                return Outcome.failed(comment.get());
            }
            return new InvalidValue(each, "an item of `" + name + "` is empty")
                    .help("write a value, or remove the item")
                    .fix(ListFixes.without(sequence, index))
                    .outcome();
        }
        return texts.add(scalar.text().strip())
                ? item.decode(name, each)
                : new InvalidValue(each, "`" + name + "` lists this twice")
                        .help("remove one of the two")
                        .fix(ListFixes.without(sequence, index))
                        .outcome();
    }

    @Override
    public Map<String, Object> schema() {
        var schema = new LinkedHashMap<String, Object>();
        schema.put("type", "array");
        schema.put("items", item.schema());
        if (!mayBeEmpty) {
            schema.put("minItems", 1);
        }
        return schema;
    }

    @Override
    public String example() {
        return "[" + item.example() + "]";
    }
}
