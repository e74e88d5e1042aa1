package org.waymark.schema;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.waymark.schema.Label.Counted;
import org.waymark.schema.Label.Items;
import org.waymark.schema.Label.Place;
import org.waymark.schema.Label.Sentence;

/**
 * The labels of a site in its language, complete. Compared by value, so they can be part of a cache key.
 * Immutable; safe for use by several threads.
 */
public final class Labels {
    private final String language;
    private final Map<String, Label> byKey;
    private final PluralRules plurals;
    private final NumberStyle numbers;
    private final Locale locale;

    /**
     * @param language of the site
     * @param byKey all labels
     */
    public Labels(String language, Map<String, Label> byKey) {
        this.language = language;
        this.byKey = Map.copyOf(byKey);
        plurals = PluralRules.of(language);
        locale = Locale.forLanguageTag(language);
        numbers = NumberStyle.of(plain(NumberStyle.THOUSANDS), plain(NumberStyle.MILLIONS))
                .orElse(new NumberStyle('0', "", 3, 3, Integer.MAX_VALUE));
    }

    public String language() {
        return language;
    }

    /** The keys of all labels. */
    public Set<String> keys() {
        return byKey.keySet();
    }

    private String plain(String key) {
        return byKey.get(key) instanceof Sentence sentence ? String.join("", sentence.texts()) : "";
    }

    /** Whether a label is the same for all numbers. */
    public boolean isOneSentence(String key) {
        return byKey.get(key) instanceof Sentence;
    }

    /** A label without placeholders. */
    public String text(String key) {
        return text(key, Map.of());
    }

    /**
     * A label with its placeholders filled.
     *
     * @param values of the placeholders, by name: text, a number, or a {@link Noun}
     * @throws IllegalArgumentException if there is no such label, or if a value is missing
     */
    public String text(String key, Map<String, ?> values) {
        Sentence sentence = sentence(key, Optional.ofNullable(values.get(Counted.COUNT)));
        if (sentence.places().isEmpty()) {
            return sentence.texts().get(0);
        }
        var text = new StringBuilder();
        sentence.write(text::append, place -> text.append(value(place, values.get(place.name()))));
        return text.toString();
    }

    /**
     * The sentence of a label, in the form for a number if it has several.
     *
     * @throws IllegalArgumentException if there is no such label, or if the number is missing
     */
    public Sentence sentence(String key, Optional<?> count) {
        Label label = byKey.get(key);
        if (label instanceof Sentence sentence) {
            return sentence;
        }
        if (label instanceof Counted counted && count.isPresent() && count.get() instanceof Integer number) {
            return counted.form(number, plurals);
        }
        throw new IllegalArgumentException(
                label instanceof Counted
                        ? "the label `" + key + "` needs a number `count`"
                        : "there is no label `" + key + "`");
    }

    /** A value that fills a placeholder. */
    public String value(Place place, @Nullable Object value) {
        String text;
        if (value instanceof Integer number) {
            text = number(number);
        } else if (value instanceof Noun noun) {
            text = noun.form(place.form());
        } else if (value != null) {
            text = value.toString();
        } else {
            throw new IllegalArgumentException("there is nothing for " + place);
        }
        return place.isCapital() ? capitalised(text) : text;
    }

    /** A number in digits. */
    public String number(int number) {
        return numbers.write(number);
    }

    /** How the language writes numbers. */
    public NumberStyle numbers() {
        return numbers;
    }

    /** With a capital first letter. */
    public String capitalised(String text) {
        int end = text.isEmpty() ? 0 : text.offsetByCodePoints(0, 1);
        return text.substring(0, end).toUpperCase(locale) + text.substring(end);
    }

    /** The items of a label that has several. */
    public List<String> items(String key) {
        return byKey.get(key) instanceof Items items ? items.items() : List.of();
    }

    /** Several values in one line. */
    public String list(List<String> values) {
        return String.join(text("separator"), values);
    }

    /**
     * Several values in a sentence: {@code a, b and c}.
     *
     * @param key of the label that joins the last one
     */
    public String list(String key, List<String> values) {
        int last = values.size() - 1;
        return last < 1
                ? String.join("", values)
                : text(key, Map.of("list", list(values.subList(0, last)), "last", values.get(last)));
    }

    /** A day. */
    public String date(LocalDate date) {
        return date(date.getDayOfMonth(), date.getMonthValue(), date.getYear());
    }

    private String date(int day, int month, int year) {
        return text(
                "date",
                Map.of("day", number(day), "month", items("months-in-dates").get(month - 1), "year", year(year)));
    }

    /** A month of a year. */
    public String month(int month, int year) {
        return text("month-of-year", Map.of("month", items("months").get(month - 1), "year", year(year)));
    }

    /** A date, as precise as it is known. */
    public String date(PartialDate date) {
        if (date.month().isEmpty()) {
            return year(date.year());
        }
        int month = date.month().getAsInt();
        return date.day().isPresent() ? date(date.day().getAsInt(), month, date.year()) : month(month, date.year());
    }

    /** Years have the digits of the language, but no grouping. */
    private String year(int year) {
        return new NumberStyle(numbers.zero(), "", 3, 3, Integer.MAX_VALUE).write(year);
    }

    /**
     * Some labels for a script: a text, or, with placeholders, a list of texts alternating with the names of
     * placeholders; for one
     * with plural forms, these by name.
     *
     * @param values of placeholders that are already known, such as the noun of a kind
     */
    public Map<String, Object> forScript(List<String> keys, Map<String, ?> values) {
        var made = new TreeMap<String, Object>();
        for (String key : keys) {
            Label label = byKey.get(key);
            if (label instanceof Counted counted) {
                var forms = new TreeMap<String, Object>();
                counted.forms().forEach((form, sentence) -> forms.put(form, forScript(sentence, values)));
                made.put(key, forms);
            } else {
                made.put(key, forScript(sentence(key, Optional.empty()), values));
            }
        }
        return made;
    }

    private Object forScript(Sentence sentence, Map<String, ?> values) {
        var parts = new ArrayList<String>();
        var text = new StringBuilder();
        sentence.write(text::append, place -> {
            Object value = values.get(place.name());
            if (value != null) {
                text.append(value(place, value));
            } else {
                parts.add(text.toString());
                text.setLength(0);
                parts.add(place.isCapital() ? "^" + place.name() : place.name());
            }
        });
        if (parts.isEmpty()) {
            return text.toString();
        }
        parts.add(text.toString());
        return parts;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Labels that && language.equals(that.language) && byKey.equals(that.byKey);
    }

    @Override
    public int hashCode() {
        return Objects.hash(language, byKey);
    }
}
