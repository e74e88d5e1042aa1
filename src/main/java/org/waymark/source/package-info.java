/**
 * The files of a project as they lie on the disk: read, and changed by place; their text, pictures by reference, and the
 * format-neutral {@link org.waymark.source.Value} tree. Paths come in, a {@link org.waymark.source.Project} goes out.
 * Imports no other room and no library.
 */
@NullMarked
package org.waymark.source;

import org.jspecify.annotations.NullMarked;
