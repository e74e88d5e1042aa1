package org.waymark.render;

import freemarker.core.HTMLOutputFormat;
import freemarker.core.TemplateHTMLOutputModel;
import freemarker.template.TemplateHashModel;
import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateNumberModel;
import freemarker.template.TemplateScalarModel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.waymark.diagnostic.DidYouMean;
import org.waymark.schema.Label.Counted;
import org.waymark.schema.Label.Place;
import org.waymark.schema.Label.Sentence;
import org.waymark.schema.Labels;
import org.waymark.schema.Noun;

/**
 * The function {@code label} of templates: {@code label("previous")} is a label, {@code label("contact", {"name": x})} one with
 * placeholders. The result is markup: texts are escaped, for elements and for attributes, and the values of
 * placeholders unless they
 * are markup already, so a sentence can contain a link. Safe for use by several threads.
 */
final class LabelFunction implements TemplateMethodModelEx {
    private final Labels labels;
    private final Map<String, TemplateModel> withoutPlaces = new ConcurrentHashMap<>();

    LabelFunction(Labels labels) {
        this.labels = labels;
    }

    /** A template that uses a label wrongly. */
    static final class Misuse extends TemplateModelException {
        private static final long serialVersionUID = 1;

        private final String help;

        Misuse(String message, String help) {
            super(message);
            this.help = help;
        }

        String help() {
            return help;
        }
    }

    @Override
    public Object exec(@SuppressWarnings("rawtypes") List arguments) throws TemplateModelException {
        if (arguments.isEmpty() || !(arguments.get(0) instanceof TemplateScalarModel key)) {
            throw new Misuse("`label` needs the key of a label", "write it in quotes: `label(\"search\")`");
        }
        TemplateModel known = withoutPlaces.get(key.getAsString());
        return known != null ? known : made(key.getAsString(), values(arguments));
    }

    private static @Nullable TemplateHashModel values(List<?> arguments) {
        return arguments.size() > 1 && arguments.get(1) instanceof TemplateHashModel hash ? hash : null;
    }

    private TemplateModel made(String key, @Nullable TemplateHashModel values) throws TemplateModelException {
        Sentence sentence = sentence(key, values);
        var html = new StringBuilder();
        List<Place> places = sentence.places();
        for (int i = 0; i < places.size(); i++) {
            html.append(escaped(sentence.texts().get(i)));
            html.append(value(key, places.get(i), values));
        }
        html.append(escaped(sentence.texts().get(places.size())));
        TemplateModel model = HTMLOutputFormat.INSTANCE.fromMarkup(html.toString());
        if (places.isEmpty() && labels.isOneSentence(key)) {
            withoutPlaces.put(key, model);
        }
        return model;
    }

    private Sentence sentence(String key, @Nullable TemplateHashModel values) throws TemplateModelException {
        if (!labels.keys().contains(key)) {
            throw new Misuse(
                    "there is no label `" + key + "`",
                    DidYouMean.question(key, labels.keys())
                            .orElse("write the words themselves into the template, or use another label"));
        }
        try {
            return labels.sentence(key, count(values));
        } catch (IllegalArgumentException e) {
            throw new Misuse(String.valueOf(e.getMessage()), "write `label(\"" + key + "\", {\"count\": …})`");
        }
    }

    private static Optional<Integer> count(@Nullable TemplateHashModel values) throws TemplateModelException {
        return values != null && values.get(Counted.COUNT) instanceof TemplateNumberModel number
                ? Optional.of(number.getAsNumber().intValue())
                : Optional.empty();
    }

    private String value(String key, Place place, @Nullable TemplateHashModel values) throws TemplateModelException {
        TemplateModel value = values == null ? null : values.get(place.name());
        if (value instanceof TemplateHTMLOutputModel markup) {
            return HTMLOutputFormat.INSTANCE.getMarkupString(markup);
        } else if (value instanceof TemplateNumberModel number) {
            return escaped(labels.value(place, number.getAsNumber().intValue()));
        } else if (value instanceof TemplateModels.RecordModel record && record.record() instanceof Noun noun) {
            return escaped(labels.value(place, noun));
        } else if (value instanceof TemplateScalarModel text) {
            return escaped(labels.value(place, text.getAsString()));
        }
        throw new Misuse(
                "the label `" + key + "` needs a value for " + place,
                "write `label(\"" + key + "\", {\"" + place.name() + "\": …})`");
    }

    private static String escaped(String text) {
        return HTMLOutputFormat.INSTANCE.escapePlainText(text);
    }
}
