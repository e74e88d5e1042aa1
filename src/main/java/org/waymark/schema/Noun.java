package org.waymark.schema;

/**
 * The name of a kind or a vocabulary in sentences.
 *
 * @param one {@code case study}
 * @param many {@code case studies}
 * @param a with its article: {@code a case study}
 */
public record Noun(String one, String many, String a) {}
