package org.waymark.tool.lsp;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.waymark.schema.Field;
import org.waymark.schema.FieldType;
import org.waymark.schema.Group;
import org.waymark.schema.Kind;
import org.waymark.schema.Reference;
import org.waymark.schema.Shape;

/** Describes a field in Markdown. */
final class FieldHelp {
    private static final int MOST_CHOICES = 12;

    private FieldHelp() {}

    static String of(Shape shape, Field<?> field) {
        String doc = field.doc();
        String sentence = Character.toUpperCase(doc.charAt(0)) + doc.substring(1) + ".";
        return sentence
                + (field.isRequired() ? " It is needed." : "")
                + "\n\n"
                + form(shape, FieldPaths.entered(field.type()))
                + "For example: `" + field.name() + ": " + field.type().example() + "`";
    }

    private static String form(Shape shape, FieldType<?> type) {
        if (!type.choices().isEmpty() && type.choices().size() <= MOST_CHOICES) {
            return "One of " + list(type.choices().stream()) + ".\n\n";
        }
        if (type instanceof Reference reference) {
            String phrases = reference.kinds().stream()
                    .map(name -> shape.kind(name).map(Kind::phrase).orElse("an entry"))
                    .collect(Collectors.joining(" or "));
            return reference.isQualified()
                    ? "The kind and the id of " + phrases + ".\n\n"
                    : "The file name of " + phrases + ", without its extension.\n\n";
        }
        return type instanceof Group<?> group
                ? "With " + list(group.fields().stream().map(Field::name)) + ".\n\n"
                : "";
    }

    private static String list(Stream<String> words) {
        return words.map(word -> "`" + word + "`").collect(Collectors.joining(", "));
    }
}
