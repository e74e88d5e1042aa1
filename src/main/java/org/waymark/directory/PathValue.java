package org.waymark.directory;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.waymark.schema.Id;
import org.waymark.schema.Vocabulary.Option;

/** What a path leads to, as far as entries can be grouped by it. */
public sealed interface PathValue {
    String label();

    /** Its label, after those of the choices to which it belongs. */
    default List<String> trail() {
        return List.of(label());
    }

    /** An entry. There is one of a kind and id; comparing all of its fields would say no more. */
    record OfEntry(Entry entry) implements PathValue {
        @Override
        public String label() {
            return entry.label();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof OfEntry that
                    && entry.id().equals(that.entry.id())
                    && entry.kind().equals(that.entry.kind());
        }

        @Override
        public int hashCode() {
            return entry.id().hashCode();
        }
    }

    /** A choice of a vocabulary. */
    record OfChoice(Option choice) implements PathValue {
        @Override
        public String label() {
            return choice.label();
        }

        @Override
        public List<String> trail() {
            return choice.trail();
        }
    }

    /** Words that the entry gives. Words that differ only in case are one value. */
    record OfWords(String label) implements PathValue {
        @Override
        public boolean equals(Object other) {
            return other instanceof OfWords that && folded().equals(that.folded());
        }

        @Override
        public int hashCode() {
            return Objects.hashCode(folded());
        }

        private String folded() {
            return label.toLowerCase(Locale.ROOT);
        }
    }

    /** The id of an entry or a choice. */
    default Optional<Id> id() {
        if (this instanceof OfEntry of) {
            return Optional.of(of.entry().id());
        }
        return this instanceof OfChoice of ? Optional.of(of.choice().id()) : Optional.empty();
    }
}
