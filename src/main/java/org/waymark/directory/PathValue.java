package org.waymark.directory;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.waymark.schema.Id;
import org.waymark.schema.Money;
import org.waymark.schema.Placed;
import org.waymark.schema.Vocabulary.Option;

/** A value of a path by which entries can be grouped. */
public sealed interface PathValue {
    String label();

    /** The ids that it had before; none for words. */
    default List<Id> formerIds() {
        return List.of();
    }

    /** Its label, preceded by those of the choices or entries above it. */
    default List<String> trail() {
        return List.of(label());
    }

    /**
     * An entry. Kind and id identify it, so other fields need not be compared.
     *
     * @param above the entries to which it belongs, the widest first
     */
    record OfEntry(Entry entry, List<Entry> above) implements PathValue {
        public OfEntry {
            above = List.copyOf(above);
        }

        /** One to look others up with. */
        public OfEntry(Entry entry) {
            this(entry, List.of());
        }

        @Override
        public List<String> trail() {
            return Stream.concat(above.stream(), Stream.of(entry))
                    .map(Entry::label)
                    .toList();
        }

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

    /** Whether people pay. Its label is in the language of the site, which {@link #label} does not know. */
    record OfCharge(Money.Charge charge) implements PathValue {
        @Override
        public String label() {
            return charge.word();
        }
    }

    /** The id of an entry, a choice or a charge. */
    default Optional<Id> id() {
        if (this instanceof OfEntry of) {
            return Optional.of(of.entry().id());
        }
        if (this instanceof OfCharge of) {
            return Optional.of(new Id(of.charge().word()));
        }
        return this instanceof OfChoice of ? Optional.of(of.choice().id()) : Optional.empty();
    }
}
