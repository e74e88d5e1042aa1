package org.waymark.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.Outcome;
import org.waymark.source.Value;
import org.waymark.source.Value.Mapping;
import org.waymark.source.Value.Member;

/** Forms of a name that the labels of a language need, each under a name that these give it, such as {@code genitive}. */
record NounForms() implements FieldType.CustomType<Map<String, String>> {
    private static final Line FORM = new Line(60, "der Kurse");

    @Override
    public Outcome<Map<String, String>> decode(String name, Value value) {
        if (!(value instanceof Mapping mapping)) {
            return InvalidValue.expected(name, value, "forms such as `" + example() + "`")
                    .outcome();
        }
        var forms = new LinkedHashMap<String, String>();
        var found = new ArrayList<Diagnostic>();
        for (Member member : mapping.members()) {
            String form = member.key().text();
            if (!Id.isValid(form) || Noun.FORMS.contains(form)) {
                found.add(
                        Diagnostic.of(
                                Codes.INVALID_VALUE,
                                member.key().span(),
                                "`" + form + "` cannot be the name of a further form",
                                "write a name in lower-case letters that labels use, such as `genitive` for `{kind.genitive}`"));
            } else if (member.value().isPresent()) {
                Outcome<String> decoded = FORM.decode(form, member.value().get());
                found.addAll(decoded.diagnostics());
                decoded.value().ifPresent(text -> forms.put(form, text));
            }
        }
        return Outcome.of(forms, found);
    }

    @Override
    public Map<String, Object> schema() {
        return Map.of(
                "type",
                "object",
                "propertyNames",
                Map.of("pattern", "^[a-z0-9-]+$"),
                "additionalProperties",
                FORM.schema());
    }

    @Override
    public String example() {
        return "{genitive: " + FORM.example() + "}";
    }
}
