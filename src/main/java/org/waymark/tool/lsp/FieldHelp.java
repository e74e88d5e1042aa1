package org.waymark.tool.lsp;

import java.util.stream.Collectors;
import org.waymark.directory.Kinds;
import org.waymark.schema.Field;
import org.waymark.schema.FieldType;
import org.waymark.schema.Group;
import org.waymark.schema.Reference;

/** Describes a field in Markdown. */
final class FieldHelp {
    private static final int MOST_CHOICES = 12;

    private FieldHelp() {}

    static String of(Kinds kinds, Field<?> field) {
        String doc = field.doc();
        String sentence = Character.toUpperCase(doc.charAt(0)) + doc.substring(1) + ".";
        return sentence
                + (field.isRequired() ? " Every entry needs it." : "")
                + "\n\n"
                + form(kinds, FieldPaths.entered(field.type()))
                + "For example: `" + field.name() + ": " + field.type().example() + "`";
    }

    private static String form(Kinds kinds, FieldType<?> type) {
        if (!type.choices().isEmpty() && type.choices().size() <= MOST_CHOICES) {
            return "One of " + list(type.choices().stream()) + ".\n\n";
        }
        if (type instanceof Reference reference) {
            return "The file name of "
                    + kinds.named(reference.kind()).orElseThrow().phrase() + ", without its extension.\n\n";
        }
        return type instanceof Group<?> group
                ? "With " + list(group.fields().stream().map(Field::name)) + ".\n\n"
                : "";
    }

    private static String list(java.util.stream.Stream<String> words) {
        return words.map(word -> "`" + word + "`").collect(Collectors.joining(", "));
    }
}
