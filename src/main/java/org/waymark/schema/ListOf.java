package org.waymark.schema;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.waymark.diagnostic.Count;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.Outcome;
import org.waymark.source.Value;
import org.waymark.source.Value.Mapping;
import org.waymark.source.Value.Scalar;
import org.waymark.source.Value.Sequence;

/**
 * A list without repeated or empty items. A single value is not a list, so there is only one way to write it.
 *
 * @param least how many items it needs; with 0, {@code []} is allowed
 * @param most how many it may have
 * @param isUnique whether groups must differ too; single values always do
 */
public record ListOf<T>(FieldType<T> item, int least, int most, boolean isUnique) implements FieldType<List<T>> {
    /** A list of any length. */
    public ListOf(FieldType<T> item) {
        this(item, 0, Integer.MAX_VALUE, false);
    }

    /** A list of at least one item. */
    public static <T> ListOf<T> nonEmpty(FieldType<T> item) {
        return new ListOf<>(item).ofAtLeastOne();
    }

    /** The same list, which cannot be empty. */
    ListOf<T> ofAtLeastOne() {
        return new ListOf<>(item, Math.max(1, least), most, isUnique);
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
        if (sequence.items().isEmpty() && least > 0) {
            return new InvalidValue(value, "`" + name + "` is an empty list, but needs at least one item")
                    .help("write `" + name + ": " + example() + "`")
                    .outcome();
        }
        var items = new ArrayList<T>(sequence.items().size());
        var diagnostics = new ArrayList<Diagnostic>();
        wrongNumber(name, sequence).ifPresent(diagnostics::add);
        var texts = new HashSet<Object>();
        for (int i = 0; i < sequence.items().size(); i++) {
            Outcome<T> outcome = decodeItem(name, sequence, i, texts);
            diagnostics.addAll(outcome.diagnostics());
            outcome.value().ifPresent(items::add);
        }
        return Outcome.of(List.copyOf(items), diagnostics);
    }

    /** Reports a list with too few or too many items. */
    private Optional<Diagnostic> wrongNumber(String name, Sequence sequence) {
        int count = sequence.items().size();
        if (count < least) {
            return new InvalidValue(
                            sequence,
                            "`" + name + "` has " + Count.of(count, "item", "items") + ", but needs at least " + least)
                    .help("add what is missing").<List<T>>outcome().diagnostics().stream()
                            .findFirst();
        }
        return count > most
                ? new InvalidValue(
                                sequence.items().get(most),
                                "`" + name + "` has " + Count.of(count, "item", "items") + ", but may have at most "
                                        + most)
                                .help("remove this one and those after it, or move the most important ones up")
                                .<List<T>>outcome()
                                .diagnostics()
                                .stream()
                                .findFirst()
                : Optional.empty();
    }

    /** The meaning of a value, regardless of its span. */
    private static Object words(Value value) {
        if (value instanceof Scalar scalar) {
            return scalar.text().strip();
        }
        if (value instanceof Sequence sequence) {
            return sequence.items().stream().map(ListOf::words).toList();
        }
        var words = new HashMap<String, Object>();
        ((Mapping) value)
                .members()
                .forEach(member -> words.put(
                        member.key().text(), member.value().map(ListOf::words).orElse("")));
        return words;
    }

    private Outcome<T> decodeItem(String name, Sequence sequence, int index, Set<Object> texts) {
        Value each = sequence.items().get(index);
        if (!(each instanceof Scalar scalar)) {
            return isUnique && !texts.add(words(each)) ? repeated(name, sequence, index) : item.decode(name, each);
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
        Object meaning = scalar.text().strip();
        if (item instanceof Choice<?> choice) {
            meaning = choice.meant(scalar.text().strip());
        }
        return texts.add(meaning) ? item.decode(name, each) : repeated(name, sequence, index);
    }

    private Outcome<T> repeated(String name, Sequence sequence, int index) {
        return new InvalidValue(sequence.items().get(index), "`" + name + "` lists this twice")
                .help("remove one of the two")
                .fix(ListFixes.without(sequence, index))
                .outcome();
    }

    @Override
    public Map<String, Object> schema() {
        var schema = new LinkedHashMap<String, Object>();
        schema.put("type", "array");
        schema.put("items", item.schema());
        if (least > 0) {
            schema.put("minItems", least);
        }
        if (most < Integer.MAX_VALUE) {
            schema.put("maxItems", most);
        }
        return schema;
    }

    @Override
    public String example() {
        return "[" + item.example() + "]";
    }
}
