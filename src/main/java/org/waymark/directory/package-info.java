/**
 * The kinds of entry, one record each, and {@link org.waymark.directory.Directory}, their index. Takes decoded
 * entries and answers questions such as "which case studies has this service?". Imports {@code source}, {@code
 * diagnostic}, {@code markdown} and {@code schema}.
 */
@NullMarked
package org.waymark.directory;

import org.jspecify.annotations.NullMarked;
