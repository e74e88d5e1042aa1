package org.waymark.source;

import java.util.List;
import java.util.Optional;

/**
 * The output of every format reader: text, lists and mappings with their spans. It has no types of the format's own;
 * the declared field decides what a text means.
 */
public sealed interface Value {
    Span span();

    /**
     * A single value.
     *
     * @param text what was typed, without quotes; empty if nothing was typed
     * @param comment the comment after it, which may have been meant as part of it
     */
    record Scalar(String text, Span span, Optional<Comment> comment) implements Value {
        /** A text without a comment. */
        public Scalar(String text, Span span) {
            this(text, span, Optional.empty());
        }

        /**
         * The span where the text is written verbatim, without surrounding quotes. Empty if it is written otherwise:
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

        /** Whether the text is written verbatim and without quotes. */
        public boolean isPlain() {
            return written().filter(span::equals).isPresent();
        }
    }

    /**
     * A comment after a value. Someone who does not know the format may have typed it as part of the value.
     *
     * @param span the comment, including its indicator
     * @param whole from the start of the value to the end of the comment
     * @param typed the text of that whole span
     */
    record Comment(Span span, Span whole, String typed) {}

    /**
     * A list.
     *
     * @param isInBrackets whether it is written as {@code [a, b]}, rather than with a line for each item
     */
    record Sequence(List<Value> items, boolean isInBrackets, Span span) implements Value {
        public Sequence {
            items = List.copyOf(items);
        }
    }

    /** Named values. Keys are unique; the reader has reported duplicates. */
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

    /** A name and its value. The value is absent after a syntax error, which the reader has reported. */
    record Member(Scalar key, Optional<Value> value) {}
}
