/**
 * What a directory consists of: the kinds of entry, one record each, and {@link org.waymark.directory.Directory}, their
 * index. Decoded entries come in; answers to "which case studies has this service?" go out. Imports {@code source},
 * {@code diagnostic}, {@code markdown} and {@code schema}.
 */
@NullMarked
package org.waymark.directory;

import org.jspecify.annotations.NullMarked;
