/**
 * Changes to the content itself: new, renamed, merged and retired entries, and cures that need nobody's judgement. A
 * directory comes in, {@link org.waymark.source.FileChange}s go out; nothing is written here. Imports everything up to
 * {@code check}; uses java-diff-utils to show changes.
 */
@NullMarked
package org.waymark.tool.edit;

import org.jspecify.annotations.NullMarked;
