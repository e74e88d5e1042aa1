package org.waymark.schema;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/** A text of the site that is not part of an entry, such as the words of a button. Parsed once; immutable. */
public sealed interface Label {
    /** All sentences of the label. */
    List<Sentence> sentences();

    /**
     * A sentence with placeholders for what differs from page to page.
     *
     * @param texts before, between and after the placeholders: one more than there are placeholders
     */
    record Sentence(List<String> texts, List<Place> places) implements Label {
        public Sentence {
            texts = List.copyOf(texts);
            places = List.copyOf(places);
        }

        @Override
        public List<Sentence> sentences() {
            return List.of(this);
        }

        /** As written in a file. */
        @Override
        public String toString() {
            var written = new StringBuilder();
            write(written::append, written::append);
            return written.toString();
        }

        /**
         * Assembles the sentence.
         *
         * @param text receives each text between placeholders
         * @param place receives each placeholder
         */
        public void write(Consumer<String> text, Consumer<Place> place) {
            for (int i = 0; i < places.size(); i++) {
                text.accept(texts.get(i));
                place.accept(places.get(i));
            }
            text.accept(texts.get(places.size()));
        }
    }

    /**
     * A sentence in the plural forms of a language, by their names in the Unicode Common Locale Data Repository:
     * {@code one}, {@code other} and so on.
     */
    record Counted(Map<String, Sentence> forms) implements Label {
        /** The placeholder whose number selects the form. */
        public static final String COUNT = "count";

        public Counted {
            forms = Map.copyOf(forms);
        }

        @Override
        public List<Sentence> sentences() {
            return List.copyOf(forms.values());
        }

        /** The form for a number. Any language may have a separate form for zero. */
        Sentence form(int count, PluralRules rules) {
            Sentence none = count == 0 ? forms.get(PluralRules.ZERO) : null;
            Sentence form = none == null ? forms.get(rules.form(count)) : none;
            return form == null ? Objects.requireNonNull(forms.get(PluralRules.OTHER)) : form;
        }
    }

    /** Several texts without placeholders, such as the names of the months. */
    record Items(List<String> items) implements Label {
        public Items {
            items = List.copyOf(items);
        }

        @Override
        public List<Sentence> sentences() {
            return List.of();
        }
    }

    /**
     * A placeholder in a sentence: {@code {count}}, or {@code {kind.many}} for a form of a noun.
     *
     * @param name of the value that fills it
     * @param form of the noun; empty if there is only one
     * @param isCapital whether it begins with a capital letter, as {@code {Kind.many}} says
     */
    record Place(String name, String form, boolean isCapital) {
        /** @param written what is between the braces */
        static Place of(String written) {
            int dot = written.indexOf('.');
            String typed = dot < 0 ? written : written.substring(0, dot);
            String name = typed.isEmpty() ? "" : typed.substring(0, 1).toLowerCase(Locale.ROOT) + typed.substring(1);
            return new Place(name, dot < 0 ? "" : written.substring(dot + 1), !name.equals(typed));
        }

        @Override
        public String toString() {
            String typed = isCapital ? name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1) : name;
            return "{" + typed + (form.isEmpty() ? "" : "." + form) + "}";
        }
    }
}
