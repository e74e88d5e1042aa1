package org.waymark.schema;

import org.waymark.source.Span;

/** A value with its span, for a list that may contain single faulty items. */
public record Placed<T>(T value, Span span) {}
