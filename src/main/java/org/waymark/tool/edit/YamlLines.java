package org.waymark.tool.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.waymark.source.Span;
import org.waymark.source.Value;
import org.waymark.source.Value.Mapping;
import org.waymark.source.Value.Member;
import org.waymark.source.Value.Scalar;
import org.waymark.source.Value.Sequence;

/** Writes values as YAML, each line together with where it comes from. Values that fit on a line are on one. */
public final class YamlLines {
    /** How long a line of several values may be. */
    private static final int LONGEST = 100;

    private static final String STEP = "  ";

    private final List<Line> lines = new ArrayList<>();

    private YamlLines() {}

    /**
     * A line.
     *
     * @param source where its name is declared
     */
    public record Line(String text, Span source) {}

    /** The members of a mapping, which begin at the left. */
    public static List<Line> of(Mapping mapping) {
        var writer = new YamlLines();
        writer.members(mapping, "");
        return writer.lines;
    }

    private void members(Mapping mapping, String indentation) {
        for (Member member : mapping.members()) {
            member.value().ifPresent(value -> member(member.key(), value, indentation));
        }
    }

    private void member(Scalar key, Value value, String indentation) {
        String begun = indentation + YamlValue.of(key.text()) + ":";
        String inline = begun + " " + inline(value);
        if (value instanceof Scalar
                || isEmpty(value)
                || (inline.length() <= LONGEST
                        && !isLong(value)
                        && isFrom(key.span().path(), value))) {
            lines.add(new Line(inline, key.span()));
            return;
        }
        lines.add(new Line(begun, key.span()));
        if (value instanceof Mapping mapping) {
            members(mapping, indentation + STEP);
        } else if (value instanceof Sequence sequence) {
            sequence.items().forEach(item -> item(item, indentation + STEP));
        }
    }

    /** Whether a value holds more than a line of values, so it is read more easily below its name. */
    private static boolean isLong(Value value) {
        return value instanceof Mapping mapping
                && mapping.members().stream()
                        .anyMatch(member ->
                                member.value().filter(Mapping.class::isInstance).isPresent());
    }

    /** Whether all of a value is from one file, so a line of it has one source. */
    private static boolean isFrom(String path, Value value) {
        return !(value instanceof Mapping mapping)
                || mapping.members().stream()
                        .allMatch(member -> member.key().span().path().equals(path));
    }

    private void item(Value item, String indentation) {
        String inline = indentation + "- " + inline(item);
        if (!(item instanceof Mapping mapping) || mapping.members().isEmpty() || inline.length() <= LONGEST) {
            lines.add(new Line(inline, start(item)));
            return;
        }
        int first = lines.size();
        members(mapping, indentation + STEP);
        Line begun = lines.get(first);
        lines.set(
                first, new Line(indentation + "- " + begun.text().substring(indentation.length() + 2), begun.source()));
    }

    private static Span start(Value item) {
        return item instanceof Mapping mapping && !mapping.members().isEmpty()
                ? mapping.members().get(0).key().span()
                : item.span();
    }

    private static boolean isEmpty(Value value) {
        return (value instanceof Mapping mapping && mapping.members().isEmpty())
                || (value instanceof Sequence sequence && sequence.items().isEmpty());
    }

    private static String inline(Value value) {
        if (value instanceof Scalar scalar) {
            return YamlValue.of(scalar.text());
        }
        if (value instanceof Sequence sequence) {
            return sequence.items().stream().map(YamlLines::inline).collect(Collectors.joining(", ", "[", "]"));
        }
        return ((Mapping) value)
                .members().stream()
                        .filter(member -> member.value().isPresent())
                        .map(member -> YamlValue.of(member.key().text()) + ": "
                                + member.value().map(YamlLines::inline).orElse(""))
                        .collect(Collectors.joining(", ", "{", "}"));
    }
}
