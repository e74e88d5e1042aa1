package org.waymark.source;

/**
 * Why a file cannot be published as what its name says.
 *
 * @param text the fact, lower case, without a full stop
 * @param help what to do
 */
public record FileFault(String text, String help) {}
