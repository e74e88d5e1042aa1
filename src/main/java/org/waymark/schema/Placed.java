package org.waymark.schema;

import org.waymark.source.Span;

/** A value with its span, for a list in which individual items may be faulty. */
public record Placed<T>(T value, Span span) {}
