package org.waymark.source;

import java.util.List;
import java.util.Optional;

/**
 * What every format reader yields: text, lists and mappings with their places. A format's own guesses at types stop
 * here; the declared field decides what a text means.
 */
public sealed interface Value {
    Span span();

    /**
     * A single value.
     *
     * @param text what was typed, without quotes; empty where nothing was typed
     */
    record Scalar(String text, Span span) implements Value {
        /**
         * Where the text is written letter by letter, without the quotes around it. Empty where it is written in another way:
         * with escapes, on several lines, or not at all.
         */
        public Optional<Span> written() {
            if (text.isEmpty() || text.indexOf('\n') >= 0) {
                return Optional.empty();
            }
            if (span.isAsLongAs(text)) {
                return Optional.of(span);
            }
            return span.isAsLongAs("'" + text + "'") ? Optional.of(span.part(1, text.length() + 1)) : Optional.empty();
        }

        /** Whether the text is written there letter by letter and without quotes. */
        public boolean isPlain() {
            return written().filter(span::equals).isPresent();
        }
    }

    /**
     * A list.
     *
     * @param isInBrackets whether it is written as {@code [a, b]}, not with a line for each item
     */
    record Sequence(List<Value> items, boolean isInBrackets, Span span) implements Value {
        public Sequence {
            items = List.copyOf(items);
        }
    }

    /** Named values. Keys are unique; the reader has reported the others. */
    record Mapping(List<Member> members, Span span) implements Value {
        public Mapping {
            members = List.copyOf(members);
        }

        public Optional<Member> member(String name) {
            for (Member member : members) {
                if (member.key().text().equals(name)) {
                    return Optional.of(member);
                }
            }
            return Optional.empty();
        }

        public boolean has(String name) {
            return member(name).isPresent();
        }
    }

    /** A name and its value. The value is absent where the file is broken there, which the reader has reported. */
    record Member(Scalar key, Optional<Value> value) {}
}
