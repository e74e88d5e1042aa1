package org.waymark.tool.edit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.waymark.source.Edit;
import org.waymark.source.Value;
import org.waymark.source.Value.Scalar;
import org.waymark.source.Value.Sequence;

/** Edits the items of a list in its own style: in brackets, or with a dash for each item. */
final class ListEdits {
    private final YamlPositions positions;
    private final Sequence list;

    ListEdits(YamlPositions positions, Sequence list) {
        this.positions = positions;
        this.list = list;
    }

    /**
     * Replaces, removes and adds items, without creating duplicates.
     *
     * @param change the new text of an item; empty to remove it
     * @return empty if no item is left
     */
    Optional<List<Edit>> rewrite(Function<String, Optional<String>> change, List<String> added) {
        Set<String> seen = new HashSet<>();
        List<Optional<String>> texts = new ArrayList<>();
        for (Value item : list.items()) {
            Optional<String> text = item instanceof Scalar scalar ? change.apply(scalar.text()) : Optional.of("");
            texts.add(text.filter(t -> !(item instanceof Scalar) || seen.add(t)));
        }
        Deque<String> more = new ArrayDeque<>();
        added.stream().filter(seen::add).forEach(more::add);
        for (int i = 0; i < texts.size(); i++) {
            if (texts.get(i).isEmpty() && !more.isEmpty()) {
                texts.set(i, Optional.of(more.remove()));
            }
        }
        boolean isEmpty = more.isEmpty() && texts.stream().noneMatch(Optional::isPresent);
        return isEmpty && !list.items().isEmpty() ? Optional.empty() : Optional.of(edits(texts, List.copyOf(more)));
    }

    /** Replaces the items by others, of which at least one. Those that stay in order keep their lines. */
    List<Edit> become(List<String> wanted) {
        List<String> now = list.items().stream()
                .map(item -> ((Scalar) item).text().strip())
                .toList();
        Deque<String> added = new ArrayDeque<>(wanted);
        added.removeAll(now);
        var texts = new ArrayList<Optional<String>>();
        for (String item : now) {
            texts.add(wanted.contains(item) ? Optional.of(item) : Optional.ofNullable(added.poll()));
        }
        var result = new ArrayList<>(texts.stream().flatMap(Optional::stream).toList());
        result.addAll(added);
        if (result.equals(wanted)) {
            return edits(texts, List.copyOf(added));
        }
        int kept = Math.min(now.size(), wanted.size());
        List<Optional<String>> byPosition = IntStream.range(0, now.size())
                .mapToObj(i -> i < kept ? Optional.of(wanted.get(i)) : Optional.<String>empty())
                .toList();
        return edits(byPosition, wanted.subList(kept, wanted.size()));
    }

    /** Adds a group after the last item, on lines of its own. */
    Edit append(Value item) {
        Value last = list.items().get(list.items().size() - 1);
        String indentation = " ".repeat(positions.column(positions.dash(last)));
        return positions.insertLines(
                positions.end(last), EntryText.item(item, indentation).stripTrailing());
    }

    private List<Edit> edits(List<Optional<String>> texts, List<String> more) {
        var edits = new ArrayList<Edit>();
        for (int i = 0; i < texts.size(); i++) {
            Value item = list.items().get(i);
            if (texts.get(i).isEmpty()) {
                edits.add(positions.isInBrackets(list) ? dropFromBrackets(i, texts) : dropLine(item));
            } else if (item instanceof Scalar scalar
                    && !scalar.text().equals(texts.get(i).get())) {
                edits.add(replace(positions, scalar, texts.get(i).get()));
            }
        }
        if (!more.isEmpty()) {
            edits.add(append(more.stream().map(YamlValue::of).toList()));
        }
        return edits;
    }

    /** Removes items, but not all of them. */
    List<Edit> without(List<Value> removed) {
        List<Optional<String>> texts = list.items().stream()
                .map(item -> removed.contains(item) ? Optional.<String>empty() : Optional.of(""))
                .toList();
        var edits = new ArrayList<Edit>();
        for (int i = 0; i < texts.size(); i++) {
            if (texts.get(i).isEmpty()) {
                edits.add(
                        positions.isInBrackets(list)
                                ? dropFromBrackets(i, texts)
                                : dropLine(list.items().get(i)));
            }
        }
        return edits;
    }

    static Edit replace(YamlPositions positions, Scalar scalar, String text) {
        return new Edit(scalar.span(), YamlValue.inPlaceOf(positions.text(scalar.span()), text));
    }

    /** Includes the comma before the item, or after it for the first; comments on lines of their own stay. */
    private Edit dropFromBrackets(int index, List<Optional<String>> texts) {
        String text = positions.file().text();
        int start = positions.start(list.items().get(index));
        int end = positions.end(list.items().get(index));
        boolean isLast = texts.subList(index, texts.size()).stream().noneMatch(Optional::isPresent);
        if (isLast && index > 0) {
            int before = positions.end(list.items().get(index - 1));
            if (text.substring(before, start).indexOf('\n') < 0) {
                return positions.edit(before, end, "");
            }
        }
        if (index + 1 < texts.size()) {
            int next = positions.start(list.items().get(index + 1));
            if (text.substring(end, next).indexOf('\n') < 0) {
                return positions.edit(start, next, "");
            }
        }
        int comma = end;
        while (comma < text.length() && text.charAt(comma) <= ' ') {
            comma++;
        }
        boolean hasComma = comma < text.length() && text.charAt(comma) == ',';
        return positions.edit(start, hasComma ? comma + 1 : end, "");
    }

    private Edit dropLine(Value item) {
        return positions.deleteLines(positions.dash(item), positions.end(item));
    }

    private Edit append(List<String> items) {
        String inBrackets = String.join(", ", items);
        if (list.items().isEmpty()) {
            return positions.insert(positions.start(list) + 1, inBrackets);
        }
        Value last = list.items().get(list.items().size() - 1);
        if (positions.isInBrackets(list)) {
            return positions.insert(positions.end(last), ", " + inBrackets);
        }
        return positions.insertLines(
                positions.end(last), lines(" ".repeat(positions.column(positions.dash(last))), items));
    }

    /** Items with a dash, each on its own line. */
    static String lines(String indentation, List<String> items) {
        return items.stream().map(item -> indentation + "- " + item).collect(Collectors.joining("\n"));
    }
}
