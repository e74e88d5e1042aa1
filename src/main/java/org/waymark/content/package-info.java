/**
 * Turns a source file into entries: front matter, YAML to {@link org.waymark.source.Value}, decoding by kind. Reads the kinds
 * themselves in the same way, and looks at images, attachments and files for the host. Reports every problem in a file and
 * recovers as far as possible. Imports everything up to {@code directory}, and reads YAML
 * with Jackson.
 */
@NullMarked
package org.waymark.content;

import org.jspecify.annotations.NullMarked;
