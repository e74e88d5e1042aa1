package org.waymark.tool.lsp;

import java.util.stream.Collectors;
import org.waymark.directory.Kinds;
import org.waymark.schema.Field;
import org.waymark.schema.Shape;

/** What there is to say about a field, in Markdown. */
final class FieldHelp {
    private FieldHelp() {}

    static String of(Field<?> field) {
        String doc = field.doc();
        String sentence = Character.toUpperCase(doc.charAt(0)) + doc.substring(1) + ".";
        return sentence
                + (field.isRequired() ? " Every entry needs it." : "")
                + "\n\n"
                + form(Shapes.entered(field.type().shape()))
                + "For example: `" + field.name() + ": " + field.type().example() + "`";
    }

    private static String form(Shape shape) {
        if (shape instanceof Shape.Choice choice && choice.words().size() <= 12) {
            return "One of " + list(choice.words().stream()) + ".\n\n";
        }
        if (shape instanceof Shape.Reference reference) {
            return "The file name of " + Kinds.of(reference.target()).phrase() + ", without its ending.\n\n";
        }
        return shape instanceof Shape.Group group
                ? "With " + list(group.fields().stream().map(Field::name)) + ".\n\n"
                : "";
    }

    private static String list(java.util.stream.Stream<String> words) {
        return words.map(word -> "`" + word + "`").collect(Collectors.joining(", "));
    }
}
