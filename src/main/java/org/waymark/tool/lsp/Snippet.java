package org.waymark.tool.lsp;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.waymark.schema.DateType;
import org.waymark.schema.Field;
import org.waymark.schema.FieldType;
import org.waymark.schema.Group;
import org.waymark.schema.ListOf;
import org.waymark.schema.MapOf;
import org.waymark.schema.QualifiedReference;
import org.waymark.schema.Reference;

/**
 * The text to insert for a field: its name and a placeholder value. Indentation is relative to the field, as clients
 * expect. The syntax is that of the Language Server Protocol, section "Snippet Syntax"; clients without snippet
 * support get only what is certain to be right.
 */
final class Snippet {
    private final LocalDate today;
    private final boolean hasStops;
    private int stops;

    private Snippet(LocalDate today, boolean hasStops) {
        this.today = today;
        this.hasStops = hasStops;
    }

    /** A field with its value. */
    static String of(Field<?> field, LocalDate today, boolean hasStops) {
        return new Snippet(today, hasStops).field(field, "");
    }

    /** Several fields, each on its own line, indented from the second one on. */
    static String of(List<Field<?>> fields, String indent, LocalDate today, boolean hasStops) {
        var snippet = new Snippet(today, hasStops);
        return fields.stream().map(field -> snippet.field(field, indent)).collect(Collectors.joining("\n" + indent));
    }

    /** A new entry: its required fields between fences, and a tab stop for its text. */
    static String entry(List<Field<?>> fields, LocalDate today, boolean hasStops) {
        return "---\n" + of(required(fields), "", today, hasStops) + "\n---\n\n" + (hasStops ? "$0" : "");
    }

    static List<Field<?>> required(List<Field<?>> fields) {
        return fields.stream().filter(Field::isRequired).collect(Collectors.toList());
    }

    private String field(Field<?> field, String indent) {
        return field.name() + ":" + value(field.type(), field.type().example(), indent + "  ");
    }

    /** A value after a colon, with the space or line end between them. */
    private String value(FieldType<?> type, String example, String indent) {
        if (type instanceof ListOf<?> items) {
            return "\n" + indent + "- " + item(items.item(), example, indent + "  ");
        }
        if (type instanceof Group<?> group) {
            return "\n" + indent + group(group, indent);
        }
        if (type instanceof MapOf<?> named) {
            return "\n" + indent + stop(named.keys()) + ": " + single(named.value(), "");
        }
        return " " + single(type, example);
    }

    private String item(FieldType<?> type, String example, String indent) {
        return type instanceof Group<?> group
                ? group(group, indent)
                : single(type, example.replaceAll("^\\[|\\]$", ""));
    }

    /** The required fields of a group, or all fields if none is required. */
    private String group(Group<?> group, String indent) {
        List<Field<?>> needed = required(group.fields());
        return (needed.isEmpty() ? group.fields() : needed)
                .stream().map(field -> field(field, indent)).collect(Collectors.joining("\n" + indent));
    }

    private String single(FieldType<?> type, String example) {
        if (!type.choices().isEmpty()) {
            return stop(type.choices());
        }
        if (type instanceof DateType) {
            return stop(List.of(today.toString()));
        }
        return stop(type instanceof Reference || type instanceof QualifiedReference ? List.of() : List.of(example));
    }

    /** A tab stop, with its choices. */
    private String stop(List<String> values) {
        if (!hasStops) {
            return "";
        }
        stops++;
        if (values.isEmpty()) {
            return "$" + stops;
        }
        return values.size() == 1
                ? "${" + stops + ":" + escaped(values.get(0)) + "}"
                : "${" + stops + "|" + values.stream().map(Snippet::choice).collect(Collectors.joining(",")) + "|}";
    }

    private static String choice(String word) {
        return escaped(word).replace(",", "\\,").replace("|", "\\|");
    }

    static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("$", "\\$").replace("}", "\\}");
    }
}
