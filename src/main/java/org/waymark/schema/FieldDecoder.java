package org.waymark.schema;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.DidYouMean;
import org.waymark.diagnostic.Outcome;
import org.waymark.markdown.Prose;
import org.waymark.source.Span;
import org.waymark.source.Value;
import org.waymark.source.Value.Mapping;
import org.waymark.source.Value.Member;
import org.waymark.source.Value.Scalar;
import org.waymark.source.Value.Sequence;

/** Decodes the members of a mapping by the declared fields, and reports what is missing, unknown or wrong. */
public final class FieldDecoder {
    private final String kind;
    private final List<Field<?>> fields;
    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private final Map<String, Span> spans = new HashMap<>();
    private final Map<String, Map<String, Span>> itemSpans = new HashMap<>();
    private final Fields.Builder values = new Fields.Builder();

    private FieldDecoder(String kind, List<Field<?>> fields) {
        this.kind = kind;
        this.fields = fields;
    }

    /**
     * Decodes what can be decoded. The outcome always has a value; it is complete where no error is reported.
     *
     * @param kind what has these fields, for messages: {@code a service}
     * @param start where missing fields are reported
     */
    public static Outcome<Fields> decode(
            String kind, List<Field<?>> fields, Mapping mapping, Span start, Id id, Optional<Prose> body) {
        var decoder = new FieldDecoder(kind, fields);
        mapping.members().forEach(decoder::decode);
        decoder.reportMissing(mapping, start);
        var origin = new Origin(start, decoder.spans, decoder.itemSpans);
        return Outcome.of(new Fields(id, decoder.values.build(), body, origin), decoder.diagnostics);
    }

    private void decode(Member member) {
        String name = member.key().text();
        Optional<Field<?>> field =
                fields.stream().filter(f -> f.name().equals(name)).findFirst();
        if (field.isPresent()) {
            member.value().ifPresent(value -> decode(field.get(), member, value));
        } else if (member.value().isPresent()) {
            List<String> known = fields.stream().map(Field::name).toList();
            String help = DidYouMean.question(name, known)
                    .orElse("the fields of " + kind + " are " + String.join(", ", known));
            diagnostics.add(Diagnostic.of(
                    Codes.UNKNOWN_FIELD, member.key().span(), kind + " has no field `" + name + "`", help));
        }
    }

    private <T> void decode(Field<T> field, Member member, Value value) {
        if (value instanceof Scalar scalar && scalar.text().isBlank()) {
            if (field.isRequired()) {
                diagnostics.add(Diagnostic.of(
                        Codes.MISSING_FIELD,
                        member.key().span(),
                        "`" + field.name() + "` has no value",
                        "write " + field.doc() + ", for example `"
                                + field.type().example() + "`"));
            }
            return;
        }
        spans.put(field.name(), value.span());
        if (value instanceof Sequence sequence) {
            itemSpans.put(field.name(), spansOf(sequence));
        }
        Outcome<T> outcome = field.type().decode(field.name(), value);
        diagnostics.addAll(outcome.diagnostics());
        outcome.value().ifPresent(decoded -> values.put(field, decoded));
    }

    private static Map<String, Span> spansOf(Sequence list) {
        var spans = new HashMap<String, Span>();
        for (Value item : list.items()) {
            if (item instanceof Scalar scalar) {
                spans.putIfAbsent(scalar.text(), scalar.span());
            }
        }
        return spans;
    }

    private void reportMissing(Mapping mapping, Span start) {
        List<String> given = mapping.members().stream().map(m -> m.key().text()).toList();
        for (Field<?> field : fields) {
            if (!field.isRequired() || given.contains(field.name()) || isMisspelt(field.name(), given)) {
                continue;
            }
            diagnostics.add(Diagnostic.of(
                    Codes.MISSING_FIELD,
                    start,
                    kind + " needs `" + field.name() + "`",
                    "add a line such as `" + field.name() + ": " + field.type().example() + "` (" + field.doc() + ")"));
        }
    }

    /** An unknown field that is probably this one has been reported already; its absence is the same fault. */
    private boolean isMisspelt(String name, List<String> given) {
        List<String> known = fields.stream().map(Field::name).toList();
        return given.stream()
                .filter(other -> !known.contains(other))
                .anyMatch(other ->
                        DidYouMean.nearest(other, known).filter(name::equals).isPresent());
    }
}
