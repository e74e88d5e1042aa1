package org.waymark.tool.edit;

import java.util.List;
import java.util.Optional;
import org.waymark.schema.Field;
import org.waymark.schema.FieldType;
import org.waymark.schema.Group;
import org.waymark.schema.Kind;
import org.waymark.schema.ListOf;
import org.waymark.schema.MapOf;
import org.waymark.source.Value;
import org.waymark.source.Value.Mapping;
import org.waymark.source.Value.Member;
import org.waymark.source.Value.Scalar;
import org.waymark.source.Value.Sequence;

/** Writes the file of a new entry. Optional fields without a value become comments, each with an example. */
final class EntryText {
    private static final String STEP = "  ";

    private final StringBuilder text = new StringBuilder();

    private EntryText() {}

    /** The text of an entry with its own file. */
    static String of(Kind kind, Mapping given, String body) {
        var entry = new EntryText();
        if (kind.place().hasBody()) {
            entry.text.append("---\n");
        }
        for (Field<?> field : kind.fields()) {
            Optional<Value> value = given.member(field.name()).flatMap(Member::value);
            if (value.isPresent()) {
                entry.write("", field.name(), value.get());
            } else {
                entry.explain("# ", field);
            }
        }
        if (kind.place().hasBody()) {
            entry.text.append("---\n\n").append(body);
        }
        return entry.text.toString();
    }

    /**
     * The text of an entry in a list.
     *
     * @param indentation the text before the dash
     */
    static String item(Value given, String indentation) {
        var entry = new EntryText();
        entry.writeItem(indentation, given);
        return entry.text.toString();
    }

    /** The lines of a field. */
    static String member(String name, Value value) {
        var entry = new EntryText();
        entry.write("", name, value);
        return entry.text.toString().stripTrailing();
    }

    private void write(String indentation, String name, Value value) {
        text.append(indentation).append(name).append(':');
        if (value instanceof Scalar scalar) {
            text.append(' ').append(YamlValue.of(scalar.text())).append('\n');
        } else if (value instanceof Sequence sequence && sequence.items().isEmpty()) {
            text.append(" []\n");
        } else if (value instanceof Sequence sequence) {
            text.append('\n');
            sequence.items().forEach(item -> writeItem(indentation + STEP, item));
        } else if (value instanceof Mapping mapping) {
            text.append('\n');
            writeMembers(indentation + STEP, mapping);
        }
    }

    private void writeItem(String indentation, Value item) {
        if (!(item instanceof Mapping mapping)) {
            text.append(indentation)
                    .append("- ")
                    .append(YamlValue.inBrackets(Optional.of(item)))
                    .append('\n');
        } else {
            int start = text.length();
            writeMembers(indentation + STEP, mapping);
            text.replace(start + indentation.length(), start + indentation.length() + 1, "-");
        }
    }

    private void writeMembers(String indentation, Mapping mapping) {
        mapping.members()
                .forEach(member -> member.value()
                        .ifPresent(value -> write(indentation, member.key().text(), value)));
    }

    /** Writes a field as a comment, which becomes the field when uncommented. */
    private void explain(String indentation, Field<?> field) {
        FieldType<?> type = field.type();
        String example = field.type().example();
        if (type instanceof ListOf<?> items) {
            heading(indentation, field);
            if (items.item() instanceof Group<?> group) {
                int start = text.length();
                group.fields().forEach(part -> explain(indentation + STEP + STEP, part));
                int dash = start + indentation.length() + STEP.length();
                text.replace(dash, dash + 1, "-");
            } else {
                text.append(indentation)
                        .append(STEP)
                        .append("- ")
                        .append(YamlValue.of(inner(example)))
                        .append('\n');
            }
        } else if (type instanceof Group<?> group) {
            heading(indentation, field);
            group.fields().forEach(part -> explain(indentation + STEP, part));
        } else if (type instanceof MapOf) {
            heading(indentation, field);
            text.append(indentation).append(STEP).append(example).append('\n');
        } else {
            text.append(indentation).append(field.name()).append(": ").append(YamlValue.of(example));
            text.append(" # ").append(field.doc()).append('\n');
        }
    }

    private void heading(String indentation, Field<?> field) {
        text.append(indentation)
                .append(field.name())
                .append(": # ")
                .append(field.doc())
                .append('\n');
    }

    private static String inner(String list) {
        return list.startsWith("[") && list.endsWith("]") ? list.substring(1, list.length() - 1) : list;
    }

    /** The body: a hint, and the usual headings of the kind. */
    static String body(boolean isDraft, List<String> headings) {
        var body = new StringBuilder("Write the text here");
        body.append(isDraft ? ", then remove the line `draft: yes` above.\n" : ".\n");
        headings.forEach(heading -> body.append("\n## ").append(heading).append('\n'));
        return body.toString();
    }
}
