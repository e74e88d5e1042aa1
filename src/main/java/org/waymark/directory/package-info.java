/**
 * Decoded entries of all kinds and {@link org.waymark.directory.Directory}, their index, which answers questions such as "what
 * refers to this service?"; {@link org.waymark.directory.PublishedEntries}, what of it the site shows and in which order; and
 * {@link org.waymark.directory.Routes}, the addresses. What Waymark needs to know of an entry, it asks by role and type, never by
 * the name of a kind. Imports {@code source}, {@code diagnostic}, {@code markdown} and {@code schema}.
 */
@NullMarked
package org.waymark.directory;

import org.jspecify.annotations.NullMarked;
