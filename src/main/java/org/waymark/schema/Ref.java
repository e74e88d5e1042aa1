package org.waymark.schema;

import org.waymark.source.Span;

/** An entry named by another. Nobody has yet looked whether it exists. */
public record Ref<E extends Entry>(Class<E> target, Id id, Span span) {}
