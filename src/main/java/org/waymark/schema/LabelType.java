package org.waymark.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.waymark.diagnostic.Outcome;
import org.waymark.schema.Label.Counted;
import org.waymark.schema.Label.Items;
import org.waymark.schema.Label.Place;
import org.waymark.source.Value;
import org.waymark.source.Value.Mapping;
import org.waymark.source.Value.Member;
import org.waymark.source.Value.Scalar;

/**
 * The text of a label, for tools that treat a label file like a file of entries.
 *
 * @param key of the label
 * @param model the label that comes with Waymark, which determines the placeholders
 */
public record LabelType(String key, Label model) implements FieldType.CustomType<Label> {
    /**
     * The type of a label: for one with several forms, a group of these.
     *
     * @param forms those that the language needs
     * @param possible those that it may have
     */
    static FieldType<?> of(String key, Label model, List<String> forms, List<String> possible) {
        if (!(model instanceof Counted counted)) {
            return new LabelType(key, model);
        }
        var parts = new LinkedHashMap<String, Field<?>>();
        possible.forEach(form -> {
            Label sentence = Optional.ofNullable(counted.forms().get(form))
                    .or(() -> Optional.ofNullable(counted.forms().get(PluralRules.OTHER)))
                    .orElseThrow();
            var type = new LabelType(key, sentence);
            String doc = "the words for numbers of the form `" + form + "`"
                    + (forms.contains(form) ? "" : ", which may be left out");
            parts.put(form, forms.contains(form) ? Field.required(form, type, doc) : Field.optional(form, type, doc));
        });
        return new Group<>("the forms of a label", new ArrayList<>(parts.values()), fields -> model);
    }

    /** The placeholders that the text may contain, as written. */
    public List<String> places() {
        return model.sentences().stream()
                .flatMap(sentence -> sentence.places().stream())
                .flatMap(place -> place.form().isEmpty()
                        ? Stream.of(place)
                        : Noun.FORMS.stream().map(form -> new Place(place.name(), form, place.isCapital())))
                .map(Place::toString)
                .distinct()
                .collect(Collectors.toList());
    }

    @Override
    public Outcome<Label> decode(String name, Value value) {
        var file = new Mapping(List.of(new Member(new Scalar(key, value.span()), Optional.of(value))), value.span());
        return LabelFile.decode(LabelFile.COMPLETE, file, Map.of(key, model)).map(labels -> model);
    }

    @Override
    public Map<String, Object> schema() {
        Map<String, Object> text = Map.of("type", ScalarType.TEXT_TYPES);
        return model instanceof Items ? Map.of("type", "array", "items", text) : text;
    }

    @Override
    public String example() {
        return LabelFile.written(model);
    }

    @Override
    public boolean isText() {
        return true;
    }
}
