/**
 * From a source file to entries: front matter, YAML to {@link org.waymark.source.Value}, decoding by kind. Reports all
 * that is wrong with a file and goes on as far as it can. Imports everything up to {@code model}, and alone uses Jackson's
 * YAML.
 */
@NullMarked
package org.waymark.content;

import org.jspecify.annotations.NullMarked;
