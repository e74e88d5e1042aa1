package org.waymark.schema;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/** A text of the site that no entry says, such as the words of a button. Parsed once; immutable. */
public sealed interface Label {
    /** All sentences of the label. */
    List<Sentence> sentences();

    /**
     * A sentence with places for what differs from page to page.
     *
     * @param texts those before, between and after the places: one more than there are places
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

        /** As it is written in a file. */
        @Override
        public String toString() {
            var written = new StringBuilder();
            write(written::append, written::append);
            return written.toString();
        }

        /**
         * Puts the sentence together, piece by piece.
         *
         * @param text receives each text between places
         * @param place receives each place
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
     * A sentence in the forms that a language has for numbers, by the names of the Unicode Common Locale Data Repository:
     * {@code one}, {@code other} and so on.
     */
    record Counted(Map<String, Sentence> forms) implements Label {
        /** The place whose number decides. */
        public static final String COUNT = "count";

        public Counted {
            forms = Map.copyOf(forms);
        }

        @Override
        public List<Sentence> sentences() {
            return List.copyOf(forms.values());
        }

        /** The form for a number. Any language may have one of its own for none. */
        Sentence form(int count, PluralRules rules) {
            Sentence none = count == 0 ? forms.get(PluralRules.ZERO) : null;
            Sentence form = none == null ? forms.get(rules.form(count)) : none;
            return form == null ? Objects.requireNonNull(forms.get(PluralRules.OTHER)) : form;
        }
    }

    /** Several texts without places, such as the names of the months. */
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
     * A place in a sentence: {@code {count}}, or {@code {kind.many}} for a form of a name.
     *
     * @param name of what is put there
     * @param form of the name; empty where there is only one
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
