package org.waymark.schema;

import org.waymark.source.Span;

/** A value together with its place, for a list of which single items may be at fault. */
public record Placed<T>(T value, Span span) {}
