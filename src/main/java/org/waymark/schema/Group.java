package org.waymark.schema;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.DidYouMean;
import org.waymark.diagnostic.Fix;
import org.waymark.diagnostic.Outcome;
import org.waymark.source.Edit;
import org.waymark.source.Position;
import org.waymark.source.Span;
import org.waymark.source.Value;
import org.waymark.source.Value.Mapping;
import org.waymark.source.Value.Scalar;
import org.waymark.source.Value.Sequence;

/**
 * Fields that belong together, such as the parts of a source.
 *
 * @param phrase with its article, for messages: {@code a source}
 * @param create creates the value from fields that were decoded without an error
 */
public record Group<T>(String phrase, List<Field<?>> fields, Function<Fields, T> create) implements FieldType<T> {
    private static final Id NO_ID = new Id("group");

    public Group {
        fields = Field.inPlace(fields);
    }

    @Override
    public Outcome<T> decode(String name, Value value) {
        if (!(value instanceof Mapping mapping)) {
            return InvalidValue.expected(name, value, "a group of " + names())
                    .help(
                            value instanceof Scalar several && isSeveralParts(several)
                                    ? "write each part on a line of its own below `" + name
                                            + ":`, indented by two spaces, such as "
                                            + examples()
                                    : value instanceof Scalar scalar
                                            ? "write `" + first(name, scalar) + "` on a line below `" + name
                                                    + ":`, indented" + others(name, scalar)
                                            : isInWrongBrackets(value)
                                                    ? "write braces around it: `{` in place of `[`, and `}` in place of `]`"
                                                    : "write each on a line of its own below `" + name
                                                            + ":`, indented by two spaces")
                    .fix(Optional.of(value).filter(Group::isInWrongBrackets).map(Group::inBraces))
                    .outcome();
        }
        if (hasOnlyOtherFields(mapping)) {
            return new InvalidValue(value, "`" + name + "` must be a group of " + names() + ", but has none of them")
                    .help(bothInOne(mapping)
                            .orElse("write these; or add the name of the field that these lines belong to above them"))
                    .outcome();
        }
        Outcome<Fields> decoded = FieldDecoder.decode(phrase, fields, mapping, start(mapping), NO_ID, Optional.empty());
        boolean isComplete = decoded.diagnostics().stream().noneMatch(Diagnostic::isError)
                && decoded.value().orElseThrow().isComplete();
        return isComplete ? decoded.map(create) : Outcome.failed(decoded.diagnostics());
    }

    /** Whether each item of a list is a field: {@code [one: course, many: courses]}. */
    private static boolean isInWrongBrackets(Value value) {
        return value instanceof Sequence sequence
                && sequence.isInBrackets()
                && !sequence.items().isEmpty()
                && sequence.items().stream()
                        .allMatch(item -> item instanceof Mapping field
                                && field.members().size() == 1
                                && !field.span().start().equals(field.span().end()));
    }

    private static Fix inBraces(Value value) {
        Span span = value.span();
        Position last = new Position(span.endLine(), span.endColumn() - 1);
        return Fix.certain(
                "Write braces around it",
                new Edit(
                        new Span(
                                span.path(),
                                span.startLine(),
                                span.startColumn(),
                                span.startLine(),
                                span.startColumn() + 1),
                        "{"),
                new Edit(new Span(span.path(), last, span.end()), "}"));
    }

    /** Whether a single value looks like the parts of a group with many: an address on one line. */
    private boolean isSeveralParts(Scalar scalar) {
        return scalar.text().contains(",")
                && fields.stream().filter(field -> field.type().isText()).count() > 3;
    }

    /** The first fields that hold text, with their examples. */
    private String examples() {
        return fields.stream()
                .filter(field -> field.type().isText())
                .limit(4)
                .map(field -> "`" + field.name() + ": " + field.type().example() + "`")
                .collect(Collectors.joining(", "));
    }

    /** A single value as the field of the group that was probably meant. */
    String first(String name, Scalar scalar) {
        return meant(name, scalar).name() + ": "
                + InvalidValue.quoted(scalar.text().strip());
    }

    /** The other fields that the group needs, for the help of a finding. */
    String others(String name, Scalar scalar) {
        Field<?> meant = meant(name, scalar);
        List<String> needed = fields.stream()
                .filter(field -> field.isRequired() && !field.equals(meant))
                .map(field -> "`" + field.name() + ": \u2026`")
                .toList();
        return needed.isEmpty() ? "" : ", with " + String.join(", ", needed) + " below it";
    }

    /** The field with the most specific type that accepts a value: an address is not a title. */
    private Field<?> meant(String name, Scalar scalar) {
        return Stream.concat(
                        fields.stream().filter(field -> !field.type().isText()),
                        fields.stream().filter(Field::isRequired))
                .filter(field -> field.type().decode(name, scalar).diagnostics().isEmpty())
                .findFirst()
                .orElse(fields.get(0));
    }

    private static Span start(Mapping mapping) {
        Span whole = mapping.span();
        return mapping.members().isEmpty()
                ? new Span(whole.path(), whole.start(), whole.start())
                : mapping.members().get(0).key().span();
    }

    /** Whether no key is, or is close to, the name of a field. */
    private boolean hasOnlyOtherFields(Mapping mapping) {
        if (mapping.members().isEmpty()
                || fields.stream().noneMatch(Field::isRequired)
                || fields.stream().anyMatch(field -> mapping.has(field.name()))) {
            return false;
        }
        List<String> known = fields.stream().map(Field::name).toList();
        return mapping.members().stream()
                .map(member -> member.key().text())
                .noneMatch(key -> DidYouMean.nearest(key, known).isPresent());
    }

    /** How to write a key and its value that are the two fields that the group needs: {@code north: The North}. */
    private Optional<String> bothInOne(Mapping mapping) {
        List<Field<?>> needed = fields.stream().filter(Field::isRequired).toList();
        if (needed.size() != 2 || mapping.members().size() != 1) {
            return Optional.empty();
        }
        Scalar key = mapping.members().get(0).key();
        return mapping.members()
                .get(0)
                .value()
                .filter(value -> isValue(needed.get(0), key) && isValue(needed.get(1), value))
                .map(value -> "write `{" + needed.get(0).name() + ": " + key.text() + ", "
                        + needed.get(1).name() + ": " + ((Scalar) value).text().strip() + "}`");
    }

    private static boolean isValue(Field<?> field, Value value) {
        return value instanceof Scalar
                && field.type().decode(field.name(), value).diagnostics().isEmpty();
    }

    private String names() {
        return fields.stream().map(field -> "`" + field.name() + "`").collect(Collectors.joining(", "));
    }

    @Override
    public Map<String, Object> schema() {
        return JsonSchema.ofFields(fields);
    }

    @Override
    public String example() {
        boolean hasRequired = fields.stream().anyMatch(Field::isRequired);
        return fields.stream()
                .filter(field -> field.isRequired() || !hasRequired)
                .map(field -> field.name() + ": " + field.type().example())
                .collect(Collectors.joining(", ", "{", "}"));
    }
}
