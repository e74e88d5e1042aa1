/**
 * Decoded entries of all kinds and {@link org.waymark.directory.Directory}, their index, which answers questions such
 * as "what refers to this service?"; {@link org.waymark.directory.PublishedEntries}, which of them the site shows and
 * in which order; and {@link org.waymark.directory.Routes}, the addresses. Anything that Waymark needs to know about an
 * entry, it looks up by role and type, never by the name of a kind. Imports {@code source}, {@code diagnostic}, {@code
 * markdown}, {@code hours} and {@code schema}.
 */
@NullMarked
package org.waymark.directory;

import org.jspecify.annotations.NullMarked;
