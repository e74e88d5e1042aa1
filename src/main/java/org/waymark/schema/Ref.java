package org.waymark.schema;

import org.waymark.source.Span;

/**
 * An entry named by another, whether or not it exists.
 *
 * @param kind the name of its kind
 */
public record Ref(String kind, Id id, Span span) {
    /** Whether this names an entry of a kind with an id. */
    public boolean names(Kind target, Id targetId) {
        return kind.equals(target.name()) && id.equals(targetId);
    }
}
