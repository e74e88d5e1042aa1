package org.waymark.tool.changes;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.waymark.source.Value;

/** The content of a field. Ignores quotes, line breaks, list style and position. */
sealed interface FieldValue {
    /** The text on one line, for people. */
    String words();

    record TextValue(String words) implements FieldValue {}

    record ListValue(List<FieldValue> all) implements FieldValue {
        @Override
        public String words() {
            return all.stream().map(FieldValue::words).collect(Collectors.joining(", "));
        }
    }

    /** Named values in the order in which they are typed, which is ignored in comparisons. */
    record GroupValue(Map<String, FieldValue> members) implements FieldValue {
        @Override
        public String words() {
            Optional<FieldValue> value = member("value");
            Optional<FieldValue> label = member("label");
            if (value.isPresent() && label.isPresent()) {
                return value.get().words() + " " + label.get().words();
            }
            Optional<FieldValue> title = member("title");
            Optional<FieldValue> url = member("url");
            if (title.isPresent() && url.isPresent()) {
                return title.get().words() + " (" + url.get().words() + ")";
            }
            return members.entrySet().stream()
                    .map(member -> member.getKey() + ": " + member.getValue().words())
                    .collect(Collectors.joining(", "));
        }

        Optional<FieldValue> member(String name) {
            return Optional.ofNullable(members.get(name));
        }

        /** The first of these members that is present. */
        Optional<String> firstOf(String... names) {
            return Stream.of(names).filter(members::containsKey).findFirst();
        }
    }

    static FieldValue of(Value value) {
        if (value instanceof Value.Sequence sequence) {
            return new ListValue(sequence.items().stream().map(FieldValue::of).toList());
        }
        if (value instanceof Value.Mapping mapping) {
            return new GroupValue(members(mapping));
        }
        return new TextValue(((Value.Scalar) value).text().strip().replaceAll("\\s+", " "));
    }

    /** The values of a mapping by name; unreadable ones are left out. */
    static Map<String, FieldValue> members(Value.Mapping mapping) {
        var members = new LinkedHashMap<String, FieldValue>();
        mapping.members()
                .forEach(member -> member.value()
                        .ifPresent(value -> members.put(member.key().text(), of(value))));
        return members;
    }
}
