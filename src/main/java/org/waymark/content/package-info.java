/**
 * From a source file to entries: front matter, YAML to {@link org.waymark.source.Value}, decoding by kind. Reports all
 * that is wrong with a file and goes on as far as it can. Imports everything up to {@code directory}, and reads YAML with
 * Jackson.
 */
@NullMarked
package org.waymark.content;

import org.jspecify.annotations.NullMarked;
