/**
 * Changes to the content itself: new, renamed, merged and retired entries, certain fixes, and
 * renamed and retired parts of the shape with all that names them. Takes a directory and
 * returns {@link org.waymark.source.FileChange}s; writes nothing. Imports everything up to {@code check}; uses
 * java-diff-utils to show changes.
 */
@NullMarked
package org.waymark.tool.edit;

import org.jspecify.annotations.NullMarked;
