package org.waymark.schema;

import java.util.Optional;

/**
 * A time with a beginning, an end, or both, each as precise as it is known.
 *
 * @param from its beginning; empty if unknown
 * @param to its end; empty if unknown or in the future
 */
public record Period(Optional<PartialDate> from, Optional<PartialDate> to) {
    public Period {
        if (from.isEmpty() && to.isEmpty()) {
            throw new IllegalArgumentException("a period needs a beginning or an end");
        }
    }

    /** As a time interval, {@code ..} for an open end (ISO 8601-1, and ISO 8601-2 for open ends). */
    public String iso() {
        return from.map(PartialDate::iso).orElse("..") + "/"
                + to.map(PartialDate::iso).orElse("..");
    }

    /** As typed. */
    @Override
    public String toString() {
        if (from.isEmpty()) {
            return "until " + to.orElseThrow().iso();
        }
        return to.map(end -> end.equals(from.get()) ? end.iso() : from.get().iso() + " to " + end.iso())
                .orElseGet(() -> "since " + from.get().iso());
    }
}
