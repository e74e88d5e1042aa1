package org.waymark.diagnostic;

import org.waymark.source.Span;

/** Another location that matters to a finding, such as the first of two equal names. */
public record Note(Span span, String message) {}
