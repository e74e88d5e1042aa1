package org.waymark.hours;

/** A part of the year with hours of its own. */
public record Season(DateRange days, Week week) {}
