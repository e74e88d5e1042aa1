/**
 * Decoded entries of all kinds and {@link org.waymark.directory.Directory}, their index, which answers questions such as "what
 * refers to this service?". The records of the built-in kinds are views of entries for pages and search. Imports {@code source},
 * {@code diagnostic}, {@code markdown} and {@code schema}.
 */
@NullMarked
package org.waymark.directory;

import org.jspecify.annotations.NullMarked;
