package org.waymark.schema;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.waymark.diagnostic.Codes;
import org.waymark.diagnostic.Diagnostic;
import org.waymark.diagnostic.DidYouMean;
import org.waymark.diagnostic.DidYouMean.Suggestion;
import org.waymark.diagnostic.Outcome;
import org.waymark.source.Value;
import org.waymark.source.Value.Mapping;
import org.waymark.source.Value.Member;

/**
 * A value for each of some keys, such as a severity for each warning.
 *
 * @param keyNoun what a key is, for messages: {@code rule with an adjustable severity}
 * @param keys those allowed
 * @param former current keys by those that are no longer offered, but still accepted
 */
public record MapOf<T>(String keyNoun, List<String> keys, Map<String, String> former, FieldType<T> value)
        implements FieldType<Map<String, T>> {
    public MapOf {
        keys = List.copyOf(keys);
        former = Map.copyOf(former);
    }

    /** A map whose keys have never changed. */
    public MapOf(String keyNoun, List<String> keys, FieldType<T> value) {
        this(keyNoun, keys, Map.of(), value);
    }

    @Override
    public Outcome<Map<String, T>> decode(String name, Value whole) {
        if (!(whole instanceof Mapping mapping)) {
            return InvalidValue.expected(name, whole, "lines of the form `" + example() + "`")
                    .help("write each on a line of its own below `" + name + ":`, indented, without dashes or `[ ]`")
                    .outcome();
        }
        var decoded = new HashMap<String, T>();
        var diagnostics = new ArrayList<Diagnostic>();
        for (Member member : mapping.members()) {
            String typed = member.key().text();
            String key = former.getOrDefault(typed, typed);
            if (!keys.contains(key)) {
                diagnostics.add(unknownKey(member, mapping));
            } else if (member.value().isPresent()) {
                Outcome<T> outcome = value.decode(key, member.value().get());
                diagnostics.addAll(outcome.diagnostics());
                outcome.value().ifPresent(present -> decoded.put(key, present));
            }
        }
        return Outcome.of(Map.copyOf(decoded), diagnostics);
    }

    private Diagnostic unknownKey(Member member, Mapping mapping) {
        String key = member.key().text();
        Optional<Suggestion> meant = DidYouMean.suggest(key, keys);
        return Diagnostic.of(
                        Codes.UNKNOWN_FIELD,
                        member.key().span(),
                        "no " + keyNoun + " is called `" + key + "`",
                        meant.map(Suggestion::question).orElse("write one of " + String.join(", ", keys)))
                .withFix(meant.filter(near -> !mapping.has(near.name()))
                        .flatMap(near -> near.fix(member.key().written())));
    }

    @Override
    public Map<String, Object> schema() {
        var properties = new LinkedHashMap<String, Object>();
        keys.forEach(key -> properties.put(key, value.schema()));
        var schema = new LinkedHashMap<String, Object>();
        schema.put("type", "object");
        schema.put("properties", properties);
        schema.put("additionalProperties", false);
        return schema;
    }

    @Override
    public String example() {
        return keys.get(0) + ": " + value.example();
    }
}
