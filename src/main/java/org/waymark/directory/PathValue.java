package org.waymark.directory;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.waymark.schema.Id;
import org.waymark.schema.Placed;
import org.waymark.schema.Vocabulary.Option;

/** A value of a path by which entries can be grouped. */
public sealed interface PathValue {
    String label();

    /** The ids that it had before; none for words. */
    default List<Id> formerIds() {
        return List.of();
    }

    /** Its label, preceded by those of the choices above it. */
    default List<String> trail() {
        return List.of(label());
    }

    /** An entry. Kind and id identify it, so other fields need not be compared. */
    record OfEntry(Entry entry) implements PathValue {
        @Override
        public List<Id> formerIds() {
            return entry.formerIds();
        }

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
        public List<Id> formerIds() {
            return choice.formerIds().stream().map(Placed::value).toList();
        }

        @Override
        public String label() {
            return choice.label();
        }

        @Override
        public List<String> trail() {
            return choice.trail();
        }
    }

    /** Words in an entry. Words that differ only in case are one value. */
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
