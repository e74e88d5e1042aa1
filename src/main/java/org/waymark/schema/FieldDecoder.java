package org.waymark.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.DidYouMean;
import org.waymark.diagnostic.DidYouMean.Suggestion;
import org.waymark.diagnostic.Outcome;
import org.waymark.markdown.Prose;
import org.waymark.source.Span;
import org.waymark.source.Value;
import org.waymark.source.Value.Mapping;
import org.waymark.source.Value.Member;
import org.waymark.source.Value.Scalar;

/** Decodes the members of a mapping by the declared fields, and reports what is missing, unknown or wrong. */
public final class FieldDecoder {
    private final String kind;
    private final List<Field<?>> fields;
    private final Mapping mapping;
    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private final Fields.Builder values;
    /** Whether a finding has listed all fields; it is a long list. */
    private boolean isListed;

    private FieldDecoder(String kind, List<Field<?>> fields, Mapping mapping) {
        this.kind = kind;
        this.fields = fields;
        this.mapping = mapping;
        values = new Fields.Builder(fields);
    }

    /**
     * Decodes what can be decoded. The outcome always has a value, which may lack some fields.
     *
     * @param kind what has these fields, for messages: {@code a service}
     * @param start where missing fields are reported
     */
    public static Outcome<Fields> decode(
            String kind, List<Field<?>> fields, Mapping mapping, Span start, Id id, Optional<Prose> body) {
        var decoder = new FieldDecoder(kind, fields, mapping);
        mapping.members().forEach(decoder::decode);
        decoder.reportMissing(start);
        return Outcome.of(decoder.values.build(id, body, start), decoder.diagnostics);
    }

    private void decode(Member member) {
        String name = member.key().text();
        if (member.value().isEmpty()) {
            return;
        }
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).name().equals(name)) {
                decode(i, member, member.value().get());
                return;
            }
        }
        decodeUnknown(member, member.value().get());
    }

    /** Reports a name that is no field's, and reads the value for the field that was probably meant. */
    private void decodeUnknown(Member member, Value value) {
        String name = member.key().text();
        List<String> known = fields.stream().map(Field::name).toList();
        Optional<Suggestion> meant = DidYouMean.suggest(name, known);
        String help = meant.map(Suggestion::question)
                .orElseGet(() -> isListed
                        ? "remove it, or write the name of a field listed above"
                        : "the fields of " + kind + " are " + String.join(", ", known));
        isListed |= meant.isEmpty();
        diagnostics.add(Diagnostic.of(
                        Codes.UNKNOWN_FIELD, member.key().span(), kind + " has no field `" + name + "`", help)
                .withFix(meant.filter(near -> isOnly(member, near.name(), known))
                        .flatMap(near -> near.fix(member.key().written()))));
        meant.map(Suggestion::name)
                .filter(near -> !mapping.has(near) && !isEmpty(value))
                .ifPresent(near -> decode(known.indexOf(near), member, value));
    }

    /** Whether no other member has, or was probably meant to have, the name of a field. */
    private boolean isOnly(Member member, String field, List<String> known) {
        return mapping.members().stream()
                .filter(other -> !other.equals(member))
                .map(other -> other.key().text())
                .noneMatch(other -> known.contains(other)
                        ? other.equals(field)
                        : DidYouMean.nearest(other, known).filter(field::equals).isPresent());
    }

    private static boolean isEmpty(Value value) {
        return value instanceof Scalar scalar && scalar.text().isBlank();
    }

    private void decode(int ordinal, Member member, Value value) {
        Field<?> field = fields.get(ordinal);
        if (isEmpty(value)) {
            Optional<Diagnostic> comment = field.type().isText() && value instanceof Scalar scalar
                    ? CommentInText.find(field.name(), scalar)
                    : Optional.empty();
            comment.ifPresent(diagnostics::add);
            if (comment.isEmpty() && field.isRequired()) {
                diagnostics.add(Diagnostic.of(
                        Codes.MISSING_FIELD,
                        member.key().span(),
                        "`" + field.name() + "` has no value",
                        "write " + field.doc() + ", for example `"
                                + field.type().example() + "`"));
            }
            return;
        }
        values.place(ordinal, value.span());
        Outcome<?> outcome = field.type().decode(field.name(), value);
        diagnostics.addAll(outcome.diagnostics());
        outcome.value().ifPresent(decoded -> values.value(ordinal, decoded));
    }

    private void reportMissing(Span start) {
        for (Field<?> field : fields) {
            if (!field.isRequired() || mapping.has(field.name()) || isMisspelt(field.name())) {
                continue;
            }
            diagnostics.add(Diagnostic.of(
                    Codes.MISSING_FIELD,
                    start,
                    kind + " needs `" + field.name() + "`",
                    "add a line such as `" + field.name() + ": " + inOneLine(field.type()) + "` (" + field.doc()
                            + ")"));
        }
    }

    /** An example; one that is a line below the name of the field needs braces beside it. */
    private static String inOneLine(FieldType<?> type) {
        boolean isLineBelow =
                type instanceof MapOf || type instanceof Group || type.example().contains(": {");
        return isLineBelow && !type.example().startsWith("{") ? "{" + type.example() + "}" : type.example();
    }

    /** An unknown field that is probably this one has been reported already; its absence is the same fault. */
    private boolean isMisspelt(String name) {
        List<String> known = fields.stream().map(Field::name).toList();
        return mapping.members().stream()
                .map(member -> member.key().text())
                .filter(other -> !known.contains(other))
                .anyMatch(other ->
                        DidYouMean.nearest(other, known).filter(name::equals).isPresent());
    }
}
